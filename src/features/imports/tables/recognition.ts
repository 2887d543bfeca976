import { createHash } from 'node:crypto'
import { z } from 'zod'
import { fold } from '../../../platform/search/index.ts'
import type { TableRow } from '../../../platform/spreadsheets/table.ts'
import { type CellKind, cellKindOf } from './cell-kinds.ts'
import {
  eventFields,
  type Field,
  fieldsOf,
  isField,
  type Mapping,
  neededFields,
  ownFields,
  type PartyPart,
  partyParts,
  type Side,
  type TableKind,
  tableKinds,
} from './fields.ts'
import { readWords, type WordLists, wordsSchema } from './words/word-list.ts'

/** A column as shown to the person who maps it. */
export interface Column {
  index: number
  title: string
  /** A few different cells. */
  examples: string[]
  kind: CellKind
}

export interface Recognised {
  mapping: Omit<Mapping, 'defaults'>
  columns: Column[]
  /** Identifies the titles in their order: a file of the same shape is read the same way next time. */
  fingerprint: string
}

// Many tables have titles and addressees above their header.
const mostRowsAbove = 15
const mostExamples = 3

/** Recognises, from the first rows, the column titles, the content of each column, and what the table lists. */
export function recognise(rows: readonly TableRow[], lists: WordLists, wanted: TableKind | null): Recognised {
  const header = findHeader(rows)
  const below = rows.filter(({ number, error }) => number > header.number && !error)
  const width = Math.max(header.cells.length, ...below.map(({ cells }) => cells.length), 0)
  const columns = Array.from({ length: width }, (_, index): Column => {
    const cells = below.map(({ cells: own }) => own[index] ?? '')
    const examples = [...new Set(cells.filter((cell) => cell !== ''))].slice(0, mostExamples)
    return { index, title: header.cells[index] ?? '', examples, kind: cellKindOf(cells, lists) }
  })
  const tried = (wanted ? [wanted] : tableKinds).map((kind) => ({ kind, found: assign(kind, columns) }))
  const best = tried.toSorted((a, b) => scoreOf(b) - scoreOf(a))[0]
  const kind = best?.kind ?? 'cooperations'
  return {
    mapping: { kind, headerRow: header.number, columns: Object.fromEntries(best?.found ?? []) },
    columns,
    fingerprint: fingerprintOf(header.cells),
  }
}

/** A digest of the titles of columns, whatever their accents and spaces. */
export function fingerprintOf(titles: readonly string[]): string {
  return createHash('sha256').update(titles.map(fold).join('\n').trimEnd()).digest('base64url').slice(0, 32)
}

/** The row that looks most like titles: the first of those with most known words; else the first filled row. */
function findHeader(rows: readonly TableRow[]): TableRow {
  const first = rows.filter(({ cells }) => cells.some((cell) => cell !== '')).slice(0, mostRowsAbove)
  const known = ({ cells }: TableRow) =>
    cells.filter((cell) => cell.length < 60 && (readHeader(cell) ?? readEventHeader(cell)) !== null).length
  const most = Math.max(...first.map(known), 0)
  const found = most >= 2 ? first.find((row) => known(row) === most) : first[0]
  return found ?? { number: 1, cells: [] }
}

type Assigned = Map<string, Field>

function assign(kind: TableKind, columns: readonly Column[]): Assigned {
  const meanings = columns.map((column) => ({ column, meaning: meaningOf(kind, column) }))
  const assigned: Assigned = new Map()
  const taken = new Set<Field>()
  const give = (column: Column, field: string) => {
    if (!isField(kind, field) || taken.has(field)) return false
    taken.add(field)
    assigned.set(String(column.index), field)
    return true
  }
  for (const { column, meaning } of meanings) {
    if (meaning === null) continue
    if ('field' in meaning) give(column, meaning.field)
    else if (meaning.side !== null) give(column, `${meaning.side}.${meaning.part}`)
  }
  // Fields without a side: names in their order, the rest with the name to their left.
  for (const { column, meaning } of meanings)
    if (meaning && 'part' in meaning && meaning.side === null && meaning.part === 'name')
      give(column, 'first.name') || give(column, 'second.name')
  for (const { column, meaning } of meanings) {
    if (!meaning || !('part' in meaning) || meaning.side !== null || meaning.part === 'name') continue
    const [near, other] = sidesFor(column.index, meaning.part, meanings, assigned)
    give(column, `${near}.${meaning.part}`) || give(column, `${other}.${meaning.part}`)
  }
  return assigned
}

function sidesFor(
  index: number,
  part: PartyPart,
  meanings: readonly { column: Column; meaning: HeaderMeaning | null }[],
  assigned: Assigned,
): [Side, Side] {
  const second = [...assigned].find(([, field]) => field === 'second.name')?.[0]
  if (second === undefined) return ['first', 'second']
  const sameParts = meanings.filter(({ meaning }) => meaning && 'part' in meaning && meaning.part === part)
  // One column of countries in a list of partners says where the partners are.
  if (part === 'country' && sameParts.length === 1) return ['second', 'first']
  return index > Number(second) ? ['second', 'first'] : ['first', 'second']
}

