import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import { authorize } from '../../../platform/refusal.ts'
import { keepFile, lookUpFile, openFile } from '../../../platform/storage/files.ts'
import { spool } from '../../../platform/storage/spool.ts'
import { StorageUnusable } from '../../../platform/storage/storage.ts'
import type { Network } from '../../networks/index.ts'
import { mayImport } from '../policy.ts'
import { isField, type Mapping, type TableKind } from './fields.ts'
import { addImport, changeSheet } from './records/commands.ts'
import { lookUpMapping, type TableImport } from './records/queries.ts'
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
