import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isOpenDemonstration } from './open-demonstration.ts'
import { readSecret, secretPath } from './secret.ts'
import { readSettings } from './settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'entente-secret-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('is made once, kept for its owner alone, and read by the next process', () => {
  const dataDir = join(folder, 'new')
  const made = readSecret({ secret: null, dataDir })
  expect(made).toMatch(/^[\w-]{64}$/)
  expect(readSecret({ secret: null, dataDir })).toBe(made)
  expect(statSync(secretPath({ dataDir })).mode & 0o777).toBe(0o600)
})

test('is the setting where there is one, and then nothing is written', () => {
  const dataDir = join(folder, 'untouched')
  expect(readSecret({ secret: 'given', dataDir })).toBe('given')
  expect(() => readFileSync(secretPath({ dataDir }))).toThrow()
})

test('is never an empty file', () => {
  writeFileSync(secretPath({ dataDir: folder }), '\n')
  expect(() => readSecret({ secret: null, dataDir: folder })).toThrow('holds no secret')
})

test.each([
  ['localhost', 'http://localhost:3000', true],
  ['127.0.0.1', 'http://127.0.0.1:3000', true],
  ['::1', 'http://[::1]:3000', true],
  ['0.0.0.0', 'http://localhost:3000', false],
  ['localhost', 'https://entente.example', false],
  ['localhost.example', 'http://localhost:3000', false],
])('a server at %s known as %s is on this machine alone: %s', (host, baseUrl, expected) => {
  expect(isOpenDemonstration({ ...readSettings({}), host, baseUrl })).toBe(expected)
})