const partOfKind: Partial<Record<CellKind, PartyPart>> = { point: 'point', country: 'country', code: 'code' }
const fieldOfKind: Partial<Record<CellKind, Field>> = {
  agreementKind: 'agreement.kind',
  themes: 'themes',
  status: 'status',
  date: 'agreement.on',
  address: 'address',
  telephone: 'telephone',
}

/** The meaning of a column by its title; by its cells if the title says nothing, or contradicts them. */
function meaningOf(kind: TableKind, { title, kind: cells }: Column): HeaderMeaning | null {
  const said = (kind === 'events' ? readEventHeader(title) : null) ?? readHeader(title)
  const part = partOfKind[cells]
  const field = fieldOfKind[cells]
  if (said && 'part' in said && said.part === 'name' && (cells === 'point' || cells === 'country'))
    return { part: cells, side: said.side }
  // « Type » concerns the agreement in tables of cooperations, and the authority elsewhere.
  if (said && 'field' in said && said.field === 'agreement.kind' && kind !== 'cooperations')
    return { part: 'kind', side: null }
  // « Statut » gives the progress of a paper in many tables.
  if (said && 'field' in said && said.field === 'status' && cells !== 'status') return null
  if (said) return said
  if (part) return { part, side: null }
  return field &&
    fieldsOf[kind].includes(field) &&
    !field.startsWith('first.') &&
    !field.startsWith('second.')
    ? asOwn(field)
    : null
}

function asOwn(field: Field): HeaderMeaning | null {
  const meaning = field === 'agreement.kind' ? 'type' : field === 'agreement.on' ? 'date' : field
  return readHeader(meaning === 'address' ? 'email' : meaning)
}

function scoreOf({ kind, found }: { kind: TableKind; found: Assigned }): number {
  const fields = new Set(found.values())
  const hasNeeded = neededFields[kind].every((field) => fields.has(field))
  return fields.size + (hasNeeded ? 100 : 0) + (kind === 'contacts' && fields.has('post') ? 50 : 0)
}

/** What the title of a column says: a part of a party, perhaps with its side, or a field of its own. */
type HeaderMeaning =
  | { part: PartyPart; side: Side | null }
  | { field: (typeof ownFields)[number] | (typeof eventFields)[number] }

/** The meaning of a column title, or null. Considers both its words and the way they are joined (`sistercityLabel`). */
function readHeader(title: string): HeaderMeaning | null {
  const asked = wordsOf(title)
  if (asked === '') return null
  const whole = wholeMeanings.get(asked)
  if (whole) return whole
  for (const [side, word] of sides) {
    const rest = without(asked, word)
    if (rest === null) continue
    if (rest === '') return { part: 'name', side }
    const meaning = wholeMeanings.get(rest)
    if (meaning && 'part' in meaning) return { part: meaning.part, side }
  }
  return null
}

/** The meaning of a column title in a table of events, where a place is not a party and a date not a signature; or null. */
function readEventHeader(title: string): HeaderMeaning | null {
  return eventMeanings.get(wordsOf(title)) ?? null
}

// « originCityLabel » and « origin_city » mean « origin city »; brackets hold explanations.
function wordsOf(title: string): string {
  const parted = title.replace(/\([^)]*\)/g, ' ').replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  return fold(parted)
    .replace(/^(?:la|le|les|the) /, '')
    .replace(/ label$/, '')
}

const linking = /^(?:(?:de|du|des|d|of|the|la|le|l|s) )+|(?: (?:de|du|des|d|of|the))+$/g

function without(words: string, side: string): string | null {
  const isHangul = /\p{Script=Hangul}/u.test(side)
  const at = isHangul ? words.indexOf(side) : ` ${words}`.indexOf(` ${side}`)
  if (at < 0) return null
  return `${words.slice(0, at)} ${words.slice(at + side.length)}`
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(linking, '')
    .trim()
}

const schema = z.object({
  sides: wordsSchema(['first', 'second']),
  parts: wordsSchema(partyParts),
  fields: wordsSchema(ownFields),
  events: wordsSchema([...eventFields, 'organiser', 'partner']),
})
const words = readWords('header-words.json', schema)

// A word that could be both means a part of a party: « ville » is not the title of something.
const wholeMeanings = new Map<string, HeaderMeaning>([
  ...ownFields.flatMap((field) =>
    words.fields[field].map((word): [string, HeaderMeaning] => [word, { field }]),
  ),
  ...partyParts.flatMap((part) =>
    words.parts[part].map((word): [string, HeaderMeaning] => [word, { part, side: null }]),
  ),
])

const eventMeanings = new Map<string, HeaderMeaning>([
  ...eventFields.flatMap((field) =>
    words.events[field].map((word): [string, HeaderMeaning] => [word, { field }]),
  ),
  ...words.events.organiser.map((word): [string, HeaderMeaning] => [word, { part: 'name', side: 'first' }]),
  ...words.events.partner.map((word): [string, HeaderMeaning] => [word, { part: 'name', side: 'second' }]),
])

// The longer word first: « destination » before « dest ».
const sides = (['second', 'first'] as const)
  .flatMap((side) => words.sides[side].map((word): [Side, string] => [side, word]))
  .toSorted(([, a], [, b]) => b.length - a.length)
