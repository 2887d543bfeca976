import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { RecordDocument } from '../../../../platform/records/record-document.ts'
import type { RecordKind } from '../../../../platform/records/record-kind.ts'
import { notFound, Refusal } from '../../../../platform/refusal.ts'
import { addRecord, amendRecord } from '../../../contributions/index.ts'
import { eventDocument } from '../../events/document/schema.ts'
import { canMove, movedTo } from '../../events/forms/when-form.tsx'
import { lookUpEvent } from '../../events/queries.ts'
import { eventKindOf } from '../../writing.request.ts'
import { writeTaken } from '../commands.ts'
import { notifyVoters } from '../mails.ts'
import { eventTimeOf } from '../poll.ts'
import { findPoll } from '../queries.ts'
import type { DateChoiceRequest } from './request.ts'

/** Makes a date into a new event of the agenda, which everybody gets for their calendar; returns the event’s slug. */
export async function chooseForNewEvent(
  application: Application,
  visit: DateChoiceRequest,
  document: RecordDocument,
): Promise<string> {
  const { writing, network } = visit
  const kind = eventKindOf(application)
  return inTransaction(writing, async (inside) => {
    const head = await addRecord(inside, { network, kind, document, ...declared(visit) })
    await finish(application, inside, visit, head.id, 'taken')
    return head.slug
  })
}

/** Gives a date to the event that was asked about: it moves, if it had one before. Returns the event’s slug. */
export async function chooseForEvent(application: Application, visit: DateChoiceRequest): Promise<string> {
  const { writing, network, poll, option } = visit
  const kind = eventKindOf(application)
  const head = await headOf(writing, visit, kind)
  return inTransaction(writing, async (inside) => {
    let isMoved = false
    await amendRecord(inside, { network, kind, head, ...declared(visit), origin: 'edit' }, (stored) => {
      const event = eventDocument.parse(stored)
      // Cancelled, or over, since the page was rendered.
      if (event.state !== 'planned') throw new Refusal('changedMeanwhile')
      isMoved = canMove(event)
      return movedTo(event, { ...eventTimeOf(option), words: {} })
    })
    await finish(application, inside, visit, poll.event?.id ?? head.id, isMoved ? 'moved' : 'taken')
    return head.slug
  })
}

async function headOf(context: Context, { network, poll }: DateChoiceRequest, kind: RecordKind) {
  const head = poll.event ? await kind.lookUp(context, network, { id: poll.event.id }) : null
  return head ?? notFound('event')
}

async function finish(
  application: Application,
  inside: Context,
  { network, poll, option }: DateChoiceRequest,
  eventId: string,
  key: 'taken' | 'moved',
): Promise<void> {
  await writeTaken(inside, poll, { optionId: option.id, eventId })
  const event = await lookUpEvent({ ...inside, actor: { kind: 'operator' } }, network.id, eventId)
  const taken = await findPoll(inside, network.id, poll.id)
  await notifyVoters({ application, writing: inside, network }, taken, key, event)
}

// On whose word the event has this date.
function declared({ reader, poll }: DateChoiceRequest) {
  const title = chooseText(poll.title, reader.language)?.text ?? ''
  return {
    reason: reader.t('agenda.poll.reason', { title }),
    language: reader.interfaceLanguage,
    organisationId: null,
  }
}
