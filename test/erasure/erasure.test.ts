import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import {
  listForeignKeys,
  listOwnTables,
  type TableShape,
} from '../../src/platform/database/backup/own-tables.ts'
import { inTransaction } from '../../src/platform/database/transaction.ts'
import type { DataSubject } from '../../src/platform/personal-data/personal-data.ts'
import { fold } from '../../src/platform/search/index.ts'
import { openTestApp, type TestApp } from '../support/open-test-app.ts'
import { excuses, ownRows } from './excused-columns.ts'
import { emptyTables, fillTables, liftChecks } from './fill-tables.ts'

const id = '01890000-0000-7000-8000-00000000abcd'
const name = 'Hélène Kerbihan'
const address = 'helene.kerbihan@ville.example'
// With an account that nothing belongs to.
const nobody: DataSubject = { personId: '01890000-0000-7000-8000-00000000ffff', names: [], addresses: [] }
const account = { subject: { ...nobody, personId: id }, text: `person:${id}` }
const mailbox = { subject: { ...nobody, addresses: [address] }, text: address }
// One at a time: rows of one person that go must not hide what stays in those of others.
const ways = {
  account: { ...account, others: /^$/ },
  deed: { ...account, others: /\.person_id$/ },
  address: { ...mailbox, others: /^$/ },
  secondAddress: { ...mailbox, others: /(?:\.|(?<!\.new)_)address$/ },
  name: { subject: { ...nobody, names: [name] }, text: name, others: /^$/ },
} as const
type Way = keyof typeof ways

interface NamingColumn {
  column: string
  /** The ways in which an erasure must reach it: one is enough. */
  by: Way[]
}

let testApp: TestApp
let tables: TableShape[]
let columns: NamingColumn[]
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  const { database } = testApp.context
  tables = await listOwnTables(database)
  columns = await listNamingColumns()
  await liftChecks(database)
  await emptyTables(database, tables)
  return testApp.close
})

// Five times everything: a minute where other tests want the processor too.
const patient = 120_000

test('every column that can name somebody is erased, or is excused', { timeout: patient }, async () => {
  const left = await listLeft(isExcused)
  expect(
    namesLeft(
      columns.filter(({ column }) => !isExcused(column)),
      left,
    ),
  ).toEqual([])
})

test('nothing is excused that is erased or is not there', { timeout: patient }, async () => {
  const excused = columns.filter(({ column }) => isExcused(column))
  const left = namesLeft(excused, await listLeft(() => false))
  expect(excused.map(({ column }) => column)).toEqual(left)
  const needed = new Set(left.flatMap((column) => [column, `*.${column.split('.')[1]}`]))
  expect(allExcuses().filter((excuse) => !needed.has(excuse))).toEqual([])
  const known = new Set(columns.map(({ column }) => column))
  expect(ownRows.filter((column) => !known.has(column))).toEqual([])
})

function allExcuses(): string[] {
  return Object.values(excuses).flat()
}

function isExcused(column: string): boolean {
  return allExcuses().some((excuse) => excuse === column || excuse === `*.${column.split('.')[1]}`)
}

function namesLeft(all: readonly NamingColumn[], left: Readonly<Record<Way, ReadonlySet<string>>>): string[] {
  return all.filter(({ column, by }) => by.every((way) => left[way].has(column))).map(({ column }) => column)
}

/** What still names the person after their erasure by each way, where every column did that is not spared. */
async function listLeft(isSpared: (column: string) => boolean): Promise<Record<Way, ReadonlySet<string>>> {
  return {
    account: await erase('account', isSpared),
    deed: await erase('deed', isSpared),
    address: await erase('address', isSpared),
    secondAddress: await erase('secondAddress', isSpared),
    name: await erase('name', isSpared),
  }
}

async function erase(way: Way, isSpared: (column: string) => boolean): Promise<ReadonlySet<string>> {
  const { subject, text, others } = ways[way]
  const left = new Set<string>()
  const undone = new Error('Rolled back')
  const work = inTransaction(testApp.context, async (inside) => {
    await fillTables(inside.database, tables, {
      id,
      text,
      isSpared: (column) => isSpared(column) || others.test(column),
    })
    for (const keeper of testApp.application.personalData) await keeper.erase(inside, subject)
    for (const { name: table, columns: types } of tables) {
      const named = Object.entries(types).map(([column, type]) => {
        const said = type.startsWith('uuid') ? [id] : [text, fold(text)]
        return sql`coalesce(bool_or(${sql.ref(column)}::text like any(${said.map((each) => `%${each}%`)}::text[])), false)
          as ${sql.ref(column)}`
      })
      const { rows } = await sql<Record<string, boolean>>`
        select ${sql.join(named)} from ${sql.table(table)}
      `.execute(inside.database)
      for (const [column, isNamed] of Object.entries(rows[0] ?? {}))
        if (isNamed) left.add(`${table}.${column}`)
    }
    throw undone
  })
  await expect(work).rejects.toBe(undone)
  return left
}

/** Every column of text, of JSON and of ids that lead to no other table than that of accounts. */
async function listNamingColumns(): Promise<NamingColumn[]> {
  const { database } = testApp.context
  const chosen = await listChosen()
  const elsewhere = new Set(
    (await listForeignKeys(database))
      .filter(({ refersTo }) => refersTo !== 'people_person')
      .flatMap(({ table, definition }) => {
        const own = /^FOREIGN KEY \(([^)]*)\)/.exec(definition)?.[1] ?? ''
        return own.split(', ').map((column) => `${table}.${column}`)
      }),
  )
  return tables.flatMap(({ name: table, columns: types, key }) =>
    Object.entries(types).flatMap(([column, type]): NamingColumn[] => {
      const place = `${table}.${column}`
      if (elsewhere.has(place) || chosen.has(place)) return []
      // The row’s own id.
      if (type === 'uuid' && key.length === 1 && key[0]?.name === column) return []
      const by = waysOf(place, type)
      return by.length === 0 ? [] : [{ column: place, by }]
    }),
  )
}

function waysOf(place: string, type: string): Way[] {
  if (type.startsWith('uuid')) return place.endsWith('.person_id') ? ['account'] : ['deed']
  if (!/^(?:text|char|json)/.test(type)) return []
  if (ownRows.includes(place)) return ['account', 'address']
  if (/\.(?:new_address|reply_to)$/.test(place)) return ['secondAddress']
  if (/(?:\.|_)(?:address|email)$/.test(place)) return ['address']
  return /(?:_by|\.actor)$/.test(place) ? ['name', 'deed'] : ['name']
}

/** Columns that the database limits to the words of a list. */
async function listChosen(): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ place: string }>`
    select c.conrelid::regclass::text || '.' || a.attname as place from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'c' and c.connamespace = 'public'::regnamespace and cardinality(c.conkey) = 1
      and pg_get_constraintdef(c.oid) ~ '= ANY \\(+ARRAY\\['
  `.execute(testApp.context.database)
  return new Set(rows.map(({ place }) => place))
}
