import { readEdtf } from '../../../platform/dates/index.ts'

/** Whether two EDTF dates may mean the same: one lies within the other. */
export function areAlike(one: string, other: string): boolean {
  const [a, b] = [readEdtf(one), readEdtf(other)]
  return (a.from <= b.from && b.to <= a.to) || (b.from <= a.from && a.to <= b.to)
}

/** Whether two EDTF dates have a day in common. */
export function doMeet(one: string, other: string): boolean {
  const [a, b] = [readEdtf(one), readEdtf(other)]
  return a.from <= b.to && b.from <= a.to
}

/** Whether two EDTF dates begin in one year. */
export function areOfOneYear(one: string, other: string): boolean {
  return readEdtf(one).from.slice(0, 4) === readEdtf(other).from.slice(0, 4)
}
