import type { FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Pages } from '../../../platform/http/visit.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import type { FormState } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import type { FormPage } from '../../../ui/form/form-page.tsx'
import { eventTitle } from '../../agenda/events/index.ts'
import type { Choices } from '../../directory/index.ts'
import { addNetworkForm } from '../../directory/picking/index.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import type { EventRequest, SessionRequest } from './request.ts'
import { MeetingsHeading } from './views/meetings-heading.tsx'

/** Draws the page of a session; with an error where a request could not be met. */
export type DrawSession = (asked: SessionRequest, form: FormState) => Promise<FastifyReply>

interface MeetingsPage {
  title: string
  /** What follows `meetings` in the address. */
  path?: string
  width?: 'wide'
  children: ComponentChildren
}

/** Draws a page of the bilateral meetings of an event: private and not indexed. */
export function renderMeetingsPage(visit: EventRequest, page: MeetingsPage): FastifyReply {
  const { title, path = '', ...rendered } = page
  return renderNetworkPage(visit, {
    ...rendered,
    title: titleIn(visit, title),
    description: title,
    path: pathIn(visit, path),
    noindex: true,
  })
}

interface MeetingsForm<V extends EventRequest, T>
  extends Omit<FormPage<V, T, Choices>, 'title' | 'lead' | 'description' | 'path'> {
  title(asked: V): string
  lead: PlainMessageKey
  /** What follows `meetings` in the address. */
  path(asked: V): string
}

/** Adds a form page to the bilateral meetings of an event, under their heading. */
export function addMeetingsForm<V extends EventRequest, T>(
  pages: Pages,
  address: string,
  form: MeetingsForm<V, T>,
): void {
  addNetworkForm(pages, address, {
    page: (visit, rendered) => (
      <>
        <MeetingsHeading visit={visit} lead={visit.reader.t(form.lead)}>
          {form.title(visit)}
        </MeetingsHeading>
        {rendered}
      </>
    ),
    ...form,
    title: (visit) => titleIn(visit, form.title(visit)),
    description: (visit) => form.title(visit),
    path: (visit) => pathIn(visit, form.path(visit)),
  })
}

function titleIn({ reader, event }: EventRequest, title: string): string {
  return `${title} · ${eventTitle(reader, event)}`
}

function pathIn({ event }: EventRequest, path: string): string {
  return `/agenda/${event.slug}/meetings${path}`
}

/** The slot of a long timetable that an address names, from 1; the first where it names none. */
export function slotOf(query: unknown): number {
  const slot = parameterOf(query, 'slot') ?? ''
  return /^\d{1,2}$/.test(slot) ? Number(slot) : 1
}
