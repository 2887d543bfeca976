import { writeCsv } from '../../../platform/documents/csv.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { TableReport } from './checking/report-shape.ts'

/** What is wrong in a table, as a table: opened beside it, each line leads to its cell. */
export async function errorsTable(reader: Reader, { errors }: TableReport): Promise<string> {
  const { t } = reader
  const header = [t('imports.check.cell'), t('imports.check.problem')]
  const rows = errors.map(({ cell, code, text }) => [cell, t(`imports.cell.${code}`, { text })])
  const slices = (async function* () {
    yield rows
  })()
  return (await Array.fromAsync(writeCsv(header, slices, reader.interfaceLanguage))).join('')
}
