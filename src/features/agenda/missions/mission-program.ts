import { newId } from '../../../platform/context/identifier.ts'
import { readEdtf } from '../../../platform/dates/index.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { matchEntries } from '../../../platform/records/api/program-entries.ts'
import { type ProgramText, textAfter } from '../../../platform/records/api/program-text.ts'
import type { WrongParts } from '../../../platform/records/api/wrong-parts.ts'
import { readFields, shownOf } from '../../../platform/records/fields/programs.ts'
import type { findIdsBySlug } from '../../directory/picking/index.ts'
import type { MissionDocument, MissionStop } from './document/schema.ts'
import { immersionFields } from './immersion.ts'
import type { MissionInput } from './mission-program.schema.ts'

type IdOf = Awaited<ReturnType<typeof findIdsBySlug>>

/** The context for reading a sheet from a program. */
interface MissionReading {
  idOf: IdOf
  languages: readonly string[]
  wrong: WrongParts
  text(previous: LocalizedText, sent: ProgramText, path: readonly PropertyKey[]): LocalizedText
}

/** The slugs in a sheet, with the path of each. */
export function slugsOf({ head, members, stops }: MissionInput, path: readonly PropertyKey[]) {
  const one = (slug: string | null, ...at: PropertyKey[]) =>
    slug === null ? [] : [{ slug, path: [...path, ...at] }]
  return [
    ...one(head.organisation, 'head', 'organisation'),
    ...members.flatMap(({ organisation }, index) => one(organisation, 'members', index, 'organisation')),
    ...stops.flatMap(({ place, counterparts }, index) => [
      ...one(place, 'stops', index, 'place'),
      ...counterparts.flatMap(({ organisation }, at) =>
        one(organisation, 'stops', index, 'counterparts', at, 'organisation'),
      ),
    ]),
  ]
}

/** The sheet with what a program sent, by the rules of its forms. */
export function parseMission(
  before: MissionDocument,
  sent: MissionInput,
  path: readonly PropertyKey[],
  given: Pick<MissionReading, 'idOf' | 'languages' | 'wrong'>,
): MissionDocument {
  const { idOf, languages, wrong } = given
  const reading: MissionReading = {
    ...given,
    text: (previous, text, at) => textAfter(previous, text, { path: at, languages, wrong }),
  }
  const body = (each: { organisation: string | null; organisation_name: string }) => ({
    organisationId: each.organisation === null ? null : idOf(each.organisation),
    organisationWords: each.organisation_name,
  })
  const members = matchEntries(before.members, sent.members, [...path, 'members'], wrong)
  const standingStops = matchEntries(before.stops, sent.stops, [...path, 'stops'], wrong)
  const standingSeats = matchEntries(before.seats, sent.seats, [...path, 'seats'], wrong)
  const stops = sent.stops.map((stop, index) =>
    parseStop(standingStops[index], stop, [...path, 'stops', index], reading),
  )
  return {
    head: {
      name: sent.head.name,
      post: reading.text(before.head.post, sent.head.post, [...path, 'head', 'post']),
      ...body(sent.head),
    },
    members: sent.members.map((member, index) => {
      if (member.count === null && member.names === '')
        wrong.add([...path, 'members', index, 'count'], 'a count, or names')
      const { kind, count, names } = member
      return { id: members[index]?.id ?? newId(), kind, count, names, ...body(member) }
    }),
    stops,
    seats: sent.seats.map(({ stop, count, for_whom, until }, index) => {
      const at = [...path, 'seats', index]
      const stored = standingSeats[index]
      const stopId = stop === null ? null : (stops[stop]?.id ?? null)
      if (stop !== null && stopId === null) wrong.add([...at, 'stop'], 'the place of a stop of this mission')
      const forWhom = reading.text(stored?.forWhom ?? {}, for_whom, [...at, 'for_whom'])
      return { id: stored?.id ?? newId(), stopId, count, forWhom, until }
    }),
    debrief: {
      account: reading.text(before.debrief.account, sent.debrief.account, [...path, 'debrief', 'account']),
      outcome: reading.text(before.debrief.outcome, sent.debrief.outcome, [...path, 'debrief', 'outcome']),
      nextSteps: reading.text(before.debrief.nextSteps, sent.debrief.next_steps, [
        ...path,
        'debrief',
        'next_steps',
      ]),
    },
    immersion: readFields(
      immersionFields,
      { before: before.immersion, network: { languages } },
      sent.immersion,
      wrong,
      [...path, 'immersion'],
    ),
  }
}

type SentStop = MissionInput['stops'][number]

