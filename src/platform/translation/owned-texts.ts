import { type RawBuilder, sql } from 'kysely'
import { recordActivity } from '../activity/activity.ts'
import type { Actor } from '../context/actor.ts'
import type { Context } from '../context/context.ts'
import type { Database } from '../database/schema.generated.ts'
import type { PlainMessageKey } from '../i18n/translate.ts'
import { authorize } from '../refusal.ts'
import type { RecordText, RecordTexts, TextOwner, TextReplacement } from './text-owner.ts'

/** The texts of one kind of records: where they are stored, who translates them, and what follows a change. */
export interface TextDescription<Described> {
  kind: string
  label: PlainMessageKey
  mayTranslate(actor: Actor, networkId: string): boolean
  /** SQL: the table of the records, which has a `network_id`, and what is joined to it. */
  from: RawBuilder<unknown>
  /** The alias of that table. */
  as: string
  /** The column of a record's id. */
  key: string
  /** SQL: whether everyone who translates in the network may read the record. */
  where?: RawBuilder<unknown>
  /** SQL: whether a person with a role in the network may read the record; all may unless given. */
  visibleTo?(actor: Actor): RawBuilder<boolean>
  /** SQL: the order of the records, before that of their ids. */
  order?: RawBuilder<unknown>
  /** SQL: the day from which a record is known; its column `known_on` unless given. */
  knownOn?: RawBuilder<unknown>
  /** SQL: the columns that `describe` needs. */
  columns: RawBuilder<Described>
  describe(row: Described): Pick<RecordTexts, 'label' | 'address'>
  /** In the order in which they are listed. */
  texts: readonly TextPart[]
  /** Replaces `write`, the plain update, where a text needs more; false when the text may not be replaced. */
  replace?(context: Context, replacement: TextReplacement, write: () => Promise<boolean>): Promise<boolean>
  /** Brings up to date what depends on the texts of a record, such as its search. */
  refresh?(context: Context, recordId: string): Promise<void>
}

/** A table with texts: in the record's own row, or with `of` in rows that belong to the record, which SQL knows as `part`. */
export interface TextTable {
  table: keyof Database & string
  /** The column with the record's id, or SQL: whether `part` belongs to the record. */
  of?: string | RawBuilder<unknown>
  /** The columns whose values identify a row in a path. */
  keys?: readonly string[]
  /** The column that orders the rows, or SQL. */
  order?: string | RawBuilder<unknown>
  /** Whether a row has a `known_on` of its own. */
  isDated?: boolean
}

/** Texts of one table. Those of a row are listed together, row by row. */
export interface TextPart extends TextTable {
  /** The steps that lead from the record to the row, with a `*` for each of `keys`: `agreements.*`. */
  path?: string
  /** Labels by the last step of the path, which in snake case names the column. */
  fields: Readonly<Record<string, PlainMessageKey | TextField>>
}

export interface TextField {
  label: PlainMessageKey
  column: string
  /** The member that is the text, where the column holds an object. */
  member?: string
}

/** Makes the owner of the texts of one kind of records. Its SQL follows from the description. */
export function textOwner<Described>(description: TextDescription<Described>): TextOwner {
  const { kind, label, mayTranslate, replace, refresh } = description
  const places = description.texts.flatMap(placesOf)
  const lookUpPlace = (path: string) => places.find(({ steps }) => matches(steps, path.split('.')))
  return {
    kind,
    label,
    fieldLabel: (path) => lookUpPlace(path)?.label ?? label,
    async listTexts(context, networkId, recordIds, seer) {
      const { rows } = await select(description, networkId, recordIds, seer).execute(context.database)
      return textsByRecord(rows, { networkId, recordKind: kind }, description.describe)
    },
    async replaceText(context, replacement) {
      const { networkId, recordId, path } = replacement
      authorize(mayTranslate(context.actor, networkId))
      const place = lookUpPlace(path)
      if (place === undefined) return false
      const write = async () => {
        const { numAffectedRows } = await update(description, place, replacement).execute(context.database)
        return numAffectedRows === 1n
      }
      if (!(await (replace ? replace(context, replacement, write) : write()))) return false
      await refresh?.(context, recordId)
      await recordActivity(context, {
        networkId,
        verb: 'translated',
        subjectKind: kind,
        subjectId: recordId,
        detail: { path },
      })
      return true
    },
  }
}

interface Place extends TextField {
  part: TextPart
  /** The steps of its path, with `*` for an id. */
  steps: readonly string[]
}

function placesOf(part: TextPart): Place[] {
  return Object.entries(part.fields).map(([name, field]) => ({
    ...(typeof field === 'string' ? { label: field, column: snakeCase(name) } : field),
    part,
    steps: [...(part.path?.split('.') ?? []), name],
  }))
}

const snakeCase = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const matches = (steps: readonly string[], path: readonly string[]) =>
  steps.length === path.length && steps.every((step, at) => step === '*' || step === path[at])

interface TextRow extends RecordText {
  recordId: string
}

