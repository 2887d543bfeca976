import { writeCsv } from '../../../platform/documents/csv.ts'
import { type InterfaceLanguage, languageNames } from '../../../platform/i18n/languages.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { PlainMessageKey, Translate } from '../../../platform/i18n/translate.ts'
import { type Sheet, writeXlsx } from '../../../platform/spreadsheets/write-xlsx.ts'
import type { CooperationAnswer } from '../records/schema.ts'
import { type Column, cooperationColumns, rowOf } from './cooperation-table.ts'
import { type ExportWords, exportWords } from './export-words.ts'
import type { Format } from './formats.ts'
import { writeGeoJson } from './geojson.ts'
import { writeIati } from './iati.ts'
import { partColumns, partsOf } from './parts-table.ts'
import { namedLanguages } from './tie-name.ts'

export interface Exported {
  network: { slug: string; name: LocalizedName }
  /** The language of labels. */
  language: InterfaceLanguage
  /** ISO day on which the network is seen. */
  today: string
  /** ISO instant at which the document is made. */
  generatedAt: string
  translate(language: InterfaceLanguage): Translate
  /** The records from the first one, at each call: a workbook reads them once a sheet. */
  slices(): AsyncIterable<CooperationAnswer[]>
}

/** A document of cooperations, chunk by chunk. */
export function writeExport(format: Format, exported: Exported): AsyncGenerator<string | Uint8Array> {
  const { network, language, today, generatedAt, translate, slices } = exported
  const t = translate(language)
  const words = exportWords(language, t)
  switch (format) {
    case 'json':
      return writeJson(slices())
    case 'geojson':
      return writeGeoJson(slices())
    case 'csv':
      return writeCsv(
        cooperationColumns.map((column) => column.name),
        rows(slices(), (record) => [record], cooperationColumns, words),
        language,
      )
    case 'xlsx':
      return writeXlsx([
        sheet(t, 'registry.export.cooperationSheet', cooperationColumns, () =>
          rows(slices(), (record) => [record], cooperationColumns, words),
        ),
        sheet(t, 'registry.export.partSheet', partColumns, () => rows(slices(), partsOf, partColumns, words)),
      ])
    case 'iati': {
      const firstTrace = Object.fromEntries(
        namedLanguages.map((each) => [each, translate(each)('registry.export.firstTrace')]),
      )
      return writeIati(slices(), { network, today, generatedAt, firstTrace })
    }
  }
}

async function* rows<Row>(
  slices: AsyncIterable<CooperationAnswer[]>,
  rowsOf: (record: CooperationAnswer) => Row[],
  columns: Column<Row>[],
  words: ExportWords,
): AsyncGenerator<string[][]> {
  for await (const records of slices) yield records.flatMap(rowsOf).map((row) => rowOf(columns, row, words))
}

function sheet<Row>(
  t: Translate,
  name: PlainMessageKey,
  columns: Column<Row>[],
  slices: Sheet['slices'],
): Sheet {
  return {
    name: t(name),
    columns: columns.map(({ title, language, width }) => ({
      title: language ? `${t(title)} (${languageNames[language]})` : t(title),
      width,
    })),
    slices,
  }
}

/** Records as one JSON array, a slice at a time. */
async function* writeJson(slices: AsyncIterable<object[]>): AsyncGenerator<string> {
  yield '['
  let separator = '\n'
  for await (const records of slices) {
    for (const record of records) {
      yield `${separator}${JSON.stringify(record)}`
      separator = ',\n'
    }
  }
  yield '\n]\n'
}
