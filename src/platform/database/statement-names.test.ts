import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { StatementNames } from './statement-names.ts'

describe('names of statements', () => {
  it('are given when a statement comes again, each its own', () => {
    const names = new StatementNames()
    expect([names.nameOf('select 1'), names.nameOf('select 2')]).toEqual([undefined, undefined])
    const [one, two] = [names.nameOf('select 1'), names.nameOf('select 2')]
    expect(one).toBeDefined()
    expect(two).not.toBe(one)
    expect(names.nameOf('select 1')).toBe(one)
  })

  it('mean one text in every process, in whatever order it sees statements', () => {
    const [one, other] = [new StatementNames(), new StatementNames()]
    for (const text of ['select 1', 'select 1', 'select 2', 'select 2']) one.nameOf(text)
    for (const text of ['select 2', 'select 2']) other.nameOf(text)
    expect(other.nameOf('select 2')).toBe(one.nameOf('select 2'))
  })

  it('are not given to what is made up as it goes, and never to too many', () => {
    const names = new StatementNames()
    expect([1, 2, 3].map(() => names.nameOf(`select ${'1, '.repeat(20_000)} 1`))).toEqual(
      Array(3).fill(undefined),
    )
    const given = Array.from({ length: 1000 }, (_, number) => {
      names.nameOf(`select ${number}`)
      return names.nameOf(`select ${number}`)
    })
    expect(new Set(given.filter((name) => name !== undefined)).size).toBe(200)
  })
})

describe('a database that is asked the same again', () => {
  let testApp: TestApp
  beforeAll(async () => {
    testApp = await openTestApp({ directory: 'none' })
  })
  afterAll(() => testApp.close())

  it('answers for the values of each time', async () => {
    const ask = async (value: number) =>
      (await sql<{ doubled: number }>`select ${value}::int * 2 as doubled`.execute(testApp.context.database))
        .rows
    for (const value of [1, 2, 3, 4]) expect(await ask(value)).toEqual([{ doubled: value * 2 }])
  })

  it('has prepared it', async () => {
    const rows = async () =>
      (
        await sql<{
          count: number
        }>`select count(*)::int as count from pg_prepared_statements where name like ${'entente%'}`.execute(
          testApp.context.database,
        )
      ).rows
    await rows()
    await rows()
    expect((await rows())[0]?.count).toBeGreaterThan(0)
  })

  it('goes on after a statement that fails', async () => {
    const divide = (by: number) => sql`select 1 / ${by}::int as result`.execute(testApp.context.database)
    await divide(1)
    await divide(1)
    await expect(divide(0)).rejects.toThrow('division by zero')
    expect((await divide(1)).rows).toEqual([{ result: 1 }])
  })
})
