import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { type LocalizedText, plainText } from '../../../platform/i18n/localized-text.ts'
import { languageOfLetters } from '../../../platform/input/text-input.ts'
import { type AgendaEvent, eventDocument, eventRecord, holdersOf } from '../../agenda/events/index.ts'
import { amendRecord, mayPublishUnreviewed } from '../../contributions/index.ts'
import type { Network, NetworkRequest } from '../../networks/index.ts'
import { reindexTexts } from '../../translations/index.ts'
import { outcomeTexts } from '../outcome-texts.commands.ts'
import type { TypedAnswer } from './answer-form.tsx'

interface Telling {
  network: Network
  event: AgendaEvent
  organisationId: string
  /** BCP 47, of the page; the letters of the sentence may say another. */
  language: string
}

/**
 * The ISO day from which an answer is known: that of the network, or today by the clock where the network stands before the exchange, as a
 * demonstration does.
 */
export function dayOfAnswer({
  usualDay,
  actualDay,
  event: { endsOn, knownOn },
}: Pick<NetworkRequest, 'usualDay' | 'actualDay'> & { event: AgendaEvent }): string {
  return usualDay < (endsOn ?? knownOn) ? actualDay : usualDay
}

/** Records what an organisation says came of an exchange, known from the context’s day on. Earlier answers stay; the event itself stays as it is. */
export async function tellOutcome(
  inside: Context,
  { network, event, organisationId, language }: Telling,
  typed: TypedAnswer,
): Promise<LocalizedText> {
  const id = newId()
  const { held, movedTo, actors, results, url, money, saidAs } = typed
  const asWritten = (text: string): LocalizedText => {
    const written = languageOfLetters(text, network.languages) ?? language
    return text === '' ? {} : { [written]: { text, state: 'original' } }
  }
  const sentence = asWritten(typed.sentence)
  await inside.database
    .insertInto('outcomes_answer')
    .values({
      answer_id: id,
      network_id: network.id,
      event_id: event.id,
      organisation_id: organisationId,
      held,
      moved_to: movedTo,
      actors: JSON.stringify(actors),
      results,
      sentence: JSON.stringify(sentence),
      takes_up: JSON.stringify(asWritten(typed.takesUp)),
      url,
      amount: money && String(money.amount),
      currency: money?.currency ?? null,
      year: money?.year ?? null,
      said_as: saidAs,
      said_by: personIdOf(inside.actor),
      said_at: inside.clock.now().toString(),
      known_on: inside.today,
      happens: event.happens,
    })
    .execute()
  await reindexTexts(inside, [outcomeTexts], network.id, [{ kind: outcomeTexts.kind, id }])
  const activity = { verb: 'told', subjectKind: 'outcome', subjectId: event.id }
  await recordActivity(inside, {
    networkId: network.id,
    ...activity,
    detail: { organisation: organisationId },
  })
  return sentence
}

/**
 * Writes the sentence of an answer into the debrief that a mission still owes, so that nobody is asked twice. Does nothing where the
 * group reviews changes first, and without a sentence.
 */
export async function writeDebrief(
  inside: Context,
  { network, event, organisationId, language }: Telling,
  sentence: LocalizedText,
): Promise<void> {
  const isOwed = event.debrief !== null && event.debrief.writtenAt === null
  const mayWrite = network.publication === 'at_once' || mayPublishUnreviewed(inside.actor, network.id)
  if (!isOwed || !mayWrite || Object.keys(sentence).length === 0) return
  const { id, slug, title, organisations } = event
  const head = { id, slug, title: plainText(title), organisationIds: holdersOf(organisations) }
  const amendment = {
    network,
    kind: eventRecord,
    head,
    reason: '',
    language,
    organisationId,
    origin: 'edit' as const,
  }
  await amendRecord(inside, amendment, (stored) => {
    const document = eventDocument.parse(stored)
    const { mission } = document
    return { ...document, mission: { ...mission, debrief: { ...mission.debrief, outcome: sentence } } }
  })
}
