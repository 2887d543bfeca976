import type { Context } from '../../../../platform/context/context.ts'
import { readEdtf } from '../../../../platform/dates/index.ts'
import { isCode } from '../../../../platform/input/code.ts'
import { refuseRepeated } from '../../../../platform/records/api/program-entries.ts'
import {
  documentPath,
  type ProgramCall,
  programRecord,
} from '../../../../platform/records/api/program-record.ts'
import { type ProgramText, textAfter } from '../../../../platform/records/api/program-text.ts'
import type { WrongParts } from '../../../../platform/records/api/wrong-parts.ts'
import type { RecordNetwork } from '../../../../platform/records/record-head.ts'
import { findIdsBySlug, findSlugs } from '../../../directory/picking/index.ts'
import { parseCriticalMass, serializeCriticalMass } from '../../commitments/critical-mass-program.ts'
import { missionKinds } from '../../missions/codes.ts'
import { emptyMission, hasSheet, organisationIdsOf } from '../../missions/document/schema.ts'
import { parseMission, serializeMission, slugsOf } from '../../missions/mission-program.ts'
import { parseRecurrence, serializeRecurrence } from '../../recurrence/recurrence-program.ts'
import { eventRoles } from '../codes.ts'
import { type EventDocument, eventDocument } from '../document/schema.ts'
import { mayReadInside } from '../policy.ts'
import { listTiesBySlug, listTiesWith } from '../ties/queries.ts'
import { type EventInput, eventExample, eventInput } from './schema.ts'
import { parseHours, wallClockOf } from './wall-clock.ts'

/** Events as programs read and write them. */
export const eventProgram = programRecord({
  scope: 'write:events',
  segment: 'events',
  schema: eventInput,
  example: eventExample,
  parse: (document) => eventDocument.parse(document),
  show: showEvent,
  read: parseEvent,
})

async function showEvent(
  context: Context,
  network: RecordNetwork,
  document: EventDocument,
): Promise<EventInput> {
  const { placeId, organisations, zone } = document
  const slugOf = await findSlugs(context, [
    ...organisations.map(({ id }) => id),
    ...[placeId, document.criticalMass?.smaller.placeId ?? null].filter((each) => each !== null),
    ...organisationIdsOf(document.mission),
  ])
  const tieIds = document.cooperations.map(({ id }) => id)
  const ties = tieIds.length === 0 ? [] : await listTiesWith(context, network.id, [], tieIds)
  return {
    kind: document.kind,
    title: document.title,
    summary: document.summary,
    when: document.when,
    starts: wallClockOf(document.startsAt, zone),
    ends: wallClockOf(document.endsAt, zone),
    previously: document.previously?.when ?? null,
    state: document.state,
    firmness: document.firmness,
    place: placeId === null ? null : slugOf(placeId),
    venue: document.venue,
    attendance: document.attendance,
    conference_url: mayReadInside(context.actor, network.id) ? document.conferenceUrl : null,
    frame: document.frame,
    organisers: document.organisers,
    credit: document.credit,
    link: document.link,
    resources: document.resources,
    guest_countries: document.guestCountries,
    themes: document.themes,
    languages: document.languages,
    interpretation: document.interpretation,
    organisations: organisations.map(({ id, role }) => ({
      slug: slugOf(id),
      role: isCode(eventRoles, role) ? role : 'participant',
    })),
    cooperations: ties.filter(({ id }) => tieIds.includes(id)).map(({ slug }) => slug),
    delegation: hasSheet(document.mission) ? serializeMission(document.mission, slugOf) : null,
    recurrence: document.recurrence && serializeRecurrence(document.recurrence),
    critical_mass: document.criticalMass && serializeCriticalMass(document.criticalMass, slugOf),
    visibility: document.visibility,
  }
}

