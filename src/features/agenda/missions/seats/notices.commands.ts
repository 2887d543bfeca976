import type { Context } from '../../../../platform/context/context.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { chooseName, chooseText } from '../../../../platform/i18n/localized-text.ts'
import { sendMail } from '../../../../platform/mail/send-mail.ts'
import { shortNames } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import type { AgendaEvent } from '../../events/row.queries.ts'
import { mailReader } from '../../mail-reader.ts'
import type { Sheet } from '../sheet/queries.ts'
import { listRecipients, lookUpRequest, type Recipient, type SeatRequest } from './queries.ts'

import { type SeatsNews, seatsMail } from './seats-mail.ts'
import { seatsPlace } from './seats-place.ts'

export interface SeatsConcerned {
  network: Network
  event: AgendaEvent
  sheet: Sheet
  holders: readonly string[]
}

type Told = Pick<SeatsNews, 'key' | 'quoted'>

/** Tells those who hold a mission that seats are asked for or given back, and those who asked that it was sent. */
export async function tellOfRequest(
  application: Application,
  context: Context,
  asked: SeatsConcerned,
  requestId: string,
  key: 'asked' | 'withdrawn',
): Promise<void> {
  const { network, event, holders } = asked
  const request = await lookUpRequest(context, event.id, requestId)
  if (request === null) return
  const quoted = key === 'asked' ? quoteOf(request.words, request.language) : null
  for (const to of await listRecipients(context, network.id, holders))
    await write(application, context, asked, request, to, { key, quoted })
  if (key === 'asked') await tellAskers(application, context, asked, request, { key: 'sent', quoted })
}

/** Tells those who asked what was answered. */
export async function tellAnswer(
  application: Application,
  context: Context,
  asked: SeatsConcerned,
  requestId: string,
): Promise<void> {
  const request = await lookUpRequest(context, asked.event.id, requestId)
  if (request?.state !== 'accepted' && request?.state !== 'refused') return
  const quoted = quoteOf(request.answer, request.answerLanguage)
  await tellAskers(application, context, asked, request, { key: request.state, quoted })
}

async function tellAskers(
  application: Application,
  context: Context,
  asked: SeatsConcerned,
  request: SeatRequest,
  told: Told,
): Promise<void> {
  for (const to of await listRecipients(context, asked.network.id, [request.organisation.id]))
    await write(application, context, asked, request, to, told)
}

async function write(
  application: Application,
  context: Context,
  { network, event, sheet }: SeatsConcerned,
  request: SeatRequest,
  to: Recipient,
  told: Told,
): Promise<void> {
  const reader = mailReader(application, context, to)
  const { interfaceLanguage: language, t } = reader
  await sendMail(
    context,
    seatsMail(t, {
      ...told,
      to,
      language,
      networkId: network.id,
      network: chooseName(network.name, language).text,
      mission: chooseText(event.title, language)?.text ?? t(`agenda.eventKind.${event.kind}`),
      organisation: chooseName(shortNames(request.organisation), language).text,
      stop: seatsPlace(reader, sheet, request.seatsId).text,
      count: request.count,
      address: `${application.settings.baseUrl}/${language}/${network.slug}/agenda/${event.slug}/requests/${request.id}`,
    }),
  )
}

function quoteOf(text: string, language: string): Told['quoted'] {
  return text === '' ? null : { text, language }
}
