import type { Updateable } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import type { Database } from '../../../platform/database/schema.generated.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { takeTurn } from '../../../platform/database/turns.ts'
import { EditionAltered, freezeEdition, listEditions } from '../../../platform/editions/editions.ts'
import { freezeFacts } from '../../../platform/editions/frozen-facts.ts'
import type { Application } from '../../../platform/http/application.ts'
import { authorize, Refusal } from '../../../platform/refusal.ts'
import type { Network } from '../../networks/index.ts'
import { lookUpReportFile } from '../files/queries.ts'
import { inSnapshot } from '../gathering/gather.ts'
import { mayPrepareReports } from '../policy.ts'
import { findFacts, findFrozenText, listLines, listSignatures, listSigners, lookUpDraft } from './queries.ts'
import {
  drawingJob,
  type Happened,
  happenedTo,
  isOpen,
  lineLinks,
  type Report,
  seenOf,
  seriesOf,
} from './report.ts'

/** Why a step was not taken; null where it was. */
export type Trouble = Happened | 'open' | 'signed' | 'noSide' | 'otherSide' | 'unsigned' | 'files'

/**
 * Does a step of the report that a network prepares, one step at a time; refused where the report is not the one that was seen (`seenOf`).
 */
export async function takeStep<T>(
  context: Context,
  networkId: string,
  seen: string,
  work: (inside: Context, report: Report | null) => Promise<T>,
): Promise<T | Happened> {
  authorize(mayPrepareReports(context.actor, networkId))
  return inTransaction(context, async (inside) => {
    await takeTurn(inside, turnOf(networkId))
    const report = await lookUpDraft(inside, networkId)
    return seenOf(report) === seen ? work(inside, report) : happenedTo(report)
  })
}

/** Whoever changes the report of a network, or answers for a line of it, has this turn. */
export const turnOf = (networkId: string) => `reports_report ${networkId}`

/** Begins the next report of a network, or gives the one that is prepared another period. */
export function gatherReport(
  context: Context,
  network: Network,
  seen: string,
  { from, to }: Pick<Report, 'from' | 'to'>,
): Promise<Trouble | null> {
  return takeStep(context, network.id, seen, async (inside, report) => {
    if (report?.digest) return 'frozen'
    const id = report?.id ?? newId()
    const period = { starts_on: from, ends_on: to, day: inside.today }
    if (report) await change(inside, report, period)
    else {
      const [last] = await listEditions({ ...inside, today: '9999-12-31' }, seriesOf(network.id))
      const own = { report_id: id, network_id: network.id, number: (last?.number ?? 0) + 1 }
      const made = { made_at: inside.clock.now().toString(), made_by: personIdOf(inside.actor) }
      await inside.database
        .insertInto('reports_report')
        .values({ ...own, ...made, ...period })
        .execute()
    }
    await record(inside, { id, networkId: network.id }, report ? 'gathered' : 'begun')
    return null
  })
}

/** Removes the report that is prepared; its number is free again. */
export function removeReport(context: Context, network: Network, seen: string): Promise<Trouble | null> {
  return takeStep(context, network.id, seen, async (inside, report) => {
    if (report === null) return 'gone'
    await inside.database.deleteFrom('reports_report').where('report_id', '=', report.id).execute()
    await record(inside, report, 'removed')
    return null
  })
}

/**
 * Freezes the facts of the report, read in one snapshot of the database, and has its files drawn. Refused while authorities may still answer
 * for their lines, and where another person changed it meanwhile.
 */
