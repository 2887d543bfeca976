import { MessagePage } from '../../../../ui/blocks/message-page.tsx'
import type { ToldPage } from '../../../../ui/form/form-page.tsx'
import { paths as eventPaths } from '../../events/paths.ts'
import { eventTitle } from '../../events/views/event-page.tsx'
import type { FormRequest } from './request.ts'

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
