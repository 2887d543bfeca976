import type { FactBody, FactExchange, FactTie, ReportFacts } from '../facts.ts'
import type { TieRow } from './queries.ts'

type CoverageRow = ReportFacts['coverage'][number]

/** A tie as it is reported, with what is known of it beside. */
export type GatheredTie = FactTie & Pick<TieRow, 'hasSummary' | 'lastKnownOn'>

/** The last of some ISO days, or null. */
export function latest(days: readonly string[]): string | null {
  return days.toSorted().at(-1) ?? null
}

/**
 * How much is known of the listed ties of a report, of their agreements, exchanges and parties, and of what came of the exchanges that are
 * over. That there is no agreement is knowledge too.
 */
export function coverageOf(facts: {
  network: { languages: readonly string[] }
  ties: readonly GatheredTie[]
  exchanges: readonly FactExchange[]
  bodies: readonly FactBody[]
  day: string
}): CoverageRow[] {
  const ties = facts.ties.filter(({ listed }) => listed)
  const ids = new Set(ties.map(({ id }) => id))
  const parties = new Set(ties.flatMap((tie) => tie.parties))
  const bodies = facts.bodies.filter(({ id }) => parties.has(id))
  const exchanges = facts.exchanges.filter(({ tieIds }) => tieIds.some((id) => ids.has(id)))
  const over = exchanges.filter(
    ({ state, endsOn }) => state !== 'cancelled' && endsOn !== null && endsOn < facts.day,
  )
  const answers = exchanges.flatMap((each) => each.answers)
  const heldOn = new Map<string, string[]>()
  for (const { state, tieIds, knownOn } of exchanges)
    for (const id of state === 'past' ? tieIds : []) heldOn.set(id, [...(heldOn.get(id) ?? []), knownOn])
  const agreementsOf = (tie: FactTie) =>
    tie.agreements.map(({ steps, evidence, ...each }) => ({
      ...each,
      signed: steps.filter(({ state, on }) => state === 'signed' && on !== null),
      knownOn: lastOf([...steps, ...evidence]) ?? tie.knownOn,
    }))
  const agreements = ties.flatMap(agreementsOf).filter(({ kind }) => kind !== 'none')
  const names = facts.network.languages.map((language) => [
    `name/${language}`,
    ({ name }: FactBody) => (name[language] ? '' : null),
  ])
  return [
    ...cover('ties', ties, {
      since: (tie) => (tie.since === null ? null : learntOn(tie, 'since')),
      summary: (tie) => (tie.hasSummary ? learntOn(tie, 'summary') : null),
      themes: (tie) => (tie.themes.length === 0 ? null : learntOn(tie, 'themes')),
      stated: (tie) => (tie.stated === null ? null : learntOn(tie, 'status')),
      agreements: (tie) => lastOf(agreementsOf(tie)),
      exchanges: ({ id }) => latest(heldOn.get(id) ?? []),
    }),
    ...cover('agreements', agreements, {
      title: ({ title, knownOn }) => (isEmpty(title) ? null : knownOn),
      signed: ({ signed }) => lastOf(signed),
    }),
    ...cover('exchanges', exchanges, {
      date: ({ when, knownOn }) => (when === null ? null : knownOn),
      place: ({ place, knownOn }) => (place === null ? null : knownOn),
    }),
    ...cover('exchanges', over, { outcome: ({ answers }) => lastOf(answers) }),
    ...cover('outcomes', answers, {
      results: ({ results, knownOn }) => (results.length === 0 ? null : knownOn),
      sentence: ({ sentence, knownOn }) => (isEmpty(sentence) ? null : knownOn),
      money: ({ money, knownOn }) => (money === null ? null : knownOn),
    }),
    ...cover('bodies', bodies, {
      codes: ({ codes }) => (isEmpty(codes) ? null : ''),
      ...Object.fromEntries(names),
    }),
  ]
}

/** For each field the function says when it was learnt of a record: null where it is unknown, '' where no day is kept. */
function cover<T>(
  table: CoverageRow['table'],
  records: readonly T[],
  fields: Record<string, (record: T) => string | null>,
): CoverageRow[] {
  return Object.entries(fields).map(([field, learnt]) => {
    const days = records.flatMap((record) => learnt(record) ?? [])
    return { table, field, known: days.length, of: records.length, lastKnownOn: latest(days) || null }
  })
}

const isEmpty = (words: object) => Object.keys(words).length === 0

const lastOf = (facts: readonly { knownOn: string }[]) => latest(facts.map(({ knownOn }) => knownOn))

function learntOn(tie: FactTie, field: string): string {
  const about = tie.evidence.filter((each) => each.field === field || each.field.startsWith(`${field}/`))
  return lastOf(about) ?? tie.knownOn
}
