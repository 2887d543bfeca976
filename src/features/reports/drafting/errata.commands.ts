import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { type Edition, findEdition, withdrawEdition } from '../../../platform/editions/editions.ts'
import { addErratum } from '../../../platform/editions/errata.ts'
import type { TypedText } from '../../../platform/i18n/localized-text.ts'
import { authorize } from '../../../platform/refusal.ts'
import type { Network } from '../../networks/index.ts'
import { mayPrepareReports } from '../policy.ts'
import { record } from './commands.ts'
import { lookUpReportOf } from './queries.ts'
import { seriesOf } from './report.ts'

/** What an erratum says: what was said, what is right, on whose word, and the id of the tie that it is about or null. */
export interface ReportErratum {
  said: TypedText
  right: TypedText
  word: string
  about: string | null
}

/** Adds an erratum beside an edition, whose facts and files stay as they are. 404 where there is no such edition. */
export function correctReport(
  context: Context,
  network: Network,
  number: number | string,
  { right, ...more }: ReportErratum,
): Promise<void> {
  return noteBeside(context, network, number, 'corrected', (inside, { id }) =>
    addErratum(inside, { kind: 'report', id }, right, more),
  )
}

/** Takes an edition back from readers, with the reason that they are given. */
export function withdrawReport(
  context: Context,
  network: Network,
  number: number | string,
  reason: TypedText,
): Promise<void> {
  return noteBeside(context, network, number, 'withdrawn', (inside, edition) =>
    withdrawEdition(inside, seriesOf(network.id), edition.number, reason),
  )
}

async function noteBeside(
  context: Context,
  network: Network,
  number: number | string,
  verb: string,
  work: (inside: Context, edition: Edition) => Promise<void>,
): Promise<void> {
  authorize(mayPrepareReports(context.actor, network.id))
  await inTransaction(context, async (inside) => {
    const edition = await findEdition(inside, seriesOf(network.id), number)
    await work(inside, edition)
    const report = await lookUpReportOf(inside, edition.id)
    await record(inside, { id: report?.id ?? edition.id, networkId: network.id }, verb)
  })
}
