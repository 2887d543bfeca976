import { describe, expect, test } from 'vitest'
import { describeSettings } from './describe-settings.ts'
import { readSettings } from './settings.ts'

const names = Object.keys(describeSettings(readSettings({})))

const samples: Record<string, string> = {
  PORT: '8080',
  HOST: '0.0.0.0',
  BASE_URL: 'https://entente.example',
  DATA_DIR: '/srv/entente',
  DATABASE_URL: 'postgres://db.example/entente',
  DATABASE_STATEMENT_SECONDS: '30',
  DATABASE_CONNECTION_SECONDS: '5',
  DATABASE_POOLER: 'transaction',
  SMTP_URL: 'smtp://mail.example:587',
  MAIL_FROM: 'no-reply@entente.example',
  MAIL_RATES: 'naver.com=90/min *=7/h smtp:*=1000/day',
  DKIM_DOMAIN: 'entente.example',
  DKIM_SELECTOR: 's1',
  DKIM_KEY: 'set',
  RETURNS_URL: 'imaps://mail.example/Returns',
  RETURN_ADDRESS: 'returns@entente.example',
  RETURNS_KEY: 'set',
  ANSWER_ADDRESS: 'answers+TOKEN@entente.example',
  ANSWERS_URL: 'imaps://mail.example/Answers',
  ANSWERS_KEY: 'set',
  MAIL_AUTHSERV: 'mx.entente.example',
  SECRET: 'set',
  STORAGE_URL: 'file:///srv/files',
  AWS_ACCESS_KEY_ID: 'set',
  AWS_SECRET_ACCESS_KEY: 'set',
  AWS_SESSION_TOKEN: 'set',
  AWS_REGION: 'eu-west-3',
  UPLOAD_MEGABYTES: '20',
  CALENDAR_MEGABYTES: '8',
  CALENDAR_HOSTS: 'calendars.intranet:8080',
  PAGE_CACHE_MEGABYTES: '128',
  DEMO: 'none',
  NOW: '2017-07-08',
  LOG_LEVEL: 'info',
  ROLE: 'worker',
  TRUST_PROXY: 'loopback',
  OIDC_PROVIDERS: 'test',
  RATE_LIMIT: '0',
  PUBLISHER: 'Association, Paris',
  PUBLISHER_CONTACT: '+33 1 00 00 00 00',
  PUBLICATION_DIRECTOR: 'Claire Martin',
  PRIVACY_CONTACT: 'dpo@entente.example',
  HOSTING: 'Host, Nantes',
  TRANSLATION_URL: 'https://translate.example/v1',
  TRANSLATION_KIND: 'deepl',
  TRANSLATION_KEY: 'set',
  ASSISTANT_URL: 'https://assistant.example/v1',
  ASSISTANT_KEY: 'set',
  ASSISTANT_MODEL: 'small',
}

const providers = JSON.stringify([
  { id: 'test', label: { fr: 'Test' }, issuer: 'https://id.example', clientId: 'a', clientSecret: 'hidden' },
])

describe('the settings in force', () => {
  test('are all described', () => {
    const read: string[] = []
    readSettings(new Proxy({}, { get: (_, name) => void read.push(String(name)) }))
    expect(names).toEqual(read)
    expect(Object.keys(samples)).toEqual(names)
  })

  test('never show a key of a service, not even when it is wrong', () => {
    const wrong = { TRANSLATION_KEY: 'two secret words' }
    expect(() => readSettings(wrong)).toThrow('TRANSLATION_KEY is "…"')
    expect(() => readSettings({ ASSISTANT_KEY: 'two secret words' })).toThrow('ASSISTANT_KEY is "…"')
    const assistant = readSettings({ ASSISTANT_URL: 'https://a.example', ASSISTANT_KEY: 'secret' })
    expect(JSON.stringify(describeSettings(assistant))).not.toContain('secret')
    expect(JSON.stringify(describeSettings(readSettings({ TRANSLATION_KEY: 'secret' })))).not.toContain(
      'secret',
    )
  })

  test('are described as they were set', () => {
    expect(
      describeSettings(
        readSettings({
          ...samples,
          RETURNS_URL: 'imaps://returns:hidden@mail.example/Returns',
          RETURNS_KEY: 'x'.repeat(32),
          ANSWERS_URL: 'imaps://answers:hidden@mail.example/Answers',
          ANSWERS_KEY: 'x'.repeat(32),
          SECRET: 'x'.repeat(32),
          TRANSLATION_KEY: 'k',
          ASSISTANT_KEY: 'k',
          OIDC_PROVIDERS: providers,
        }),
      ),
    ).toEqual(samples)
  })

  test('show no password, key or secret', () => {
    const shown = describeSettings(
      readSettings({
        SECRET: 'hidden-secret-of-more-than-thirty-two',
        DATABASE_URL: 'postgres://me:hidden@db.example/entente?password=hidden',
        SMTP_URL: 'smtp://me:hidden@mail.example smtp://me:hidden@other.example',
        DKIM_KEY: 'hidden',
        RETURNS_URL: 'pop3s://me:hidden@mail.example',
        RETURNS_KEY: 'hidden-key-of-more-than-thirty-two-signs',
        ANSWERS_URL: 'pop3s://me:hidden@mail.example',
        ANSWERS_KEY: 'hidden-key-of-more-than-thirty-two-signs',
        STORAGE_URL: 's3://files/entente?endpoint=https://files.example',
        AWS_ACCESS_KEY_ID: 'hidden-key',
        AWS_SECRET_ACCESS_KEY: 'hidden-secret',
        AWS_SESSION_TOKEN: 'hidden-token',
      }),
    )
    expect(JSON.stringify(shown)).not.toContain('hidden')
  })
})
