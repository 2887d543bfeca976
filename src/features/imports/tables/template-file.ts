import { z } from 'zod'
import { writeCsv } from '../../../platform/documents/csv.ts'
import { type InterfaceLanguage, interfaceLanguages } from '../../../platform/i18n/languages.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { type Sheet, writeXlsx } from '../../../platform/spreadsheets/write-xlsx.ts'
import { eventKinds } from '../../agenda/events/index.ts'
import { kindInWords, kindsOf } from '../../directory/index.ts'
import { themes } from '../../networks/index.ts'
import { agreementKinds } from '../../registry/index.ts'
import { type TableKind, tableKinds } from './fields.ts'
import { readWords } from './words/word-list.ts'

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
  return (await Array.fromAsync(writeCsv(titles, once([example]), language))).join('')
}

/** A workbook with the table and, on another sheet, the words and codes that its cells may hold. */
export async function writeTemplateXlsx(
  kind: TableKind,
  language: InterfaceLanguage,
  t: Translate,
): Promise<Uint8Array> {
  const { titles, example } = templateOf(kind, language)
  const [first, ...others] = codesFor(kind, t)
  const headings = others.map(([title]) => [title])
  const table: Sheet = {
    name: t(`imports.kind.${kind}`),
    columns: titles.map((title) => ({ title, width: 24 })),
    slices: () => once([example]),
  }
  const codes: Sheet = {
    name: t('imports.templates.codes'),
    columns: [
      { title: first?.[0] ?? '', width: 40 },
      { title: '', width: 32 },
    ],
    slices: () =>
      once([
        ...(first?.[1] ?? []),
        ...others.flatMap(([, rows], index) => [[], headings[index] ?? [], ...rows]),
      ]),
    isHeading: (row) => headings.some((each) => each === row),
  }
  return Buffer.concat(await Array.fromAsync(writeXlsx([table, codes])))
}

async function* once(rows: string[][]): AsyncGenerator<string[][]> {
  yield rows
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
