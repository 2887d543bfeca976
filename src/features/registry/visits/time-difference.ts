/** How far the clock of the hosts is ahead of the visitors’, in hours, on some days on end: negative for behind. */
export interface TimeDifference {
  /** ISO days, both included. */
  from: string
  to: string
  hours: number
}

/** The difference between two zones on each of some days (ISO, in order): one entry, or several where a clock is put forward or back meanwhile. */
export function timeDifferences(
  days: readonly string[],
  hosts: string,
  visitors: string,
): readonly TimeDifference[] {
  const spans: TimeDifference[] = []
  for (const day of days) {
    // At noon: clocks change at night.
    const noon = Temporal.PlainDateTime.from(`${day}T12:00`).toZonedDateTime(hosts)
    const there = noon.withTimeZone(visitors)
    const hours = (noon.offsetNanoseconds - there.offsetNanoseconds) / 3600e9
    const last = spans.at(-1)
    if (last?.hours === hours) last.to = day
    else spans.push({ from: day, to: day, hours })
  }
  return spans
}

/** The zone of a place by the administrative codes of it and of what it lies in: that of an overseas part of France, else the capital’s. */
export function zoneOfPlace(capital: string, codes: readonly string[]): string {
  if (capital !== 'Europe/Paris') return capital
  return codes.map((code) => overseasZones[code.slice(0, 3)]).find((zone) => zone !== undefined) ?? capital
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
