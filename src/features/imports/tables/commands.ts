import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { CommandFailed, type Terminal } from '../../../platform/cli/command.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import { authorize } from '../../../platform/refusal.ts'
import { keepFile, lookUpFile, openFile } from '../../../platform/storage/files.ts'
import { spool } from '../../../platform/storage/spool.ts'
import { StorageUnusable } from '../../../platform/storage/storage.ts'
import type { Network } from '../../networks/index.ts'
import { mayImport } from '../policy.ts'
import type { TableReport } from './checking/report-shape.ts'
import { isField, type Mapping, type TableKind } from './fields.ts'
import { answersIn, type MapFile } from './map-file.ts'
import { addImport, askForImport, changeSheet } from './records/commands.ts'
import { findImport, lookUpMapping, type TableImport } from './records/queries.ts'
import { doWork } from './running/jobs.ts'
import { refuseHeaderAlone, type UnderstoodTable, understandTable } from './table-input.ts'
import { readWordLists } from './words/word-list.ts'

type Services = Pick<Application, 'storage' | 'translate'>

interface SentTable {
  file: { path: string; name: string; type: string }
  kind: TableKind | null
  language: string
}

/** Keeps an uploaded file and begins its import, with the mapping last used for files of its shape. Throws TableUnreadable. */
export async function beginImport(
  services: Services,
  context: Context,
  network: Network,
  { file, kind, language }: SentTable,
): Promise<string> {
  authorize(mayImport(context.actor, network.id))
  const understood = await understand(services, context, network, { path: file.path, sheet: null }, kind)
  const mapping = await remembered(context, network, understood, kind)
  const kept = await keepFile(context, services.storage, file, file)
  return addImport(context, network.id, {
    fileId: kept.fileId,
    fileName: kept.name,
    sheet: null,
    language,
    understood,
    mapping,
    answers: {},
    leaveOut: false,
  })
}

/** Reads another sheet of the same workbook. Throws TableUnreadable. */
export async function readOtherSheet(
  services: Services,
  context: Context,
  network: Network,
  table: TableImport,
  sheet: string,
): Promise<void> {
  authorize(mayImport(context.actor, network.id))
  const file = table.fileId === null ? null : await lookUpFile(context, table.fileId)
  if (!file) throw new StorageUnusable('The file of the import is gone')
  const spooled = await spool(services.storage.scratch, await openFile(services.storage, file))
  try {
    const understood = await understand(services, context, network, { path: spooled.path, sheet }, null)
    await changeSheet(context, table, sheet, understood)
  } finally {
    await spooled.remove()
  }
}

async function understand(
  { translate }: Services,
  context: Context,
  network: Network,
  place: { path: string; sheet: string | null },
  kind: TableKind | null,
): Promise<UnderstoodTable> {
  const understood = await understandTable(context, place, readWordLists(translate), {
    kind,
    countries: network.countries,
  })
  refuseHeaderAlone(understood)
  return understood
}

async function remembered(
  context: Context,
  network: Network,
  understood: UnderstoodTable,
  kind: TableKind | null,
): Promise<Mapping> {
  const before = await lookUpMapping(context, network.id, understood.fingerprint)
  if (!before || (kind !== null && kind !== before.kind)) return understood.mapping
  const columns = Object.entries(before.columns).filter(([, field]) => isField(before.kind, field))
  return { ...before, headerRow: understood.mapping.headerRow, columns: Object.fromEntries(columns) }
}

interface Applied {
  path: string
  terminal: Terminal
  map: MapFile
  understood: UnderstoodTable
  mapping: Mapping
  report: TableReport
}

/** Imports a checked table from the command line in one go, as a coordinator does on the pages. Returns its id. */
export async function applyTable(
  application: Application,
  context: Context,
  network: Network,
  { path, terminal, map, understood, mapping, report }: Applied,
): Promise<string> {
  const leaveOut = map.leaveOut === true
  refuseDoubts(report, leaveOut)
  const file = await keepFile(context, application.storage, createReadStream(path), { name: basename(path) })
  const id = await addImport(context, network.id, {
    fileId: file.fileId,
    fileName: file.name,
    sheet: map.sheet ?? null,
    language: network.languages[0] ?? 'en',
    understood,
    mapping,
    answers: answersIn(map),
    leaveOut,
  })
  const progress = (label: string) => (rows: number) => terminal.progress(label, rows, report.rows)
  await doWork(application, await findImport(context, network.id, id), progress('Checking the table'))
  await askForImport(context, await findImport(context, network.id, id), leaveOut)
  await doWork(application, await findImport(context, network.id, id), progress('Importing the table'))
  const { trouble } = await findImport(context, network.id, id)
  if (trouble !== null)
    throw new CommandFailed(`The import ended before its end (${trouble}); nothing was changed`)
  return id
}

/** Rows that are wrong or unclear are never imported: they have to be corrected, answered or left out. */
function refuseDoubts({ counts, questions, towns }: TableReport, leaveOut: boolean): void {
  if (leaveOut) return
  const { wrong = 0, asked = 0, contradicts = 0, repeated = 0 } = counts
  if (wrong + asked + contradicts + repeated === 0) return
  throw new CommandFailed(
    `${wrong} rows are wrong, ${asked} are not clear (${questions.length} names${towns.length > 0 ? `, ${towns.length} towns of the world` : ''}), ${contradicts} contradict the registry and ${repeated} repeat others: mend the table, answer by "answers", "towns", "differences" and "repeats" in the file of --map, or leave them out by "leaveOut": true; nothing was changed`,
  )
}
