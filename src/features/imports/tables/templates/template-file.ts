import { z } from 'zod'
import { writeCsv } from '../../../../platform/documents/csv.ts'
import { type InterfaceLanguage, interfaceLanguages } from '../../../../platform/i18n/languages.ts'
import type { Translate } from '../../../../platform/i18n/translate.ts'
import { eventKinds } from '../../../agenda/events/index.ts'
import { kindInWords, kindsOf } from '../../../directory/index.ts'
import { themes } from '../../../networks/index.ts'
import { agreementKinds } from '../../../registry/index.ts'
import { type TableKind, tableKinds } from '../fields.ts'
import { readWords } from '../words/word-file.ts'

const columns = z.array(z.tuple([z.string(), z.string()]))
const schema = z.record(z.enum(tableKinds), z.record(z.enum(interfaceLanguages), columns))

/** The columns of a table to begin with: titles, and an example beneath. */
export function templateOf(
  kind: TableKind,
  language: InterfaceLanguage,
): { titles: string[]; example: string[] } {
  const all = readWords('templates.json', schema)[kind][language]
  return { titles: all.map(([title]) => title), example: all.map(([, example]) => example) }
}

export async function writeTemplateCsv(kind: TableKind, language: InterfaceLanguage): Promise<string> {
  const { titles, example } = templateOf(kind, language)
  const slices = (async function* () {
    yield [example]
  })()
  return (await Array.fromAsync(writeCsv(titles, slices, language))).join('')
}

/** A workbook with the table and, on a sheet of its own, the words and codes that its cells may hold. */
export async function writeTemplateXlsx(
  kind: TableKind,
  language: InterfaceLanguage,
  t: Translate,
): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  const { titles, example } = templateOf(kind, language)
  const table = workbook.addWorksheet(t(`imports.kind.${kind}`))
  table.addRow(titles).font = { bold: true }
  table.addRow(example)
  table.columns.forEach((column) => {
    column.width = 24
  })
  const codes = workbook.addWorksheet(t('imports.templates.codes'))
  for (const [title, rows] of codesFor(kind, t)) {
    codes.addRow([title]).font = { bold: true }
    for (const row of rows) codes.addRow(row)
    codes.addRow([])
  }
  codes.getColumn(1).width = 40
  codes.getColumn(2).width = 32
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function codesFor(kind: TableKind, t: Translate): [string, string[][]][] {
  if (kind === 'contacts') return []
  const themeCodes: [string, string[][]] = [
    t('imports.field.themes'),
    themes.map((each) => [t(`networks.theme.${each}`), each]),
  ]
  if (kind === 'events')
    return [
      [t('imports.field.event.kind'), eventKinds.map((each) => [t(`agenda.eventKind.${each}`), each])],
      themeCodes,
    ]
  if (kind === 'organisations')
    return [[t('imports.ownField.kind'), kindsOf(null).map((each) => [kindInWords(t, each), each])]]
  return [
    [
      t('imports.field.agreement.kind'),
      agreementKinds.map((each) => [t(`registry.agreementKind.${each}`), each]),
    ],
    themeCodes,
  ]
}
