import type { Context } from '../../../../platform/context/context.ts'
import { zoneOf } from '../../../../platform/dates/index.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { addMeeting, lookUpMeetingOn } from '../../../minutes/index.ts'
import { confirmEvidence, writeEvidence } from '../../../registry/evidence/index.ts'
import type { Fact, MeetingValue, ParticipantValue, ResolutionValue, Written } from '../facts/fact.ts'
import { listOpenDependents } from '../facts/queries.ts'
import { evidenceOf, type TextWritingContext } from './writing-context.ts'

type Told<V> = { fact: Fact; value: V }

/**
 * Keeps the meeting of a text with everything of it that was not refused: participants, decisions and proposals. Names of people
 * stay with the network until its minutes publish them. An existing meeting of that day only gets the evidence.
 */
export async function writeMeeting(
  context: Context,
  writingContext: TextWritingContext,
  fact: Fact,
  value: MeetingValue,
): Promise<Map<string, Written>> {
  const { network, text } = writingContext
  const known = await lookUpMeetingOn(context, network.id, { on: value.date })
  const written = (id: string, isNew: boolean, evidenceIds: string[]): Written => ({
    kind: 'meeting',
    id,
    isNew,
    changes: [],
    evidenceIds,
  })
  const support = async (each: Fact, subjectKind: string, subjectId: string) => {
    const subject = { subjectKind, subjectId, field: subjectKind }
    const evidence = evidenceOf(writingContext, each, subject, { knownOn: context.today })
    await writeEvidence(context, network.id, [evidence])
    await confirmEvidence(context, network.id, [evidence.id])
    return evidence.id
  }
  if (known) {
    const evidenceId = await support(fact, 'meeting', known.id)
    return new Map([[fact.id, written(known.id, false, [evidenceId])]])
  }
  const told = await listOpenDependents(context, text.id, fact.id)
  const participants = told.flatMap((each) => asParticipant(each))
  const resolutions = told.flatMap((each) => asResolution(each))
  const said = (words: string | null): LocalizedText =>
    words === null || words === '' ? {} : { [text.language ?? 'fr']: { text: words, state: 'original' } }
  const { meetingId, decisionIds } = await addMeeting(context, network.id, {
    title: said(value.title || text.title),
    kind: 'group',
    heldOn: value.date,
    start: value.start,
    end: value.end,
    zone: zoneOf(countryOf(writingContext)),
    place: said(value.place),
    chair: said(value.chair),
    languages: [text.language ?? 'fr'],
    isHeld: value.date <= context.today,
    knownOn: context.today,
    participants: participants.map(({ value: each }) => ({
      name: each.name,
      function: said(each.role),
      organisationId: null,
      organisationWords: each.organisation ?? '',
      presence: each.presence,
      representedBy: '',
      isNamed: false,
    })),
    decisions: resolutions.map(({ value: each, fact: own }) => ({
      text: said(each.text),
      saidBy: said(each.by),
      state: each.part === 'decision' ? 'decided' : 'proposed',
      horizon: each.due,
      quotation: quotationOf(writingContext, own),
      knownOn: context.today,
    })),
    accounts: [
      {
        sourceId: text.sourceId,
        organisationId: null,
        isMinutes: text.kind === 'minutes',
        knownOn: context.today,
      },
    ],
  })
  const results = new Map([[fact.id, written(meetingId, true, [await support(fact, 'meeting', meetingId)])]])
  for (const { fact: each } of participants) results.set(each.id, written(meetingId, false, []))
  for (const [index, { fact: each }] of resolutions.entries()) {
    const decisionId = decisionIds[index]
    if (decisionId === undefined) continue
    results.set(each.id, written(meetingId, false, [await support(each, 'decision', decisionId)]))
  }
  return results
}

function asParticipant(fact: Fact): Told<ParticipantValue>[] {
  return fact.value.part === 'participant' ? [{ fact, value: fact.value }] : []
}

function asResolution(fact: Fact): Told<ResolutionValue>[] {
  const { value } = fact
  return value.part === 'decision' || value.part === 'proposal' ? [{ fact, value }] : []
}

function quotationOf({ passages }: TextWritingContext, { quote }: Fact): string {
  const passage = passages.find(({ position }) => position === quote.passage)
  return passage?.text.slice(quote.start, quote.end) ?? ''
}

// The hours of a text are in the zone of the country of its language, if the network has it.
function countryOf({ network, text }: TextWritingContext): string {
  const own = { fr: 'FR', ko: 'KR' }[text.language ?? '']
  return own && network.countries.includes(own) ? own : (network.countries[0] ?? 'FR')
}
