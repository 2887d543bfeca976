import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { describeSettings } from './describe-settings.ts'
import { projectPath } from './project-path.ts'
import { readSettings } from './settings.ts'

const defaults = describeSettings(readSettings({}))
const names = Object.keys(defaults)

const samples: Record<string, string> = {
  PORT: '8080',
  HOST: '0.0.0.0',
  BASE_URL: 'https://entente.example',
  DATA_DIR: '/srv/entente',
  DATABASE_URL: 'postgres://db.example/entente',
  SMTP_URL: 'smtp://mail.example:587',
  MAIL_FROM: 'no-reply@entente.example',
  SECRET: 'set',
  STORAGE_URL: 'file:///srv/files',
  DEMO: 'none',
  NOW: '2017-07-08',
  LOG_LEVEL: 'info',
  ROLE: 'worker',
  TRUST_PROXY: 'loopback',
  RATE_LIMIT: '0',
}

describe('the settings in force', () => {
  test('are all described', () => {
    expect(names).toHaveLength(Object.keys(readSettings({})).length)
    expect(Object.keys(samples)).toEqual(names)
  })

  test('are described as they were set', () => {
    expect(describeSettings(readSettings({ ...samples, SECRET: 'x'.repeat(32) }))).toEqual(samples)
  })

  test('show no password, key or secret', () => {
    const shown = describeSettings(
      readSettings({
        SECRET: 'hidden-secret-of-more-than-thirty-two',
        DATABASE_URL: 'postgres://me:hidden@db.example/entente?password=hidden',
        SMTP_URL: 'smtp://me:hidden@mail.example',
        STORAGE_URL: 's3://hidden:hidden@files.example/bucket?key=hidden',
      }),
    )
    expect(JSON.stringify(shown)).not.toContain('hidden')
  })
})

describe('the documents for operators', () => {
  const example = readFileSync(projectPath('.env.example'), 'utf8')
  const page = readFileSync(projectPath('docs', 'operations', 'settings.md'), 'utf8')
  const given = new Map([...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value ?? '']))
  const rows = new Map([...page.matchAll(/^\| `([A-Z_]+)` \| ([^|]+) \|/gm)].map(([, name, value]) => [name, value?.trim() ?? '']))

  test('name every setting and no other, in one order', () => {
    expect([...given.keys()]).toEqual(names)
    expect([...rows.keys()]).toEqual(names)
  })

  test('give the defaults', () => {
    expect(readSettings(Object.fromEntries(given))).toEqual(readSettings({}))
    for (const name of names) {
      const value = given.get(name)
      expect([name, rows.get(name)]).toEqual([name, value ? `\`${value}\`` : expect.stringMatching(/^not set$|^from|with/)])
    }
  })
})
