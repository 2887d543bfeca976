export interface WallTime {
  wall: Temporal.PlainDateTime
  /** A day without hours. */
  isDay: boolean
  isUtc: boolean
}

const form = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/
const [firstYear, lastYear] = [1, 2199]

/** A date, or a date and time, as iCalendar writes them; null for anything else, 31 February and years that no calendar needs. */
export function readWallTime(value: string): WallTime | null {
  const match = form.exec(value.trim())
  if (!match) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((each) => Number(each ?? 0))
  if (year < firstYear || year > lastYear) return null
  try {
    // A leap second is the last one before.
    const fields = { year, month, day, hour, minute, second: second === 60 ? 59 : second }
    const wall = Temporal.PlainDateTime.from(fields, { overflow: 'reject' })
    return { wall, isDay: match[4] === undefined, isUtc: match[7] !== undefined }
  } catch {
    return null
  }
}

/** Those of a list that can be read; for periods, their beginnings. */
export function readWallTimes(value: string): WallTime[] {
  return value.split(',').flatMap((each) => readWallTime(each.split('/')[0] ?? '') ?? [])
}
