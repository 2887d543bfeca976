import type { FastifyReply } from 'fastify'
import type { Pages } from '../../../../platform/http/visit.ts'
import {
  type FormReading,
  type FormState,
  type FormValues,
  fieldError,
} from '../../../../platform/input/form.ts'
import type { FormAction, Sent } from '../../../../ui/form/form-page.tsx'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import { renderNetworkPage } from '../../../networks/index.ts'
import { paths } from '../paths.ts'
import type { DraftRequest } from '../request.ts'
import { type TextsPage, TextsPageView } from './texts-page.tsx'

export interface TextsDrawn extends TextsPage {
  /** Steps below the address of the draft. */
  steps: readonly string[]
}

/** A form for texts of a letter: how it is loaded, read and saved. */
interface TextsForm<V, T> extends Pick<FormAction<V, T, unknown>, 'open' | 'upload' | 'save'> {
  read(visit: Sent<V>, values: FormValues): FormReading<T> | Promise<FormReading<T>>
  page(visit: V, form: FormState): TextsDrawn
}

/** Adds a page with a form for texts of a letter. What was typed is also kept if the letter was approved meanwhile. */
export function addTextsForm<V extends DraftRequest, T>(
  pages: Pages,
  address: string,
  { page, read, ...form }: TextsForm<V, T>,
): void {
  const render = (visit: V, state: FormState) =>
    renderTextsForm(visit, { ...page(visit, state), takesFiles: form.upload !== undefined }, state)
  pages.get(address, form.open, (visit) => render(visit, { values: {}, errors: [] }))
  addNetworkAction<V, T>(pages, address, {
    ...form,
    schema: async (visit, values) => {
      const reading = await read(visit, values)
      if (visit.issue.state === 'draft') return reading
      const closed = fieldError('', 'newsletter.issues.error.approved')
      return { valid: false, values, errors: [closed, ...(reading.valid ? [] : reading.errors)] }
    },
    again: render,
  })
}

/** Draws a form for texts of a letter, with what was typed if it is shown again. */
export function renderTextsForm(
  visit: DraftRequest,
  { steps, ...page }: TextsDrawn,
  form: FormState,
): FastifyReply {
  const { reader, network } = visit
  return renderNetworkPage(visit, {
    title: page.title,
    description: reader.t('newsletter.issues.lead'),
    path: ['/newsletter/draft', ...steps.map(encodeURIComponent)].join('/'),
    noindex: true,
    children: <TextsPageView network={network} form={form} {...page} />,
  })
}

/** The place in the letter to which an editor returns. */
export function backInLetter({ reader, network }: DraftRequest, anchor: string): string {
  return `${paths.draft(reader, network.slug)}#${anchor}`
}