export async function freezeReport(
  context: Context,
  application: Application,
  network: Network,
  seen: string,
): Promise<Trouble | null> {
  authorize(mayPrepareReports(context.actor, network.id))
  const draft = await lookUpDraft(context, network.id)
  if (draft === null || seenOf(draft) !== seen) return happenedTo(draft)
  if (draft.digest) return 'frozen'
  const { facts, lines } = await inSnapshot(context, async (inside) => {
    const lines = await listLines(inside, draft.id)
    return { lines, facts: await findFacts(inside, application, network, { ...draft, lines }) }
  })
  if (isOpen(draft, context) && lines.some(({ askedAt, stance }) => askedAt !== null && stance === null))
    return 'open'
  const { text, digest } = freezeFacts(facts)
  return takeStep(context, network.id, seen, async (inside, report) => {
    const same = JSON.stringify([draft, lines])
    if (report === null || JSON.stringify([report, await listLines(inside, draft.id)]) !== same)
      return happenedTo(report)
    // Those of facts that an erasure thawed.
    await inside.database.deleteFrom('reports_signature').where('report_id', '=', report.id).execute()
    const frozen_at = inside.clock.now().toString()
    await change(inside, report, {
      ...{ facts: text, digest, frozen_at, frozen_by: personIdOf(inside.actor), day: facts.day },
    })
    await record(inside, report, 'froze')
    await application.sendJob(inside.database, drawingJob, {})
    return null
  })
}

/** Lets a frozen report be changed again: its signatures, its files and its plan go. */
export function thawReport(context: Context, network: Network, seen: string): Promise<Trouble | null> {
  return takeStep(context, network.id, seen, async (inside, report) => {
    if (!report?.digest) return happenedTo(report)
    const { database } = inside
    await database.deleteFrom('reports_signature').where('report_id', '=', report.id).execute()
    await database.deleteFrom('reports_file').where('report_id', '=', report.id).execute()
    const nothing = { facts: null, digest: null, frozen_at: null, frozen_by: null, trouble: null }
    await change(inside, report, { ...nothing, publish_at: null })
    await record(inside, report, 'thawed')
    return null
  })
}