/** The event with what a program sent: by the same rules as its forms. */
async function parseEvent(
  call: ProgramCall<EventDocument>,
  sent: EventInput,
  wrong: WrongParts,
): Promise<EventDocument> {
  const { before, context, network } = call
  const at = (...path: PropertyKey[]) => [...documentPath, ...path]
  const text = (
    field: 'title' | 'summary' | 'venue' | 'frame' | 'organisers' | 'credit',
    given: ProgramText,
  ) => textAfter(before[field], given, { path: at(field), languages: network.languages, wrong })
  const idOf = await findIdsBySlug(
    context,
    [
      ...sent.organisations.map(({ slug }, index) => ({ slug, path: at('organisations', index, 'slug') })),
      ...(sent.place === null ? [] : [{ slug: sent.place, path: at('place') }]),
      ...(sent.critical_mass?.smaller.place
        ? [{ slug: sent.critical_mass.smaller.place, path: at('critical_mass', 'smaller', 'place') }]
        : []),
      ...(sent.delegation === null ? [] : slugsOf(sent.delegation, at('delegation'))),
    ],
    wrong,
  )
  const ties = await listTiesBySlug(context, network.id, sent.cooperations)
  for (const [index, slug] of sent.cooperations.entries())
    if (!ties.some((tie) => tie.slug === slug)) wrong.add(at('cooperations', index), 'a tie of this group')
  // A program that cancels an event by its state alone also cancels the plan.
  const isPlan = sent.state === 'planned' || sent.firmness !== before.firmness
  const firmness = isPlan ? sent.firmness : null
  refuseContradictions(call, { ...sent, firmness }, wrong)
  const isSameDate = before.when === sent.when
  const hours = parseHours(sent, documentPath, wrong)
  const words = isSameDate ? before.words : {}
  const knownOn = call.head === null ? context.today : before.knownOn
  return {
    ...before,
    kind: sent.kind,
    title: text('title', sent.title),
    summary: text('summary', sent.summary),
    when: sent.when,
    words,
    ...hours,
    previously:
      sent.previously === (before.previously?.when ?? null)
        ? before.previously
        : sent.previously === null
          ? null
          : { when: sent.previously, words: {}, startsAt: null },
    state: sent.state,
    firmness,
    placeId: sent.place === null ? null : idOf(sent.place),
    venue: text('venue', sent.venue),
    attendance: sent.attendance,
    conferenceUrl: sent.conference_url,
    frame: text('frame', sent.frame),
    organisers: text('organisers', sent.organisers),
    credit: text('credit', sent.credit),
    link: sent.link,
    resources: sent.resources,
    guestCountries: sent.guest_countries,
    themes: sent.themes,
    languages: sent.languages,
    interpretation: sent.interpretation,
    organisations: sent.organisations.map(({ slug, role }) => ({ id: idOf(slug), role })),
    cooperations: ties.map(({ id }) => ({ id })),
    mission:
      sent.delegation === null
        ? emptyMission
        : parseMission(before.mission, sent.delegation, at('delegation'), {
            idOf,
            languages: network.languages,
            wrong,
          }),
    recurrence:
      sent.recurrence &&
      parseRecurrence(
        before.recurrence,
        sent.recurrence,
        { ...hours, when: sent.when, words, knownOn },
        { path: at('recurrence'), languages: network.languages, wrong },
      ),
    criticalMass: await parseCriticalMass(call, sent, at('critical_mass'), { idOf, wrong }),
    visibility: sent.visibility,
    knownOn,
  }
}

function refuseContradictions(
  { context, before }: ProgramCall<EventDocument>,
  sent: EventInput,
  wrong: WrongParts,
): void {
  const at = (...path: PropertyKey[]) => [...documentPath, ...path]
  if (Object.keys(sent.title).length === 0) wrong.add(at('title'), 'a text in one language at least')
  const isAhead = sent.when !== null && readEdtf(sent.when).from > context.today
  if (sent.state === 'past' && isAhead) wrong.add(at('when'), 'what is past has happened by today')
  // An event of another kind keeps its former sheet, and gets none.
  if (sent.delegation !== null && !missionKinds.includes(sent.kind) && !hasSheet(before.mission))
    wrong.add(at('delegation'), `null but for the kinds ${missionKinds.join(', ')}`)
  if (sent.state !== 'planned' && sent.firmness !== null)
    wrong.add(at('firmness'), 'null for what is no plan')
  for (const field of ['themes', 'languages', 'interpretation', 'guest_countries', 'cooperations'] as const)
    refuseRepeated(sent[field], (index) => at(field, index), wrong)
  refuseRepeated(
    sent.organisations.map(({ slug }) => slug),
    (index) => at('organisations', index, 'slug'),
    wrong,
  )
}
