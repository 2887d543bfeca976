import { cellText } from '../../../platform/documents/xml.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import type { CooperationAnswer } from '../records/schema.ts'
import { bareName, type ExportWords, namedLanguages, nameOf } from './export-words.ts'

/** A column of the table of cooperations: its permanent name, its title, its width in characters, its value. */
export interface Column<Row> {
  name: string
  title: PlainMessageKey
  /** The language of a text that has a column for each. */
  language?: (typeof namedLanguages)[number]
  width: number
  cell(row: Row, words: ExportWords): string
}

const list = (values: string[]) => values.join('; ')

function inEach(
  name: string,
  title: PlainMessageKey,
  width: number,
  cell: (record: CooperationAnswer, language: string) => string,
): Column<CooperationAnswer>[] {
  return namedLanguages.map((language) => ({
    name: `${name}_${language}`,
    title,
    language,
    width,
    cell: (record) => cell(record, language),
  }))
}

/** The columns of the table of cooperations: added to, never renamed or moved. */
export const cooperationColumns: Column<CooperationAnswer>[] = [
  { name: 'slug', title: 'registry.export.slug', width: 28, cell: ({ slug }) => slug },
  ...inEach('name', 'registry.export.name', 32, (record, language) => nameOf(record)[language] ?? ''),
  { name: 'status', title: 'registry.export.statusCode', width: 14, cell: ({ status }) => status },
  {
    name: 'status_label',
    title: 'registry.export.status',
    width: 16,
    cell: ({ status }, words) => words.status(status),
  },
  {
    name: 'intention',
    title: 'registry.export.intentionCode',
    width: 14,
    cell: ({ intention }) => intention ?? '',
  },
  {
    name: 'intention_label',
    title: 'registry.export.intention',
    width: 20,
    cell: ({ intention }, words) => words.intention(intention),
  },
  {
    name: 'confirmation',
    title: 'registry.export.confirmation',
    width: 14,
    cell: ({ confirmation }) => confirmation,
  },
  { name: 'listed', title: 'registry.export.listed', width: 10, cell: ({ listed }) => String(listed) },
  { name: 'since', title: 'registry.export.since', width: 12, cell: ({ since }) => since ?? '' },
  {
    name: 'last_exchange_on',
    title: 'registry.export.lastExchange',
    width: 14,
    cell: (record) => record.last_exchange_on ?? '',
  },
  {
    name: 'countries',
    title: 'registry.export.countries',
    width: 12,
    cell: ({ parties }) => list([...new Set(parties.map((party) => party.country))]),
  },
  {
    name: 'parties',
    title: 'registry.export.parties',
    width: 30,
    cell: ({ parties }) => list(parties.map((party) => party.slug)),
  },
  ...inEach('party_names', 'registry.export.partyNames', 36, ({ parties }, language) =>
    list(parties.map((party) => bareName(party, language))),
  ),
  {
    name: 'party_kinds',
    title: 'registry.export.partyKinds',
    width: 24,
    cell: ({ parties }) => list(parties.map((party) => party.kind)),
  },
  {
    name: 'party_codes',
    title: 'registry.export.partyCodes',
    width: 40,
    cell: ({ parties }) => list(parties.map(codesOf)),
  },
  {
    name: 'agreements',
    title: 'registry.export.agreementCodes',
    width: 24,
    cell: ({ agreements }) => list(agreements.map((agreement) => agreement.kind)),
  },
  {
    name: 'agreement_labels',
    title: 'registry.export.agreements',
    width: 36,
    cell: ({ agreements }, words) => list(agreements.map((agreement) => agreementWords(agreement, words))),
  },
  { name: 'themes', title: 'registry.export.themeCodes', width: 36, cell: ({ themes }) => list(themes) },
  {
    name: 'theme_labels',
    title: 'registry.export.themes',
    width: 36,
    cell: ({ themes }, words) => list(themes.map(words.theme)),
  },
  {
    name: 'wished_themes',
    title: 'registry.export.wishedThemes',
    width: 20,
    cell: (record) => list(record.wished_themes),
  },
  { name: 'actors', title: 'registry.export.actorSlugs', width: 30, cell: ({ actors }) => list(actors) },
  ...inEach('actor_names', 'registry.export.actors', 36, (record, language) =>
    list(record.actor_roles.map((actor) => bareName({ name: actor.name, short_name: {} }, language))),
  ),
  ...inEach('summary', 'registry.export.summary', 60, ({ summary }, language) => summary[language] ?? ''),
  {
    name: 'sources',
    title: 'registry.export.sources',
    width: 30,
    cell: ({ evidence }) => list([...new Set(evidence.map((each) => each.source))]),
  },
  {
    name: 'disputed',
    title: 'registry.export.disputed',
    width: 20,
    cell: ({ disputed }) => list(disputed.map((dispute) => dispute.field)),
  },
  { name: 'url', title: 'registry.export.address', width: 40, cell: ({ url }) => url },
  { name: 'updated_at', title: 'registry.export.updatedAt', width: 24, cell: (record) => record.updated_at },
  { name: 'id', title: 'registry.export.id', width: 38, cell: ({ id }) => id },
]

/** One row of a table, without characters that no table can hold. */
export function rowOf<Row>(columns: Column<Row>[], row: Row, words: ExportWords): string[] {
  return columns.map((column) => cellText(column.cell(row, words)))
}

function codesOf({ slug, codes }: CooperationAnswer['parties'][number]): string {
  return `${slug}: ${Object.entries(codes)
    .map(([kind, code]) => `${kind}=${code}`)
    .join(', ')}`
}

function agreementWords(agreement: CooperationAnswer['agreements'][number], words: ExportWords): string {
  const parts = [
    words.agreementKind(agreement.kind),
    words.agreementState(agreement.state),
    agreement.steps.at(-1)?.on ?? '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}
