import { afterEach, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import {
  openTranslationProvider,
  type TranslationProvider,
} from '../../../test/support/translation-provider.ts'
import { readSettings } from '../settings/settings.ts'
import { askProvider } from './ask-provider.ts'
import { openTranslator } from './open-translator.ts'
import { TranslatorTrouble } from './translator.ts'

let service: TranslationProvider
beforeAll(async () => {
  service = await openTranslationProvider()
  return service.close
})
afterEach(() => {
  service.misbehaves = null
  service.requests = []
})

const opened = (kind: string, key?: string) =>
  openTranslator(
    readSettings({ TRANSLATION_URL: `${service.url}/`, TRANSLATION_KIND: kind, TRANSLATION_KEY: key })
      .translation,
  )

test('offers nothing without an address', () => {
  expect(openTranslator(readSettings({ TRANSLATION_KEY: 'k' }).translation)).toBeNull()
})

test('asks for the key that DeepL needs', () => {
  expect(() => opened('deepl')).toThrow('TRANSLATION_KEY')
})

test('speaks as LibreTranslate wants, twenty texts at a time and in order', async () => {
  const texts = Array.from({ length: 45 }, (_, number) => `texte ${number}`)
  expect(await opened('libretranslate', 'k-1')?.translate(texts, 'fr', 'ko')).toEqual(
    texts.map((text) => `[fr>ko] ${text}`),
  )
  expect(service.requests.map(({ path, body }) => [path, body])).toEqual(
    [0, 20, 40].map((at) => [
      '/translate',
      { q: texts.slice(at, at + 20), source: 'fr', target: 'ko', format: 'text', api_key: 'k-1' },
    ]),
  )
})

test('speaks as DeepL wants, in British English, with the key in its header', async () => {
  expect(await opened('deepl', 'k-2')?.translate(['Une foire'], 'fr', 'en')).toEqual(['[FR>EN-GB] Une foire'])
  expect(service.requests).toMatchObject([
    {
      path: '/v2/translate',
      headers: { authorization: 'DeepL-Auth-Key k-2' },
      body: { text: ['Une foire'], source_lang: 'FR', target_lang: 'EN-GB' },
    },
  ])
  expect(service.requests[0]?.body).not.toHaveProperty('api_key')
})

test('sends DeepL long texts in several calls', async () => {
  const texts = Array.from({ length: 5 }, () => 'é'.repeat(20_000))
  expect(await opened('deepl', 'k')?.translate(texts, 'fr', 'ko')).toHaveLength(5)
  expect(service.requests).toHaveLength(5)
})

test.each([
  [403, 'refused'],
  [413, 'tooLong'],
  [429, 'busy'],
  [456, 'quota'],
  [503, 'busy'],
  ['closes', 'unreachable'],
  ['redirects', 'unreachable'],
  ['endless', 'answer'],
  ['nonsense', 'answer'],
  ['tooFew', 'answer'],
] as const)(
  'says what went wrong when a service answers with %s, and nothing of the key',
  async (how, trouble) => {
    service.misbehaves = how
    for (const kind of ['libretranslate', 'deepl']) {
      const failed = await opened(kind, 'secret-key')
        ?.translate(['a'], 'fr', 'ko')
        .catch((error: unknown) => error)
      expect(failed).toBeInstanceOf(TranslatorTrouble)
      expect(failed).toMatchObject({ trouble })
      expect(String(failed)).not.toContain('secret-key')
    }
    expect(service.requests.map(({ path }) => path)).toEqual(['/translate', '/v2/translate'])
  },
)

test('does not wait for ever', async () => {
  service.misbehaves = 'hangs'
  const call = { url: service.url, headers: {}, body: {} }
  await expect(askProvider(call, z.unknown(), 50)).rejects.toMatchObject({ trouble: 'unreachable' })
})
