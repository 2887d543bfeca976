import { newId } from '../../../../platform/context/identifier.ts'
import { readEdtf } from '../../../../platform/dates/index.ts'
import { matchEntries } from '../../../../platform/records/api/program-entries.ts'
import type { WrongParts } from '../../../../platform/records/api/wrong-parts.ts'
import type { MissionStop } from '../document/schema.ts'
import type { MissionReading } from './parse-mission.ts'
import type { MissionInput } from './schema.ts'

type SentStop = MissionInput['stops'][number]

/** A stop with the values that a program sent. */
export function parseStop(
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
  refuseContradictions(sent, path, wrong)
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

function refuseContradictions(
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
