import { writeCsv } from '../../../platform/documents/csv.ts'
import { type InterfaceLanguage, languageNames } from '../../../platform/i18n/languages.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { PlainMessageKey, Translate } from '../../../platform/i18n/translate.ts'
import { type Sheet, writeXlsx } from '../../../platform/spreadsheets/write-xlsx.ts'
import type { CooperationAnswer } from '../records/schema.ts'
import { type Column, cooperationColumns, rowOf } from './cooperation-table.ts'
import { type ExportWords, exportWords, namedLanguages, nameOf } from './export-words.ts'
import { writeIati } from './iati.ts'
import { partColumns, partsOf } from './parts-table.ts'

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

/** Cooperations as GeoJSON (RFC 7946): a line between the parties of a tie, a point if only one has a place. */
export async function* writeGeoJson(slices: AsyncIterable<CooperationAnswer[]>): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":['
  let separator = '\n'
  for await (const records of slices) {
    for (const record of records) {
      yield `${separator}${JSON.stringify(feature(record))}`
      separator = ',\n'
    }
  }
  yield '\n]}\n'
}

type Position = [longitude: number, latitude: number]

function feature(record: CooperationAnswer) {
  const { id, slug, url, status, intention, since, themes, parties, updated_at } = record
  return {
    type: 'Feature',
    id,
    geometry: geometry(record),
    properties: {
      slug,
      url,
      name: nameOf(record),
      status,
      intention,
      since,
      agreements: record.agreements.map((agreement) => agreement.kind),
      themes,
      parties: parties.map((party) => party.slug),
      countries: [...new Set(parties.map((party) => party.country))],
      updated_at,
    },
  }
}

function geometry({ parties }: CooperationAnswer) {
  const positions = alongSides(parties).flatMap(({ location }): Position[] =>
    location ? [[location.longitude, location.latitude]] : [],
  )
  if (positions.length > 1) return { type: 'LineString', coordinates: positions }
  const [alone] = positions
  return alone ? { type: 'Point', coordinates: alone } : null
}

// Two French parties and a Korean one make one line that crosses once.
function alongSides(parties: CooperationAnswer['parties']): CooperationAnswer['parties'] {
  const holders = parties.filter((party) => party.capacity === 'party')
  return [...Map.groupBy(holders, (party) => party.country).values()].flat()
}

/** The formats in which cooperations are exported; `suffix` ends the address and the file’s name. */
export const formats = {
  csv: { suffix: 'csv', media: 'text/csv; charset=utf-8' },
  xlsx: { suffix: 'xlsx', media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  json: { suffix: 'json', media: 'application/json; charset=utf-8' },
  geojson: { suffix: 'geojson', media: 'application/geo+json; charset=utf-8' },
  iati: { suffix: 'iati.xml', media: 'application/xml; charset=utf-8' },
} as const

export type Format = keyof typeof formats

export function isFormat(text: unknown): text is Format {
  return typeof text === 'string' && Object.hasOwn(formats, text)
}

/** The name of a file: the network, and the day on which it is seen. */
export function fileName(format: Format, network: string, today: string): string {
  return `${network}-cooperations-${today}.${formats[format].suffix}`
}
