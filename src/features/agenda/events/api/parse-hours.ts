import { readEdtf } from '../../../../platform/dates/index.ts'
import type { WrongParts } from '../../../../platform/records/api/wrong-parts.ts'
import type { EventDocument } from '../document/schema.ts'
import { readWallClock } from './wall-clock.ts'

interface SentHours {
  when: string | null
  starts: string | null
  ends: string | null
}

/** The hours that a program sent beside a date; contradictions are reported. */
export function parseHours(
  { when, starts, ends }: SentHours,
  path: readonly PropertyKey[],
  wrong: WrongParts,
): Pick<EventDocument, 'startsAt' | 'endsAt' | 'zone'> {
  const start = readWallClock(starts, [...path, 'starts'], wrong)
  const end = readWallClock(ends, [...path, 'ends'], wrong)
  if (start === null) {
    if (ends !== null && starts === null) wrong.add([...path, 'starts'], 'a beginning, where there is an end')
    return { startsAt: null, endsAt: null, zone: null }
  }
  if (when === null || readEdtf(when).from !== start.toPlainDate().toString())
    wrong.add([...path, 'starts'], 'on the first day of when')
  if (end !== null && Temporal.ZonedDateTime.compare(end, start) <= 0)
    wrong.add([...path, 'ends'], 'a time after starts')
  const written = (moment: Temporal.ZonedDateTime) => moment.toInstant().toString({ smallestUnit: 'second' })
  return { startsAt: written(start), endsAt: end && written(end), zone: start.timeZoneId }
}