/** Signs the frozen report for the side of the actor, over the digest that they saw. Nobody signs for two sides. */
export function signReport(context: Context, network: Network, seen: string): Promise<Trouble | null> {
  return takeStep(context, network.id, seen, async (inside, report) => {
    if (!report?.digest) return happenedTo(report)
    const personId = personIdOf(inside.actor)
    const signer = (await listSigners(inside, network.id)).find((each) => each.personId === personId)
    if (!signer?.country) return 'noSide'
    const { country, role } = signer
    const signatures = await listSignatures(inside, report.id)
    if (signatures.some((each) => each.personId === personId && each.country !== country)) return 'otherSide'
    const { numInsertedOrUpdatedRows } = await inside.database
      .insertInto('reports_signature')
      .values({
        ...{ report_id: report.id, country, role, person_id: personId, digest: report.digest },
        signed_at: inside.clock.now().toString(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return 'signed'
    await record(inside, report, 'signed', { country, digest: report.digest })
    return null
  })
}

/** Takes the actor’s own signature back, and the plan with it; the other side’s stays. */
export function unsignReport(context: Context, network: Network, seen: string): Promise<Trouble | null> {
  return takeStep(context, network.id, seen, async (inside, report) => {
    if (report === null) return 'gone'
    const { numDeletedRows } = await inside.database
      .deleteFrom('reports_signature')
      .where('report_id', '=', report.id)
      .where('person_id', '=', personIdOf(inside.actor))
      .executeTakeFirst()
    if (numDeletedRows === 0n) return 'unsigned'
    await change(inside, report, { publish_at: null })
    await record(inside, report, 'unsigned')
    return null
  })
}

/** Plans the publication of a report that both sides signed; null takes the plan back. */
export function planReport(
  context: Context,
  network: Network,
  seen: string,
  at: Temporal.Instant | null,
): Promise<Trouble | null> {
  return takeStep(context, network.id, seen, async (inside, report) => {
    const trouble = await hindranceOf(inside, network, report)
    if (report === null || trouble) return trouble
    await change(inside, report, { publish_at: at?.toString() ?? null })
    await record(inside, report, at === null ? 'unplanned' : 'planned')
    return null
  })
}

/** Publishes the report as the edition of its number; returns that, or why not. */
export function publishReport(
  context: Context,
  network: Network,
  seen: string,
): Promise<Trouble | { number: number }> {
  return takeStep(context, network.id, seen, (inside, report) => makeEdition(inside, network, report))
}

/** Publishes what was planned for this instant or before, unless something hinders it by now. */
export async function publishPlanned(context: Context, network: Network): Promise<void> {
  await inTransaction(context, async (inside) => {
    await takeTurn(inside, turnOf(network.id))
    const report = await lookUpDraft(inside, network.id)
    const now = inside.clock.now().epochMilliseconds
    if (report?.publishAt && report.publishAt.getTime() <= now) await makeEdition(inside, network, report)
  })
}

async function makeEdition(
  inside: Context,
  network: Network,
  report: Report | null,
): Promise<Trouble | { number: number }> {
  const trouble = await hindranceOf(inside, network, report)
  const frozen = report && (await findFrozenText(inside, report.id))
  if (trouble || !report || !frozen) return trouble ?? 'thawed'
  const facts: object = JSON.parse(frozen.text)
  const edition = { ...seriesOf(network.id), day: report.day, facts }
  const { id, number, digest } = await freezeEdition(inside, edition)
  if (digest !== report.digest) throw new EditionAltered(`The facts of report ${report.number} were altered`)
  if (number !== report.number)
    throw new Refusal('taken', `Report ${report.number} would be edition ${number}`)
  const lines = await listLines(inside, report.id)
  await lineLinks.end(inside, { line_id: lines.map((line) => line.id) })
  await change(inside, report, { edition_id: id, facts: null, publish_at: null, trouble: null })
  await record(inside, report, 'published', { number })
  return { number }
}

/** What stands against the publication of a report: it is not frozen, not signed by both sides as it is, or a file is missing. */
async function hindranceOf(context: Context, network: Network, report: Report | null) {
  if (!report?.digest) return happenedTo(report)
  if ((await lookUpReportFile(context, report.id, 'manifest.json')) === null) return 'files'
  const valid = (await listSignatures(context, report.id)).filter(({ digest }) => digest === report.digest)
  const signed = new Set(valid.map(({ country }) => country))
  return network.countries.every((country) => signed.has(country)) ? null : 'unsigned'
}

/** Keeps why the files of a report could not be drawn; null once they are, which pages that are kept must learn. */
export async function noteTrouble(
  context: Context,
  report: Pick<Report, 'id' | 'networkId'>,
  trouble: string | null,
): Promise<void> {
  await inTransaction(context, async (inside) => {
    await inside.database
      .updateTable('reports_report')
      .set({ trouble })
      .where('report_id', '=', report.id)
      .where('trouble', 'is distinct from', trouble)
      .execute()
    if (trouble === null) await record(inside, report, 'drawn')
  })
}

/** The first editions of the demonstration: of the day on which it opens, and of today. Nothing where there is one already. Nobody signs them. */
export async function completeReports(
  context: Context,
  application: Application,
  network: Network,
  today: string,
): Promise<void> {
  if (network.opensOn === null) return
  const series = seriesOf(network.id)
  if ((await listEditions({ ...context, today }, series)).length > 0) return
  let from = `${network.opensOn.slice(0, 4)}-01-01`
  for (const day of [network.opensOn, today]) {
    const period = { from, to: day }
    await inTransaction({ ...context, today: day }, async (inside) => {
      const facts = await findFacts(inside, application, network, { ...period, lines: [] })
      const { id, number, digest } = await freezeEdition(inside, { ...series, day, facts })
      const now = inside.clock.now().toString()
      await inside.database
        .insertInto('reports_report')
        .values({
          ...{ report_id: newId(), network_id: network.id, number, starts_on: from, ends_on: day, day },
          ...{ made_at: now, frozen_at: now, digest, edition_id: id },
        })
        .execute()
    })
    from = Temporal.PlainDate.from(day).add({ days: 1 }).toString()
  }
}

async function change(
  { database }: Context,
  { id }: Report,
  values: Updateable<Database['reports_report']>,
): Promise<void> {
  await database.updateTable('reports_report').set(values).where('report_id', '=', id).execute()
}

/** Records what was done with a report; its lines of *To do* follow. */
export function record(
  inside: Context,
  { id, networkId }: Pick<Report, 'id' | 'networkId'>,
  verb: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  return recordActivity(inside, { networkId, verb, subjectKind: 'report', subjectId: id, detail })
}
