import { refuseRepeated } from '../../../platform/records/api/program-entries.ts'
import type { ProgramCall } from '../../../platform/records/api/program-record.ts'
import { textAfter } from '../../../platform/records/api/program-text.ts'
import type { WrongParts } from '../../../platform/records/api/wrong-parts.ts'
import { isSame } from '../../../platform/records/record-document.ts'
import type { EventDocument } from '../events/document/schema.ts'
import type { CriticalMassInput } from './critical-mass-program.schema.ts'
import { latestDeadline } from './deadline.ts'
import { type CriticalMass, type SmallerForm, sameForm } from './document/schema.ts'
import { isDecided } from './queries.ts'

interface Given {
  idOf: (slug: string) => string
  wrong: WrongParts
}

type Path = readonly PropertyKey[]
type Call = ProgramCall<EventDocument>

/** What an event needs to be held with what a program sent, by the rules of its form. */
export async function parseCriticalMass(
  call: Call,
  { critical_mass: sent, when }: { critical_mass: CriticalMassInput | null; when: string | null },
  path: Path,
  given: Given,
): Promise<CriticalMass | null> {
  const before = call.before.criticalMass
  const mass = sent && massOf(call, sent, path, given)
  if (isSame(before, mass)) return mass
  const { wrong } = given
  if (before !== null && call.head !== null && (await isDecided(call.context, call.head.id, before.until)))
    wrong.add(path, 'as it is: what was decided is changed by giving more time')
  if (mass !== null) refuseDeadlines(call, mass, when, path, wrong)
  return mass
}

function massOf(call: Call, sent: CriticalMassInput, path: Path, given: Given): CriticalMass {
  const { network, before } = call
  const { wrong } = given
  const known = [...network.countries, ...Object.keys(before.criticalMass?.least ?? {})]
  for (const [index, { country }] of sent.least.entries())
    if (!known.includes(country)) wrong.add([...path, 'least', index, 'country'], 'a country of the group')
  refuseRepeated(
    sent.least.map(({ country }) => country),
    (index) => [...path, 'least', index, 'country'],
    wrong,
  )
  if (sent.least.length === 0 && sent.total === null)
    wrong.add([...path, 'total'], 'a number in all, or of one country')
  return {
    until: sent.until,
    least: Object.fromEntries(sent.least.map(({ country, authorities }) => [country, authorities])),
    total: sent.total,
    below: sent.below,
    smaller: smallerOf(call, sent.smaller, [...path, 'smaller'], given),
  }
}

function smallerOf(
  { network, before }: Call,
  sent: CriticalMassInput['smaller'],
  path: Path,
  { idOf, wrong }: Given,
): SmallerForm {
  const stored = before.criticalMass?.smaller ?? sameForm
  const text = (field: 'words' | 'venue') =>
    textAfter(stored[field], sent[field], { path: [...path, field], languages: network.languages, wrong })
  const { kind, attendance, when, starts_at: startsAt, ends_at: endsAt, zone, place } = sent
  if (startsAt !== null && (when === null || zone === null))
    wrong.add([...path, 'starts_at'], 'null where the date or the zone is')
  if (endsAt !== null && (startsAt === null || endsAt <= startsAt))
    wrong.add([...path, 'ends_at'], 'a time after starts_at')
  return {
    kind,
    attendance,
    words: text('words'),
    when,
    dateWords: when === stored.when ? stored.dateWords : {},
    startsAt,
    endsAt,
    zone,
    placeId: place === null ? null : idOf(place),
    venue: text('venue'),
  }
}

function refuseDeadlines(
  { context }: Call,
  { until, below, smaller }: CriticalMass,
  when: string | null,
  path: Path,
  wrong: WrongParts,
): void {
  if (until < context.today) wrong.add([...path, 'until'], 'a day that has not passed')
  if (isBefore(when, until)) wrong.add([...path, 'until'], 'a day before the event')
  if (below === 'reduced' && isBefore(smaller.when, until))
    wrong.add([...path, 'smaller', 'when'], 'a date after until')
}

function isBefore(when: string | null, until: string): boolean {
  const latest = latestDeadline(when)
  return latest !== null && latest < until
}

/** What an event needs to be held as programs read it; `slugOf` knows the town of its smaller form. */
export function serializeCriticalMass(
  { until, least, total, below, smaller }: CriticalMass,
  slugOf: (id: string) => string,
): CriticalMassInput {
  return {
    until,
    least: Object.entries(least).map(([country, authorities]) => ({ country, authorities })),
    total,
    below,
    smaller: {
      kind: smaller.kind,
      attendance: smaller.attendance,
      words: smaller.words,
      when: smaller.when,
      starts_at: smaller.startsAt,
      ends_at: smaller.endsAt,
      zone: smaller.zone,
      place: smaller.placeId === null ? null : slugOf(smaller.placeId),
      venue: smaller.venue,
    },
  }
}
