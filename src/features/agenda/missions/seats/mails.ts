import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { type NotificationContext, notify } from '../../../../platform/mail/notify.ts'
import { shortNames } from '../../../directory/index.ts'
import type { AgendaEvent } from '../../events/summary.queries.ts'
import { eventTitle } from '../../events/views/event-page.tsx'
import type { Sheet } from '../sheet/queries.ts'
import { listRecipients, lookUpRequest, type SeatRequest } from './queries.ts'
import { seatsPlace } from './seats.ts'

interface Concerned extends NotificationContext {
  event: AgendaEvent
  sheet: Sheet
  holders: readonly string[]
}

/** Notifies the holders of a mission of a request or a withdrawal, and the askers that it was sent. */
export async function notifyOfRequest(
  visit: Concerned,
  requestId: string,
  key: 'asked' | 'withdrawn',
): Promise<void> {
  const request = await lookUpRequest(visit.writing, visit.event.id, requestId)
  if (request === null) return
  const quoted = key === 'asked' ? quoteOf(request.words, request.language) : null
  await send(visit, request, visit.holders, { key, quoted })
  if (key === 'asked') await send(visit, request, [request.organisation.id], { key: 'sent', quoted })
}

export async function notifyOfAnswer(visit: Concerned, requestId: string): Promise<void> {
  const request = await lookUpRequest(visit.writing, visit.event.id, requestId)
  if (request?.state !== 'accepted' && request?.state !== 'refused') return
  const quoted = quoteOf(request.answer, request.answerLanguage)
  await send(visit, request, [request.organisation.id], { key: request.state, quoted })
}

interface News {
  key: 'asked' | 'sent' | 'accepted' | 'refused' | 'withdrawn'
  quoted: { text: string; language: string } | null
}

async function send(
  visit: Concerned,
  request: SeatRequest,
  organisationIds: readonly string[],
  { key, quoted }: News,
): Promise<void> {
  const { writing, network, event, sheet } = visit
  await notify(visit, await listRecipients(writing, network.id, organisationIds), {
    leadsTo: (language) => `/${language}/${network.slug}/agenda/${event.slug}/requests/${request.id}`,
    write: ({ t, language, reader, network }) => {
      const mission = eventTitle(reader, event)
      const organisation = chooseName(shortNames(request.organisation), language).text
      return {
        kind: 'agenda.seats',
        subject: t(`agenda.seatsMail.${key}.subject`, { mission, organisation }),
        body: [
          t(`agenda.seatsMail.${key}.text`, { mission, organisation, network }),
          {
            kind: 'facts',
            facts: [
              { label: t('agenda.mission.seatsHowMany'), value: String(request.count) },
              {
                label: t('agenda.mission.seatsWhere'),
                value: seatsPlace(reader, sheet, request.seatsId).text,
              },
            ],
          },
          quoted && { kind: 'quotation', ...quoted },
        ],
        action: t('agenda.seatsMail.open'),
      }
    },
  })
}

function quoteOf(text: string, language: string): News['quoted'] {
  return text === '' ? null : { text, language }
}
