/** How far the clock of the hosts is ahead of the visitors’, in minutes, on some days on end: negative for behind. */
export interface TimeDifference {
  /** ISO days, both included. */
  from: string
  to: string
  minutes: number
}

/** The difference between two zones on each of some days (ISO, in order): one entry, or several where a clock is put forward or back meanwhile. */
export function timeDifferences(
  days: readonly string[],
  hosts: string,
  visitors: string,
): readonly TimeDifference[] {
  const spans: TimeDifference[] = []
  for (const day of days) {
    const minutes = minutesAhead(day, hosts, visitors)
    const last = spans.at(-1)
    if (last?.minutes === minutes) last.to = day
    else spans.push({ from: day, to: day, minutes })
  }
  return spans
}

// At noon: clocks change at night.
function minutesAhead(day: string, hosts: string, visitors: string): number {
  const noon = Temporal.PlainDateTime.from(`${day}T12:00`).toZonedDateTime(hosts)
  const there = noon.toInstant().toZonedDateTimeISO(visitors)
  return (noon.offsetNanoseconds - there.offsetNanoseconds) / 60e9
}

/** What the visitors’ clock shows when it is nine where the hosts are: `02:00`, and whether that is the day before or after. */
export function atNine({ minutes }: Pick<TimeDifference, 'minutes'>): {
  time: string
  day: 'before' | 'same' | 'after'
} {
  const shown = 9 * 60 - minutes
  const within = ((shown % dayMinutes) + dayMinutes) % dayMinutes
  const two = (count: number) => String(count).padStart(2, '0')
  return {
    time: `${two(Math.floor(within / 60))}:${two(within % 60)}`,
    day: shown < 0 ? 'before' : shown >= dayMinutes ? 'after' : 'same',
  }
}

const dayMinutes = 24 * 60

/** The zone of a place by the administrative codes of it and of what it lies in: that of an overseas part of France, else the capital’s. */
export function zoneOfPlace(capital: string, codes: readonly string[]): string {
  if (capital !== 'Europe/Paris') return capital
  const overseas = codes.map((code) => overseasZones[code.slice(0, 3)]).find((zone) => zone !== undefined)
  return overseas ?? capital
}

const overseasZones: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/St_Barthelemy',
  '978': 'America/Marigot',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea',
}
