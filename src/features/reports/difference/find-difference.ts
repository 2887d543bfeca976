import type { Context } from '../../../platform/context/context.ts'
import { type Edition, findEdition, listEditions, readFacts } from '../../../platform/editions/editions.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { Network } from '../../networks/index.ts'
import { findReadEdition, type ReadEdition } from '../edition.queries.ts'
import { type FactChange, type Movement, type ReportFacts, reportFacts } from '../facts.ts'
import { gatherFacts, type ReportSources } from '../gathering/gather.ts'
import { compareFacts, movementsOf } from './compare.ts'

/** How an edition differs from an earlier one, or today from an edition. */
export interface Difference {
  from: ReadEdition
  /** No edition: what is known on the day of the reader. */
  to: { edition: Edition | null; facts: ReportFacts }
  counts: Record<string, Movement>
  changes: FactChange[]
}

export interface DifferenceRequest {
  /** The number of the edition in the address. */
  number: string | number
  /** The number of an earlier one, or `now` as for `to`; the one before when left out. */
  from?: string | number | undefined
  /** `now`: what is known on the context’s day. */
  to?: string | undefined
}

/** The edition that is asked about, the earlier ones, and the difference; null where there is nothing earlier. 404 where one is not there. */
export async function findDifference(
  { partnerSearches }: Pick<ReportSources, 'partnerSearches'>,
  context: Context,
  network: Network,
  { number, from, to }: DifferenceRequest,
): Promise<{ edition: Edition; earlier: Edition[]; difference: Difference | null }> {
  const series = { networkId: network.id, kind: 'report' as const }
  const edition = await findEdition(context, series, number)
  const earlier = (await listEditions(context, series)).filter((each) => each.number < edition.number)
  const isUntilNow = from === 'now' || to === 'now'
  const usual = isUntilNow ? edition : earlier.find(({ withdrawnAt }) => withdrawnAt === null)
  const first = from === undefined || from === 'now' ? usual : await findEdition(context, series, from)
  if (first === undefined) return { edition, earlier, difference: null }
  if (!isUntilNow && first.number >= edition.number) return notFound(String(from))
  const former = await findReadEdition(context, first)
  const before = former.facts
  const after = isUntilNow
    ? await gatherFacts(
        context,
        network,
        { reportParts: [], partnerSearches, site: before.network.site, words: before.words },
        { from: before.from, to: context.today, day: context.today, lines: [] },
      )
    : reportFacts.parse(await readFacts(context, edition.id))
  return {
    edition,
    earlier,
    difference: {
      from: former,
      to: { edition: isUntilNow ? null : edition, facts: after },
      counts: movementsOf(before, after),
      changes: compareFacts(before, after, former.errata),
    },
  }
}
