const unitOf: Record<string, 'years' | 'months' | 'weeks' | 'days' | 'hours' | 'minutes' | 'seconds'> = {
  YEARLY: 'years',
  MONTHLY: 'months',
  WEEKLY: 'weeks',
  DAILY: 'days',
  HOURLY: 'hours',
  MINUTELY: 'minutes',
  SECONDLY: 'seconds',
}

/**
 * A time from which a rule gives the same times as from its first one, as near before a moment as can be computed: whole steps of its
 * interval on. A rule that counts has to be counted from its beginning.
 */
export function nearestBegin(
  first: Temporal.PlainDateTime,
  rule: ReadonlyMap<string, string>,
  from: Temporal.PlainDateTime,
): Temporal.PlainDateTime {
  const unit = unitOf[rule.get('FREQ') ?? '']
  if (unit === undefined || rule.has('COUNT')) return first
  const interval = Number(rule.get('INTERVAL') ?? 1)
  // The day of a month or the weekday that a rule takes from its first time comes again like this after 400 years.
  const isByDate = unit === 'years' || unit === 'months'
  const cycle = unit === 'years' ? 400 : 4_800
  const step = isByDate && (first.day > 28 || rule.has('BYWEEKNO')) ? leastCommon(interval, cycle) : interval
  const between = Math.floor(first.until(from, { largestUnit: unit })[unit]) - interval
  const steps = Math.floor(between / step)
  return steps > 0 ? first.add({ [unit]: steps * step }) : first
}

function leastCommon(one: number, other: number): number {
  let [a, b] = [one, other]
  while (b > 0) [a, b] = [b, a % b]
  return (one / a) * other
}
