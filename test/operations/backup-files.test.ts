import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BackupUnusable } from '../../src/platform/database/backup/backup-format.ts'
import { keepFile } from '../../src/platform/storage/files.ts'
import {
  backUp,
  closeDatabases,
  contextOf,
  openEmbedded,
  openOnServer,
  restore,
  storageOf,
} from '../support/backups.ts'

// More than one line holds.
const large = randomBytes(1_000_000)
let written: string

beforeAll(async () => {
  const embedded = await openEmbedded({ directory: 'small' })
  await keepFile(contextOf(embedded), storageOf(embedded), large, { name: 'large.bin' })
  await keepFile(contextOf(embedded), storageOf(embedded), Buffer.from(''), { name: 'empty.txt' })
  written = await backUp(embedded)
})
afterAll(closeDatabases)

const sha256 = createHash('sha256').update(large).digest('hex')

test('files travel with the rows, each content once', async () => {
  const server = await openOnServer({ directory: 'none' })
  await keepFile(contextOf(server), storageOf(server), Buffer.from('former'), { name: 'former.txt' })
  const former = createHash('sha256').update('former').digest('hex')
  expect(await restore(server, written, true)).toMatchObject({ files: 2, missing: 0 })
  expect(await buffer((await storageOf(server).read(sha256)) ?? Readable.from([]))).toEqual(large)
  expect(await storageOf(server).has(former)).toBe(false)
})

test('files of a damaged backup are not left behind', async () => {
  const server = await openOnServer({ directory: 'none' })
  const [line = ''] = written.split('\n').filter((each) => each.startsWith('{"bytes"'))
  const damages = [
    written.replace(
      line,
      line.replace(/"bytes":"(.)/, (_, sign) => `"bytes":"${sign === 'A' ? 'B' : 'A'}`),
    ),
    written.replace(line, line.slice(0, -10)),
    written.replace(`${line}\n`, ''),
    written.replace('Muju', 'Mujv'),
  ]
  for (const damaged of damages) {
    await expect(restore(server, damaged)).rejects.toThrow(BackupUnusable)
    expect(await storageOf(server).has(sha256)).toBe(false)
  }
})

test('files whose bytes are gone do not keep a backup from being written, and are counted', async () => {
  const other = await openEmbedded({ directory: 'none' })
  const kept = await keepFile(contextOf(other), storageOf(other), Buffer.from('gone'), { name: 'a' })
  await storageOf(other).remove(kept.sha256)
  const text = await backUp(other)
  expect(text).toContain('"missing":true')
  const returned = await openEmbedded({ directory: 'none' })
  expect(await restore(returned, text)).toMatchObject({ files: 0, missing: 1 })
})

test('files are not asked of a backup that was written before there were any', async () => {
  const other = await openEmbedded({ directory: 'none' })
  const old = (await backUp(other))
    .replace('"entente_backup":2', '"entente_backup":1')
    .replace(/,"files":0\}\n/, '}\n')
  const whole = old.trimEnd().split('\n')
  const last = JSON.parse(whole.pop() ?? '')
  const before = `${whole.join('\n')}\n`
  last.sha256 = createHash('sha256').update(before).digest('hex')
  const returned = await openEmbedded({ directory: 'none' })
  expect(await restore(returned, `${before}${JSON.stringify(last)}\n`)).toMatchObject({ files: 0 })
})
