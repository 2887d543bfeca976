import type { Context } from '../../platform/context/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { addMeeting, joinDecisions, lookUpMeetingOn, type NewDecision } from '../minutes/index.ts'
import { lookUpNetwork } from '../networks/index.ts'
import { writeEvidence } from '../registry/evidence/index.ts'
import { listSources } from '../registry/sources/index.ts'
import { type Demonstration, localize, readDemonstration } from './demonstration-files.ts'
import { EvidenceReader } from './evidence-reader.ts'
import type { MeetingEntry } from './meetings.schema.ts'
import { Seeding } from './seeding.ts'

/** Loads the meetings of a demonstration, with what was decided at them. */
export async function seedMeetings(
  seeding: Seeding,
  { meetings, decisions }: Pick<Demonstration, 'meetings' | 'decisions'>,
): Promise<void> {
  for (const meeting of meetings.meetings) {
    const own = meeting.ref === decisions.meeting ? decisions.decisions : []
    const knownOn = meeting.known_on ?? meetings.known_on
    const { decisionIds } = await seedMeeting(seeding, meeting, {
      knownOn,
      decisions: own.map((each) => decisionOf(each, knownOn)),
    })
    for (const [index, decision] of own.entries())
      seeding.addEvidence(
        { kind: 'decision', id: decisionIds[index] ?? '' },
        decision.evidence,
        decision.known_on ?? knownOn,
      )
  }
}

/** Loads meetings into a demonstration that an earlier release loaded with decisions but without meetings. */
export async function completeMeetings(context: Context, name: string): Promise<void> {
  const network = await lookUpNetwork(context, name)
  if (!network?.opensOn) return
  const demonstration = readDemonstration(name)
  const { meetings, decisions } = demonstration
  await inTransaction(context, async (inside) => {
    const sources = await listSources(inside, network.id)
    const sourceIds = new Map(sources.map(({ slug, id }) => [slug, id]))
    const seeding = new Seeding(inside, network.id, new EvidenceReader(demonstration, sourceIds))
    for (const meeting of meetings.meetings) {
      if (await lookUpMeetingOn(inside, network.id, { on: meeting.held_on })) continue
      const knownOn = meeting.known_on ?? meetings.known_on
      const { meetingId } = await seedMeeting(seeding, meeting, { knownOn, decisions: [] })
      const own = meeting.ref === decisions.meeting ? decisions.decisions : []
      await joinDecisions(
        inside,
        network.id,
        meetingId,
        own.map(({ ref }) => ref),
      )
    }
    await writeEvidence(inside, network.id, seeding.evidenceRows)
  })
}

async function seedMeeting(
  seeding: Seeding,
  meeting: MeetingEntry,
  { knownOn, decisions }: { knownOn: string; decisions: NewDecision[] },
) {
  const added = await addMeeting(seeding.context, seeding.networkId, {
    ...(await readMeeting(seeding, meeting, knownOn)),
    decisions,
  })
  const { meetingId, participantIds, resourceIds } = added
  seeding.refer(`meeting:${meeting.ref}`, { kind: 'meeting', id: meetingId })
  seeding.addEvidence({ kind: 'meeting', id: meetingId }, meeting.evidence, knownOn)
  for (const [index, { evidence }] of meeting.participants.entries())
    seeding.addEvidence({ kind: 'participant', id: participantIds[index] ?? '' }, evidence, knownOn)
  for (const [index, { evidence }] of meeting.resources.entries())
    seeding.addEvidence({ kind: 'resource', id: resourceIds[index] ?? '' }, evidence, knownOn)
  return added
}

async function readMeeting(seeding: Seeding, meeting: MeetingEntry, knownOn: string) {
  const idOf = async (slug: string) => (await seeding.organisation(slug)).id
  return {
    slug: meeting.ref,
    title: localize(meeting.title),
    kind: meeting.kind,
    heldOn: meeting.held_on,
    start: meeting.start,
    end: meeting.end,
    zone: meeting.zone,
    place: localize(meeting.place_words),
    placeId: await idOf(meeting.place),
    chair: localize(meeting.chair_words),
    chairId: await idOf(meeting.chair),
    convenerIds: await Promise.all(meeting.conveners.map(idOf)),
    languages: meeting.languages,
    isHeld: true,
    knownOn,
    points: meeting.points.map((title) => ({ title: localize(title), rapporteur: '', plannedMinutes: null })),
    participants: await Promise.all(
      meeting.participants.map(async (participant) => ({
        name: participant.name,
        function: localize(participant.function),
        organisationId: await idOf(participant.organisation),
        organisationWords: '',
        presence: participant.presence,
        representedBy: participant.represented_by ?? '',
        isNamed: true,
      })),
    ),
    accounts: await Promise.all(
      meeting.accounts.map(async (account) => ({
        sourceId: seeding.sourceId(account.source),
        organisationId: account.organisation ? await idOf(account.organisation) : null,
        isMinutes: account.is_minutes,
        knownOn: account.known_on,
      })),
    ),
    resources: meeting.resources.map((resource) => ({
      kind: resource.kind,
      language: resource.language,
      label: localize(resource.label),
      url: resource.url,
      copyWords: '',
      knownOn,
    })),
  }
}

function decisionOf(decision: Demonstration['decisions']['decisions'][number], knownOn: string): NewDecision {
  return {
    slug: decision.ref,
    text: localize(decision.text),
    saidBy: localize(decision.by),
    state: decision.state,
    horizon: decision.horizon ?? null,
    knownOn: decision.known_on ?? knownOn,
  }
}
