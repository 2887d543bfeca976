import { languageOf } from '../../../platform/i18n/country-language.ts'
import type { ComparedTie, MetExpectation, TranslatedTexts } from './queries.ts'
import type { Direction, Visit } from './visit.ts'

/** Something counted each way between two countries: from the first to the second, and back. */
export interface BothWays {
  there: number
  back: number
}

/** One line of the ledger. */
export interface LedgerLine {
  visits: BothWays
  /** Visits of which the agenda does not give who came or who received. */
  unknownVisits: number
  /** Those that were met: a part is none of them. */
  expectations: BothWays
  /** Those that were met in part alone. */
  partExpectations: BothWays
  texts: BothWays
}

export interface YearLine {
  /** Null for what has no year. */
  year: number | null
  visits: BothWays
  unknownVisits: number
}

interface Counted {
  visits: readonly Visit[]
  met: readonly MetExpectation[]
  texts: readonly TranslatedTexts[]
}

type Pair = readonly [string, string]

/** The two countries that a ledger compares, each pair of a network once, in the order of its countries. */
export function pairsOf(countries: readonly string[]): Pair[] {
  return countries.flatMap((first, index) =>
    countries.slice(index + 1).map((second): Pair => [first, second]),
  )
}

/** One line for a tie: its visits, the expectations that its parties met for each other, its texts. */
export function lineOfTie(tie: ComparedTie, pair: Pair, { visits, met, texts }: Counted): LedgerLine {
  const isParty = (id: string) => tie.parties.some((party) => party.id === id)
  return lineOf(pair, {
    visits: visits.filter(({ cooperationIds }) => cooperationIds.includes(tie.id)),
    met: met.filter(({ askerId, takerId }) => isParty(askerId) && isParty(takerId)),
    texts: texts.filter(({ cooperationId }) => cooperationId === tie.id),
  })
}

/** One line for all that is counted: a visit that concerns two ties counts once. */
export function lineOf(pair: Pair, { visits, met, texts }: Counted): LedgerLine {
  const languages: Pair = [languageOf(pair[0]), languageOf(pair[1])]
  return {
    ...visitsOf(pair, visits),
    expectations: countEach(pair, met, ({ isPart }) => Number(!isPart)),
    partExpectations: countEach(pair, met, ({ isPart }) => Number(isPart)),
    texts: countEach(languages, texts, ({ count }) => count),
  }
}

/** The visits by year, the latest first; those without a year come last. */
export function linesByYear(pair: Pair, visits: readonly Visit[]): YearLine[] {
  return [...Map.groupBy(visits, ({ year }) => year)]
    .map(([year, of]) => ({ year, ...visitsOf(pair, of) }))
    .sort((a, b) => (b.year ?? -1) - (a.year ?? -1))
}

// What goes between other countries than these two is on neither side.
function visitsOf(pair: Pair, visits: readonly Visit[]): Pick<LedgerLine, 'visits' | 'unknownVisits'> {
  const directed = visits.flatMap(({ direction, count }) => (direction ? [{ ...direction, count }] : []))
  return {
    visits: countEach(pair, directed, ({ count }) => count),
    unknownVisits: visits.reduce((sum, { direction, count }) => sum + (direction === null ? count : 0), 0),
  }
}

function countEach<T extends Direction>(
  [first, second]: Pair,
  each: readonly T[],
  count: (one: T) => number,
): BothWays {
  const sum = (from: string, to: string) =>
    each.filter((one) => one.from === from && one.to === to).reduce((total, one) => total + count(one), 0)
  return { there: sum(first, second), back: sum(second, first) }
}
