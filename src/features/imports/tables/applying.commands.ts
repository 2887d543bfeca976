import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { CommandFailed, type Terminal } from '../../../platform/cli/command.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import { keepFile } from '../../../platform/storage/files.ts'
import type { Network } from '../../networks/index.ts'
import type { TableReport } from './checking/report-shape.ts'
import type { Mapping } from './fields.ts'
import { answersIn, type MapFile } from './map-file.ts'
import { addImport, askForImport } from './records/commands.ts'
import { findImport } from './records/queries.ts'
import { doWork } from './running/jobs.ts'
import type { UnderstoodTable } from './table-input.ts'

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
