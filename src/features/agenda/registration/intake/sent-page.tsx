import type { Visit } from '../../../../platform/http/visit.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { MessagePage } from '../../../../ui/blocks/message-page.tsx'
import type { ToldPage } from '../../../../ui/form/form-page.tsx'
import { paths as eventPaths } from '../../events/paths.ts'
import { mayReadInside } from '../../events/policy.ts'
import { eventTitle } from '../../events/views/event-page.tsx'
import { loadEventRequest, type OpenedRequest } from '../frame.tsx'
import { findRegistrant, type Registrant } from './queries.ts'

/** The title of the pages on which people register. */
export function intakeTitle({ reader, event }: FormRequest): string {
  return `${reader.t('agenda.registration.title')} · ${eventTitle(reader, event)}`
}

/** The event to which such a page belongs. */
export function eventLink({ reader, network, event }: FormRequest) {
  return <a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>
}

/** Tells the visitor that a mail follows. */
export function sentPage(visit: FormRequest, words: string): ToldPage {
  const { t } = visit.reader
  return {
    title: intakeTitle(visit),
    description: t('agenda.registration.title'),
    width: 'reading',
    children: (
      <MessagePage kicker={eventLink(visit)} title={t('agenda.registration.sentTitle')} text={words} />
    ),
  }
}

export interface FormRequest extends OpenedRequest {
  /** The reader who is signed in; null for anybody else. */
  registrant: Registrant | null
  /** Whether registration is for the reader. */
  isFor: boolean
}

/** Loads the event for which a person registers; 404 if registration was never opened. */
export async function loadFormRequest(visit: Visit): Promise<FormRequest> {
  const { terms, ...loaded } = await loadEventRequest(visit)
  if (terms === null) return notFound('registration')
  const { writing, network } = loaded
  return {
    ...loaded,
    terms,
    registrant: await findRegistrant(writing, network.id),
    isFor: terms.forWhom === 'anybody' || mayReadInside(writing.actor, network.id),
  }
}
