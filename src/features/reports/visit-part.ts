import { QueryCache } from '../../platform/activity/query-cache.ts'
import { listEditions } from '../../platform/editions/editions.ts'
import type { VisitPart } from '../../platform/records/visit-pages.ts'
import { dayWords } from '../../ui/text/date-words.ts'
import { seriesOf } from './drafting/report.ts'
import { findReadEdition } from './edition.queries.ts'
import type { ReportFacts } from './facts.ts'
import { Print } from './layout/print.ts'
import { tieLines } from './layout/ties.ts'

// The facts of an edition never change. Those of a large group are megabytes, and a day of visits asks for the last one alone.
const kept = new QueryCache<ReportFacts>(2)

/** What the last report said of the ties of the authority that is visited: who comes with a minister’s letter is asked about it. */
export const visitPart: VisitPart = async ({ context, reader, network }, organisationId) => {
  const editions = await listEditions(context, seriesOf(network.id))
  const last = editions.find(({ withdrawnAt }) => withdrawnAt === null)
  if (last === undefined) return null
  const facts = await kept.find(
    context,
    [],
    last.id,
    async () => (await findReadEdition(context, last)).facts,
  )
  const points = tieLines(new Print(facts, reader.interfaceLanguage, last.number), organisationId)
  const title = reader.t('reports.visit.title', {
    number: String(last.number),
    day: dayWords(reader, last.day),
  })
  return points.length === 0 ? null : { kind: 'points', title, points }
}
