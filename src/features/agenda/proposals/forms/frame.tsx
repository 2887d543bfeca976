import type { ComponentChildren } from 'preact'
import type { Pages } from '../../../../platform/http/visit.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import type { PartReading } from '../../../../platform/records/record-kind.ts'
import { addFormPage, type FormPage, type FormPlace, type Outcome } from '../../../../ui/form/form-page.tsx'
import type { NetworkRequest } from '../../../networks/index.ts'
import { type EventDocument, eventDocument } from '../../events/document/schema.ts'
import { callFor } from '../../writing.request.ts'
import type { JoinedParts } from './joined-parts.tsx'

/** A visit to joined forms of an event that is no record yet. */
export interface JoinedRequest extends NetworkRequest {
  /** The event with which the forms begin. */
  start: EventDocument
}

type OwnWay = 'pickers' | 'lists' | 'redraw' | 'values' | 'fields' | 'save'

interface JoinedPage<V, T> extends Omit<FormPage<V, T, PartReading>, OwnWay> {
  parts: JoinedParts
  /** All fields, among them those of the joined forms. */
  fields(visit: V, form: FormState, joined: ComponentChildren): ComponentChildren
  /** Saves the typed event, and what the schema reads beside it. */
  save(visit: V, event: EventDocument, typed: T): Promise<Outcome<V>>
}

/** Adds a page with joined forms of an event; their errors are shown with those that the page’s own schema finds. */
export function addJoinedForm<V extends JoinedRequest, T>(
  place: Pick<FormPlace<NetworkRequest, unknown>, 'send' | 'goOn'>,
  pages: Pages,
  address: string,
  { parts, fields, save, ...page }: JoinedPage<V, T>,
): void {
  const { read, values, form: render, ...redrawing } = parts
  const callOf = (visit: JoinedRequest) => callFor(visit, visit.start)
  const joined: FormPlace<JoinedRequest, PartReading> = {
    ...place,
    pick: async (visit) => {
      // The page before it is sent: there is nothing to read.
      if (visit.request.method !== 'POST') return { choices: { valid: false, errors: [] }, errors: [] }
      const reading = await read(callOf(visit), visit.request.body)
      return { choices: reading, errors: reading.valid ? [] : reading.errors }
    },
  }
  addFormPage<JoinedRequest, V, T, PartReading>(joined, pages, address, {
    ...page,
    ...redrawing,
    values: (visit) => values(callOf(visit)),
    fields: async (visit, form) => fields(visit, form, await render(callOf(visit), form)),
    save: async (visit, typed, reading) =>
      reading.valid ? save(visit, eventDocument.parse(reading.document), typed) : reading.errors,
  })
}
