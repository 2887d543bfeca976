import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type StandInStore, startStore, storeKeys } from '../../../test/support/s3-server.ts'
import { readSettings } from '../settings/settings.ts'
import { openStorage } from './open-storage.ts'
import { openS3Storage } from './s3-storage.ts'
import { type Storage, StorageUnusable } from './storage.ts'

let folder: string
let store: StandInStore

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entente-storage-'))
  store = await startStore()
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

function sample(text: string) {
  const path = join(folder, 'sample')
  writeFileSync(path, text)
  return { path, sha256: createHash('sha256').update(text).digest('hex'), size: Buffer.byteLength(text) }
}

function settings(environment: Record<string, string>) {
  return readSettings({ DATA_DIR: folder, ...environment })
}

/** The bucket, with little patience. */
function openBucket(more: Record<string, string> = {}): Storage {
  const { place } = settings({ STORAGE_URL: store.url, ...storeKeys, ...more }).storage
  if (place === null || !('bucket' in place)) throw new Error('no bucket')
  return openS3Storage(place, join(folder, 'uploads'), { timeMs: 200, retries: 1, pauseMs: 5 })
}

describe.each([
  ['a folder', () => openStorage(settings({}))],
  ['a bucket', () => openBucket()],
] as const)('%s', (_, open) => {
  test('gives back what it was given, and nothing else', async () => {
    const storage = open()
    const { path, sha256, size } = sample('회의록\n')
    await storage.check()
    expect(await storage.has(sha256)).toBe(false)
    expect(await storage.read(sha256)).toBeNull()
    await storage.put(sha256, path, size)
    await storage.put(sha256, path, size)
    expect(await storage.has(sha256)).toBe(true)
    expect((await buffer((await storage.read(sha256)) ?? Readable.from([]))).toString()).toBe('회의록\n')
    await storage.remove(sha256)
    await storage.remove(sha256)
    expect(await storage.has(sha256)).toBe(false)
  })

  test('keeps an empty file', async () => {
    const storage = open()
    const { path, sha256, size } = sample('')
    await storage.put(sha256, path, size)
    expect(await buffer((await storage.read(sha256)) ?? Readable.from([]))).toEqual(Buffer.alloc(0))
  })
})

test('a folder has files in two levels by their checksum, and no trace of what was tried', async () => {
  const storage = openStorage(settings({ STORAGE_URL: `file://${folder}/kept` }))
  const { path, sha256, size } = sample('text')
  await storage.check()
  await storage.put(sha256, path, size)
  const names = readdirSync(join(folder, 'kept'), { recursive: true })
  const [one, two] = [sha256.slice(0, 2), sha256.slice(2, 4)]
  expect(names.map(String).sort()).toEqual([one, join(one, two), join(one, two, sha256)].sort())
})

test('a folder that cannot be one says so in one line', async () => {
  const storage = openStorage(settings({ STORAGE_URL: `file://${sample('').path}/below` }))
  await expect(storage.check()).rejects.toThrow(/^Files cannot be kept in the folder .*below: ENOTDIR/)
})

describe('a bucket', () => {
  test('is sent an object once, signed, with the checksum that the store compares', async () => {
    const { path, sha256, size } = sample('text')
    const storage = openBucket()
    await storage.put(sha256, path, size)
    await storage.put(sha256, path, size)
    const address = `/files/entente/${sha256}`
    expect(store.asked).toEqual([`HEAD ${address}`, `PUT ${address}`, `HEAD ${address}`])
    expect(store.heads[1]).toContain(`"x-amz-content-sha256":"${sha256}"`)
    await expect(storage.put('0'.repeat(64), path, size)).rejects.toThrow('400 (XAmzContentSHA256Mismatch)')
  })

  test('is asked again when it stumbles, and only then', async () => {
    const storage = openBucket()
    store.behave('failOnce')
    expect(await storage.has('a')).toBe(false)
    expect(store.asked).toHaveLength(2)
    store.behave('forbid')
    await expect(storage.has('a')).rejects.toThrow(StorageUnusable)
    expect(store.asked).toHaveLength(3)
  })

  test.each([
    ['fail', 'it answers 503 (SlowDown)'],
    ['hang', 'no answer within 200 ms'],
    ['forbid', 'it answers 403 (AccessDenied)'],
    ['cutOff', 'UND_ERR_SOCKET other side closed'],
  ] as const)('that would %s is said to be unusable, without its keys', async (behaviour, words) => {
    store.behave(behaviour)
    const error = await openBucket()
      .check()
      .catch((thrown: unknown) => thrown)
    expect(error).toEqual(
      new StorageUnusable(`Files cannot be kept in the bucket files at ${store.endpoint}: ${words}`),
    )
    expect(store.heads.join()).not.toContain(storeKeys.AWS_SECRET_ACCESS_KEY)
  })

  test('that does not exist, or whose key is another, is said in words', async () => {
    await expect(openBucket({ STORAGE_URL: store.url.replace('files', 'other') }).check()).rejects.toThrow(
      '404 (NoSuchBucket)',
    )
    await expect(openBucket({ AWS_ACCESS_KEY_ID: 'another' }).check()).rejects.toThrow(
      '403 (InvalidAccessKeyId)',
    )
  })

  test('that nothing listens for is said in one line', async () => {
    const storage = openBucket()
    await store.close()
    await expect(storage.check()).rejects.toThrow(/^Files cannot be kept in the bucket .*ECONNREFUSED/)
    store = await startStore()
  })
})

describe('STORAGE_URL', () => {
  test.each([
    ['s3://files', 'https://s3.us-east-1.amazonaws.com', 'us-east-1', ''],
    ['s3://files/a/b/?region=eu-west-3', 'https://s3.eu-west-3.amazonaws.com', 'eu-west-3', 'a/b'],
    ['s3://files?endpoint=https://s3.example/', 'https://s3.example', 'us-east-1', ''],
  ])('%s', (url, endpoint, region, prefix) => {
    const { place } = settings({ STORAGE_URL: url, ...storeKeys }).storage
    expect(place).toMatchObject({ bucket: 'files', endpoint, region, prefix })
  })

  test.each([
    's3://key:secret@files',
    's3://files?key=secret',
    's3://Files_/',
    's3://files?endpoint=ftp://x',
    'file://server/share',
    'https://files.example',
  ])('%s is refused, without what may be secret', (url) => {
    const read = () => settings({ STORAGE_URL: url, ...storeKeys })
    expect(read).toThrow(/^STORAGE_URL is ".*" but takes an address: file:/)
    expect(read).not.toThrow('key:secret')
  })

  test('of a bucket takes a key', () => {
    expect(() => settings({ STORAGE_URL: 's3://files', AWS_ACCESS_KEY_ID: 'a' })).toThrow(
      'AWS_SECRET_ACCESS_KEY is "" but takes what the store of STORAGE_URL gave',
    )
  })
})
