/** What a table lists. */
export const tableKinds = ['cooperations', 'organisations', 'contacts', 'events'] as const
export type TableKind = (typeof tableKinds)[number]

/** What a table can say of an organisation. */
export const partyParts = [
  'name',
  'code',
  'country',
  'region',
  'kind',
  'point',
  'latitude',
  'longitude',
  'population',
] as const
export type PartyPart = (typeof partyParts)[number]

export type Side = 'first' | 'second'

/** Fields of no party. */
export const ownFields = [
  'agreement.kind',
  'agreement.on',
  'agreement.title',
  'since',
  'themes',
  'status',
  'summary',
  'name.fr',
  'name.ko',
  'name.en',
  'post',
  'person',
  'address',
  'telephone',
  'languages',
] as const

/** Fields of an event. */
export const eventFields = [
  'event.title',
  'event.start',
  'event.end',
  'event.hours',
  'event.zone',
  'event.place',
  'event.kind',
  'event.link',
] as const

/** What a column can hold: a fact of the row. */
export type Field = `${Side}.${PartyPart}` | (typeof ownFields)[number] | (typeof eventFields)[number]

const ofSide = (side: Side) => partyParts.map((part): Field => `${side}.${part}`)

/** The fields of each kind of table, in the order in which people think of them. */
export const fieldsOf: Readonly<Record<TableKind, readonly Field[]>> = {
  cooperations: [
    ...ofSide('first'),
    ...ofSide('second'),
    'agreement.kind',
    'agreement.on',
    'agreement.title',
    'since',
    'themes',
    'status',
    'summary',
  ],
  organisations: [...ofSide('first'), 'name.fr', 'name.ko', 'name.en'],
  contacts: [
    'first.name',
    'first.code',
    'first.country',
    'first.region',
    'post',
    'person',
    'address',
    'telephone',
    'languages',
  ],
  // The organiser is first, the partner second.
  events: [
    ...eventFields,
    'first.name',
    'first.code',
    'first.country',
    'second.name',
    'second.code',
    'second.country',
    'themes',
    'summary',
  ],
}

/** Without these a row has no meaning. */
export const neededFields: Readonly<Record<TableKind, readonly Field[]>> = {
  cooperations: ['first.name', 'second.name'],
  organisations: ['first.name'],
  contacts: ['first.name', 'post'],
  events: ['event.title', 'event.start'],
}

/** Values for all rows, where no column gives them. */
export function isField(kind: TableKind, text: string): text is Field {
  return fieldsOf[kind].some((field) => field === text)
}

/** Values for all rows, where no column gives them. */
export interface Defaults {
  firstCountry: string | null
  secondCountry: string | null
  agreementKind: string | null
}

/** Which column holds what, by the number of the column; 0 is the first. */
export interface Mapping {
  kind: TableKind
  /** Number of the row with the column titles. */
  headerRow: number
  columns: Record<string, Field>
  defaults: Defaults
}

/** The column of a field, or null. */
export function columnOfField({ columns }: Pick<Mapping, 'columns'>, field: Field): number | null {
  return columnsByField(columns).get(field) ?? null
}

// Each row asks for some twenty fields.
const known = new WeakMap<Mapping['columns'], ReadonlyMap<Field, number>>()

function columnsByField(columns: Mapping['columns']): ReadonlyMap<Field, number> {
  const before = known.get(columns)
  if (before) return before
  // Where two columns give one field, the first counts.
  const made = new Map(
    Object.entries(columns)
      .map(([column, field]) => [field, Number(column)] as const)
      .reverse(),
  )
  known.set(columns, made)
  return made
}