/** A stop with the values that a program sent. */
function parseStop(
  before: MissionStop | undefined,
  sent: SentStop,
  path: readonly PropertyKey[],
  { idOf, text, wrong }: MissionReading,
): MissionStop {
  const counterparts = matchEntries(
    before?.counterparts ?? [],
    sent.counterparts,
    [...path, 'counterparts'],
    wrong,
  )
  const programme = matchEntries(before?.programme ?? [], sent.programme, [...path, 'programme'], wrong)
  refuseStop(sent, path, wrong)
  const written = (at: string | null) =>
    at === null ? null : Temporal.Instant.from(at).toString({ smallestUnit: 'second' })
  return {
    id: before?.id ?? newId(),
    placeId: sent.place === null ? null : idOf(sent.place),
    place: text(before?.place ?? {}, sent.place_name, [...path, 'place_name']),
    when: sent.when,
    words: before?.when === sent.when ? before.words : {},
    startsAt: written(sent.starts_at),
    endsAt: written(sent.ends_at),
    zone: sent.zone,
    counterparts: sent.counterparts.map(({ organisation, organisation_name }, index) => {
      if (organisation === null && organisation_name === '')
        wrong.add([...path, 'counterparts', index, 'organisation'], 'an organisation, or its name')
      return {
        id: counterparts[index]?.id ?? newId(),
        organisationId: organisation === null ? null : idOf(organisation),
        organisationWords: organisation_name,
      }
    }),
    programme: sent.programme.map(({ day, start, end, title, language }, index) => {
      const at = [...path, 'programme', index]
      const stored = programme[index]
      if (Object.keys(title).length === 0) wrong.add([...at, 'title'], 'a text in one language at least')
      return {
        id: stored?.id ?? newId(),
        day,
        start,
        end,
        title: text(stored?.title ?? {}, title, [...at, 'title']),
        language,
      }
    }),
  }
}

function refuseStop(
  { place, place_name, when, starts_at, ends_at, zone, programme }: SentStop,
  path: readonly PropertyKey[],
  wrong: WrongParts,
): void {
  if (place === null && Object.keys(place_name).length === 0)
    wrong.add([...path, 'place'], 'an organisation of the directory, or place_name')
  if (zone !== null && !isZone(zone)) wrong.add([...path, 'zone'], 'an IANA zone, as in Asia/Seoul')
  if (starts_at !== null && zone === null)
    wrong.add([...path, 'zone'], 'the zone in which the hours were decided')
  if (ends_at !== null && (starts_at === null || ends_at <= starts_at))
    wrong.add([...path, 'ends_at'], 'an instant after starts_at')
  const days = when === null ? null : readEdtf(when)
  for (const [index, { day, start, end }] of programme.entries()) {
    const at = [...path, 'programme', index]
    if (day !== null && days !== null && (day < days.from || day > days.to))
      wrong.add([...at, 'day'], 'a day of the stop')
    if (end !== null && (start === null || end <= start)) wrong.add([...at, 'end'], 'a time after start')
  }
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null
  } catch {
    return false
  }
}

type Body = Pick<MissionDocument['head'], 'organisationId' | 'organisationWords'>

/** The sheet of a mission as programs read it; `slugOf` knows its organisations. */
export function serializeMission(
  { head, members, stops, seats, debrief, immersion }: MissionDocument,
  slugOf: (id: string) => string,
): MissionInput {
  const body = ({ organisationId, organisationWords }: Body) => ({
    organisation: organisationId === null ? null : slugOf(organisationId),
    organisation_name: organisationWords,
  })
  return {
    head: { name: head.name, post: head.post, ...body(head) },
    members: members.map((member) => ({
      id: member.id,
      kind: member.kind,
      count: member.count,
      names: member.names,
      ...body(member),
    })),
    stops: stops.map((stop) => ({
      id: stop.id,
      place: stop.placeId === null ? null : slugOf(stop.placeId),
      place_name: stop.place,
      when: stop.when,
      starts_at: stop.startsAt,
      ends_at: stop.endsAt,
      zone: stop.zone,
      counterparts: stop.counterparts.map((each) => ({ id: each.id, ...body(each) })),
      programme: stop.programme.map(({ id, day, start, end, title, language }) => ({
        id,
        day,
        start,
        end,
        title,
        language,
      })),
    })),
    seats: seats.map(({ id, stopId, count, forWhom, until }) => {
      const at = stops.findIndex((stop) => stop.id === stopId)
      return { id, stop: at < 0 ? null : at, count, for_whom: forWhom, until }
    }),
    debrief: { account: debrief.account, outcome: debrief.outcome, next_steps: debrief.nextSteps },
    immersion: shownOf(immersionFields, immersion),
  }
}
