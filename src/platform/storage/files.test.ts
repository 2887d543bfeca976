import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { soonAfter } from '../../../test/support/soon-after.ts'
import { inTransaction } from '../database/transaction.ts'
import { examineStorage } from './examine-storage.ts'
import { keepFile, lookUpFile, openFile, removeFile } from './files.ts'
import { removeUnusedFiles } from './unused-files.ts'

let house: TestApp

beforeAll(async () => {
  house = await openTestApp({ directory: 'none' })
  // A feature's table that refers to a file.
  await sql`create table test_attachment (attachment_id int primary key, file_id uuid references platform_file (file_id))`.execute(
    house.context.database,
  )
})
afterAll(() => house.close())

const keep = (text: string, name = 'note.txt') =>
  keepFile(house.context, house.application.storage, Buffer.from(text), { name, type: 'text/plain' })

const attach = (id: number, fileId: string) =>
  sql`insert into test_attachment values (${id}, ${fileId})`.execute(house.context.database)

async function read(fileId: string): Promise<string | null> {
  const file = await lookUpFile(house.context, fileId)
  return file && String(await buffer(await openFile(house.application.storage, file)))
}

test('keeps a file with its name, type and size, from memory or as it comes', async () => {
  const kept = await keepFile(
    house.context,
    house.application.storage,
    Readable.from([Buffer.from('회의'), Buffer.from('록')]),
    { name: 'C:\\Users\\a\\회의록\u202e.hwp', type: 'Application/X-HWP; v=5' },
  )
  expect(await lookUpFile(house.context, kept.fileId)).toEqual({
    fileId: kept.fileId,
    sha256: kept.sha256,
    name: '회의록.hwp',
    mediaType: 'application/x-hwp',
    sizeBytes: 9,
    createdAt: soonAfter('2026-11-02T09:00:00Z'),
  })
  expect(await read(kept.fileId)).toBe('회의록')
  expect(readdirSync(house.application.storage.scratch)).toEqual([])
})

test('keeps the same bytes once and says which file had them', async () => {
  const first = await keep('twice')
  const second = await keep('twice', 'other name.txt')
  expect(first.sameAs).toBeNull()
  expect(second.sameAs).toBe(first.fileId)
  await removeFile(house.context, first.fileId)
  await attach(1, second.fileId)
  await removeUnusedFiles(house.application)
  expect(await read(second.fileId)).toBe('twice')
})

test('what a transaction gives up leaves no file behind', async () => {
  await expect(
    inTransaction(house.context, async (inside) => {
      await keepFile(inside, house.application.storage, Buffer.from('given up'), { name: 'a' })
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  const rows = await house.context.database
    .selectFrom('platform_file')
    .select('file_id')
    .where('name', '=', 'a')
    .execute()
  expect(rows).toEqual([])
})

test('a file to which nothing refers goes after a day with its bytes; one that is used stays', async () => {
  const used = await keep('used')
  const unused = await keep('unused')
  await attach(2, used.fileId)
  house.clock.advance({ hours: 23 })
  await removeUnusedFiles(house.application)
  expect(await read(unused.fileId)).toBe('unused')
  house.clock.advance({ hours: 2 })
  await removeUnusedFiles(house.application)
  expect(await read(unused.fileId)).toBeNull()
  expect(await house.application.storage.has(unused.sha256)).toBe(false)
  expect(await read(used.fileId)).toBe('used')
})

test('a file that is used cannot be removed', async () => {
  const used = await keep('in use')
  await attach(3, used.fileId)
  await expect(removeFile(house.context, used.fileId)).rejects.toThrow(/foreign key/)
  expect(await read(used.fileId)).toBe('in use')
})

test('doctor counts files and misses those whose bytes are gone', async () => {
  const kept = await keep('soon gone')
  const well = await examineStorage(house.application)
  expect(well.remedy).toBeNull()
  expect(well.says).toMatch(/^\d+ in the folder .*files, 0 MB$/)
  await house.application.storage.remove(kept.sha256)
  expect((await examineStorage(house.application)).remedy).toMatch(/^1 of the newest are not there/)
  await expect(openFile(house.application.storage, kept)).rejects.toThrow('The bytes of "note.txt"')
  await keep('soon gone')
  expect((await examineStorage(house.application)).remedy).toBeNull()
  expect(join(house.application.settings.dataDir, 'uploads')).toBe(house.application.storage.scratch)
})
