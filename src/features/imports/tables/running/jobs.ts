import { setImmediate } from 'node:timers/promises'
import { ownDay } from '../../../../platform/context/clock.ts'
import type { Context } from '../../../../platform/context/context.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { silentSince } from '../../../../platform/jobs/claims.ts'
import type { Job } from '../../../../platform/jobs/jobs.ts'
import { openTable } from '../../../../platform/spreadsheets/open-table.ts'
import { type TableRow, TableUnreadable } from '../../../../platform/spreadsheets/table.ts'
import { lookUpFile, openFile } from '../../../../platform/storage/files.ts'
import { spool } from '../../../../platform/storage/spool.ts'
import { StorageUnusable } from '../../../../platform/storage/storage.ts'
import { listNetworks, type Network } from '../../../networks/index.ts'
import { countFilledTables } from '../../../registry/batches/index.ts'
import { answersOf } from '../answers.ts'
import { ReportBuilder } from '../checking/report.ts'
import { forgetWaitingLists } from '../personal-data.commands.ts'
import { TablePlan } from '../plan/table-plan.ts'
import { listWaiting, lookUpWork, type TableImport } from '../records/queries.ts'
import { undoImport } from '../undo/commands.ts'
import { readWordLists } from '../words/word-list.ts'
import {
  beginWriting,
  claim,
  endCheck,
  endImport,
  fail,
  isCancelled,
  runReturn,
  tell,
  writeRows,
} from './commands.ts'

export type WorkServices = Pick<
  Application,
  'database' | 'clock' | 'storage' | 'translate' | 'textOwners' | 'records' | 'settings'
>

/** Reports progress at a terminal, in rows. */
export type Progress = (rows: number) => void

// Rows planned and written in one batch: other requests go on between batches.
const rowsAtOnce = 100

// Database statistics are refreshed after so many rows, and each time that their number has doubled.
const firstCount = 500

class Cancelled extends Error {}

/** Does the work that an import waits for, unless another worker does. Records what it cannot do, and leaves nothing half done. */
export async function doWork(
  services: WorkServices,
  table: TableImport,
  progress: Progress = () => undefined,
): Promise<void> {
  const network = await findNetworkOf(services, table)
  const context: Context = {
    actor: { kind: 'operator' },
    clock: services.clock,
    database: services.database,
    today: ownDay(services, network.opensOn),
  }
  if (!(await claim(context, table))) return
  try {
    if (table.waitsFor === 'return') await runReturn(context, services, table, progress)
    else
      await (table.waitsFor === 'import' ? runImport : runCheck)(services, context, network, table, progress)
  } catch (error) {
    await fail(context, services, table, importTrouble(error))
    if (importTrouble(error) === 'fault') throw error
  }
}

/** Starts the work that an import waits for at once, if this process runs jobs; otherwise, and after a crash, the job does it. */
export function startSoon(
  services: WorkServices & Pick<Application, 'log'>,
  importId: string,
  networkId: string,
): void {
  if (services.settings.role === 'web') return
  void lookUpWork(services, networkId, importId)
    .then((table) => (table ? doWork(services, table) : undefined))
    .catch((error: unknown) => services.log.error({ err: error, import: importId }, 'import'))
}

/** Every minute: imports that wait, or whose worker has not reported; each night: lists of people that nobody imports. */
export function tableJobs(application: Application): Job[] {
  return [
    {
      name: 'imports.tables',
      cron: '* * * * *',
      run: async () => {
        const before = silentSince(application.clock.now())
        for (const table of await listWaiting(application, before)) await doWork(application, table)
      },
    },
    {
      name: 'imports.lists',
      cron: '20 3 * * *',
      run: async () => {
        await forgetWaitingLists(application)
      },
    },
  ]
}

async function runCheck(
  services: WorkServices,
  context: Context,
  _network: Network,
  table: TableImport,
  progress: Progress,
): Promise<void> {
  const builder = new ReportBuilder(table.mapping, table.language)
  const { plan, rows } = await planRows(services, context, table, async (plan, slice, last) => {
    builder.add(await plan.plan(slice))
    progress(last)
  })
  await endCheck(context, table, builder.report(plan), rows)
}

async function runImport(
  services: WorkServices,
  context: Context,
  network: Network,
  table: TableImport,
  progress: Progress,
): Promise<void> {
  // A worker that died in the middle has left something.
  await undoImport(context, services, table, { keepsChanged: false })
  const writer = await beginWriting(context, services, network, table)
  let nextCount = firstCount
  // What was clear at the check may be unclear by now: the report gives the actual outcome of the rows.
  const builder = new ReportBuilder(table.mapping, table.language)
  const { plan, rows } = await planRows(services, context, table, async (plan, slice, last) => {
    const planned = await plan.plan(slice)
    builder.add(planned)
    await writeRows(context, services, writer, table, planned)
    if (last >= nextCount) {
      await countFilledTables(context)
      nextCount = last * 2
    }
    progress(last)
  })
  await endImport(context, table, { sourceId: writer.source.sourceId, rows, report: builder.report(plan) })
}

async function planRows(
  services: WorkServices,
  context: Context,
  table: TableImport,
  take: (plan: TablePlan, rows: readonly TableRow[], last: number) => Promise<void>,
): Promise<{ plan: TablePlan; rows: number }> {
  const file = table.fileId === null ? null : await lookUpFile(context, table.fileId)
  if (!file) throw new StorageUnusable('The file of the import is gone')
  const spooled = await spool(services.storage.scratch, await openFile(services.storage, file))
  try {
    const opened = await openTable({ path: spooled.path, sheet: table.sheet })
    try {
      const { networkId, mapping, language, madeBy } = table
      const plan = await TablePlan.begin(
        context,
        { networkId, mapping, language, importer: madeBy, answers: answersOf(table.answers) },
        readWordLists(services.translate),
      )
      let last = 0
      for await (const batch of opened.batches()) {
        for (let at = 0; at < batch.length; at += rowsAtOnce) {
          const slice = batch.slice(at, at + rowsAtOnce)
          last = slice.at(-1)?.number ?? last
          await take(plan, slice, last)
          await setImmediate()
        }
        await tell(context, table, last)
        if (await isCancelled(context, table)) throw new Cancelled()
      }
      return { plan, rows: last }
    } finally {
      await opened.close()
    }
  } finally {
    await spooled.remove()
  }
}

async function findNetworkOf(services: WorkServices, table: TableImport): Promise<Network> {
  const found = (await listNetworks(services)).find(({ id }) => id === table.networkId)
  if (!found) throw new Error(`The network ${table.networkId} of an import is gone`)
  return found
}

function importTrouble(error: unknown): string {
  if (error instanceof Cancelled) return 'cancelled'
  if (error instanceof TableUnreadable) return error.code
  return error instanceof StorageUnusable ? 'storage' : 'fault'
}