function select<Described>(
  { from, as, key, where, visibleTo, order, knownOn, columns, texts }: TextDescription<Described>,
  networkId: string,
  recordIds: readonly string[] | undefined,
  seer: Actor | undefined,
): RawBuilder<TextRow & Described> {
  const id = sql.ref(`${as}.${key}`)
  const parts = texts.map((part, nr) => selectPart(part, nr, { as, key }))
  return sql<TextRow & Described>`
    select ${id} as "recordId", ${columns}, t.path, t.text,
      greatest(${knownOn ?? sql.ref(`${as}.known_on`)}, t.known_on)::text as "knownOn"
    from ${from} cross join lateral (${sql.join(parts, sql` union all `)}) as t
    where ${sql.ref(`${as}.network_id`)} = ${networkId} and t.text <> '{}'
      ${where === undefined ? sql`` : sql`and (${where})`}
      ${seer === undefined || visibleTo === undefined ? sql`` : sql`and ${visibleTo(seer)}`}
      ${recordIds === undefined ? sql`` : sql`and ${id} = any(${[...recordIds]}::uuid[])`}
    order by ${order === undefined ? sql`` : sql`${order},`} ${id}, t.part_nr, t.row_nr, t.field_nr
  `
}

type Owned = Pick<TextDescription<unknown>, 'as' | 'key'>

function selectPart(part: TextPart, nr: number, owned: Owned): RawBuilder<unknown> {
  const { table, of, order, isDated } = part
  const texts = placesOf(part).map(
    (place, fieldNr) => sql`(${sql.lit(fieldNr)}, ${pathOf(place)}, ${textOf(place, owned)})`,
  )
  const fields = sql`(values ${sql.join(texts)}) as field (nr, path, text)`
  const listed = sql`${sql.lit(nr)} as part_nr, field.nr as field_nr, field.path, field.text`
  if (of === undefined) return sql`select ${listed}, 0 as row_nr, null::date as known_on from ${fields}`
  return sql`
    select ${listed}, ${order === undefined ? sql`0` : inPart(order)} as row_nr,
      ${isDated ? inPart('known_on') : sql`null::date`} as known_on
    from ${sql.table(table)} as part cross join lateral ${fields} where ${isPartOf(of, owned)}`
}

function pathOf({ part: { keys = [] }, steps }: Place): RawBuilder<unknown> {
  const words = steps.join('.').split('*')
  const pieces = words.flatMap((each, at) => {
    const key = keys[at]
    return key === undefined ? [sql.lit(each)] : [sql.lit(each), inPart(key)]
  })
  return sql.join(pieces, sql` || `)
}

function textOf(place: Place, owned: Owned): RawBuilder<unknown> {
  const column = columnOf(place, owned)
  return place.member === undefined ? column : sql`${column} -> ${sql.lit(place.member)}`
}

const columnOf = ({ part, column }: Place, { as }: Owned) =>
  part.of === undefined ? sql`${sql.ref(`${as}.${column}`)}` : inPart(column)

function update<Described>(
  { from, as, key }: TextDescription<Described>,
  place: Place,
  { networkId, recordId, path, before, after }: TextReplacement,
): RawBuilder<unknown> {
  const { part, column, member, steps } = place
  const text = sql`${JSON.stringify(after)}::jsonb`
  const value =
    member === undefined
      ? text
      : sql`jsonb_set(${columnOf(place, { as, key })}, array[${member}::text], ${text})`
  const isBefore = sql`${sql.ref(`${as}.${key}`)} = ${recordId} and ${sql.ref(`${as}.network_id`)} = ${networkId}
    and ${textOf(place, { as, key })} = ${JSON.stringify(before)}::jsonb`
  if (part.of === undefined)
    return sql`update ${sql.table(part.table)} as ${sql.ref(as)} set ${sql.ref(column)} = ${value} where ${isBefore}`
  const ids = path.split('.').filter((_, at) => steps[at] === '*')
  const isRow = (part.keys ?? []).map((each, at) => sql`and ${inPart(each)}::text = ${ids[at]}`)
  return sql`
    update ${sql.table(part.table)} as part set ${sql.ref(column)} = ${value} from ${from}
    where ${isBefore} and ${isPartOf(part.of, { as, key })} ${sql.join(isRow, sql` `)}`
}

const inPart = (column: string | RawBuilder<unknown>): RawBuilder<unknown> =>
  typeof column === 'string' ? sql`${sql.ref(`part.${column}`)}` : column

const isPartOf = (of: string | RawBuilder<unknown>, { as, key }: Owned) =>
  typeof of === 'string' ? sql`${inPart(of)} = ${sql.ref(`${as}.${key}`)}` : sql`(${of})`

function textsByRecord<Row extends TextRow>(
  rows: readonly Row[],
  record: Pick<RecordTexts, 'networkId' | 'recordKind'>,
  describe: (first: Row) => Pick<RecordTexts, 'label' | 'address'>,
): RecordTexts[] {
  return [...Map.groupBy(rows, ({ recordId }) => recordId)].flatMap(([recordId, own]) => {
    const [first] = own
    if (!first) return []
    const texts = own.map(({ path, text, knownOn }) => ({ path, text, knownOn }))
    return { ...record, recordId, ...describe(first), texts }
  })
}
