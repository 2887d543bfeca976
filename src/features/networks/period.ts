import { readEdtf } from '../../platform/dates/index.ts'

/** The period of a role, in EDTF dates; null if not given. */
export interface Period {
  from: string | null
  until: string | null
}

/** The first and the last possible day, inclusive; null if there is none. */
export interface Days {
  startsOn: string | null
  endsOn: string | null
}

/** The days of a period whose ends are EDTF dates. */
export function daysOf({ from, until }: Period): Days {
  return { startsOn: from ? readEdtf(from).from : null, endsOn: until ? readEdtf(until).to : null }
}

/** Whether a role is held on a day: its last day counts. */
export function isHeldOn({ startsOn, endsOn }: Days, day: string): boolean {
  return (startsOn === null || startsOn <= day) && (endsOn === null || endsOn >= day)
}

/** Whether two periods have a day in common. */
export function overlap(one: Days, other: Days): boolean {
  const begins = (start: string | null, end: string | null) => start === null || end === null || start <= end
  return begins(one.startsOn, other.endsOn) && begins(other.startsOn, one.endsOn)
}
