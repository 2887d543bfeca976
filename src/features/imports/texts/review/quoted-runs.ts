/** A stretch of a passage, with the facts that quote it. */
export interface QuotedRun {
  text: string
  facts: string[]
}

interface Quote {
  id: string
  start: number
  end: number
}

/** A passage cut at the beginning and end of each quotation; unquoted parts have no facts. */
export function quotedRuns(text: string, quotes: readonly Quote[]): QuotedRun[] {
  const within = (at: number) => Math.max(0, Math.min(text.length, at))
  const cuts = new Set([0, text.length, ...quotes.flatMap(({ start, end }) => [within(start), within(end)])])
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(1).map((end, index) => {
    const start = places[index] ?? 0
    return {
      text: text.slice(start, end),
      facts: quotes.filter((each) => each.start < end && each.end > start).map(({ id }) => id),
    }
  })
}
