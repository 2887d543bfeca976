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

let testApp: TestApp

beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  // A feature's table that refers to a file.
  await sql`create table test_attachment (attachment_id int primary key, file_id uuid references platform_file (file_id))`.execute(
    testApp.context.database,
  )
})
afterAll(() => testApp.close())

const keep = (text: string, name = 'note.txt') =>
  keepFile(testApp.context, testApp.application.storage, Buffer.from(text), { name, type: 'text/plain' })

const attach = (id: number, fileId: string) =>
  sql`insert into test_attachment values (${id}, ${fileId})`.execute(testApp.context.database)

async function read(fileId: string): Promise<string | null> {
  const file = await lookUpFile(testApp.context, fileId)
  return file && String(await buffer(await openFile(testApp.application.storage, file)))
}

test('keeps a file with its name, type and size, from memory or as it comes', async () => {
  const kept = await keepFile(
    testApp.context,
    testApp.application.storage,
    Readable.from([Buffer.from('회의'), Buffer.from('록')]),
    { name: 'C:\\Users\\a\\회의록\u202e.hwp', type: 'Application/X-HWP; v=5' },
  )
  expect(await lookUpFile(testApp.context, kept.fileId)).toEqual({
    fileId: kept.fileId,
    sha256: kept.sha256,
    name: '회의록.hwp',
    mediaType: 'application/x-hwp',
    sizeBytes: 9,
    createdAt: soonAfter('2026-11-02T09:00:00Z'),
  })
  expect(await read(kept.fileId)).toBe('회의록')
  expect(readdirSync(testApp.application.storage.scratch)).toEqual([])
})

test('keeps the same bytes once and says which file had them', async () => {
  const first = await keep('twice')
  const second = await keep('twice', 'other name.txt')
  expect(first.sameAs).toBeNull()
  expect(second.sameAs).toBe(first.fileId)
  await removeFile(testApp.context, first.fileId)
  await attach(1, second.fileId)
  await removeUnusedFiles(testApp.application)
  expect(await read(second.fileId)).toBe('twice')
})

test('what a transaction gives up leaves no file behind', async () => {
  await expect(
    inTransaction(testApp.context, async (inside) => {
      await keepFile(inside, testApp.application.storage, Buffer.from('given up'), { name: 'a' })
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  const rows = await testApp.context.database
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
  testApp.clock.advance({ hours: 23 })
  await removeUnusedFiles(testApp.application)
  expect(await read(unused.fileId)).toBe('unused')
  testApp.clock.advance({ hours: 2 })
  await removeUnusedFiles(testApp.application)
  expect(await read(unused.fileId)).toBeNull()
  expect(await testApp.application.storage.has(unused.sha256)).toBe(false)
  expect(await read(used.fileId)).toBe('used')
})

test('a file that is used cannot be removed', async () => {
  const used = await keep('in use')
  await attach(3, used.fileId)
  await expect(removeFile(testApp.context, used.fileId)).rejects.toThrow(/foreign key/)
  expect(await read(used.fileId)).toBe('in use')
})

test('doctor counts files and misses those whose bytes are gone', async () => {
  const kept = await keep('soon gone')
  const well = await examineStorage(testApp.application)
  expect(well.remedy).toBeNull()
  expect(well.says).toMatch(/^\d+ in the folder .*files, 0 MB$/)
  await testApp.application.storage.remove(kept.sha256)
  expect((await examineStorage(testApp.application)).remedy).toMatch(/^1 of the newest are not there/)
  await expect(openFile(testApp.application.storage, kept)).rejects.toThrow('The bytes of "note.txt"')
  await keep('soon gone')
  expect((await examineStorage(testApp.application)).remedy).toBeNull()
  expect(join(testApp.application.settings.dataDir, 'uploads')).toBe(testApp.application.storage.scratch)
})
