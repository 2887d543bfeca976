interface Span {
  /** ISO days; a year far away on either side means an unknown end. */
  from: string
  until: string
}

const earliest = 1000
const latest = 2200

/** The drawable span: one without an end goes on until today, one without a beginning begins with its end. */
export function drawnSpan<T extends Span>(span: T, today: string): T {
  const until = yearOf(span.until) > latest ? laterOf(today, span.from) : span.until
  const from = yearOf(span.from) < earliest ? until : span.from
  return { ...span, from, until }
}

function laterOf(a: string, b: string): string {
  return a > b ? a : b
}

/** Signed years of ISO 8601 may be extremely far away: `-0044-03-15`, `+012017-01-01`. */
function yearOf(day: string): number {
  if (day.startsWith('-')) return 0
  return day.startsWith('+') ? latest + 1 : Number(day.slice(0, day.indexOf('-')))
}
