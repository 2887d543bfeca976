import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { as, buildTexts, original, textIdOf } from '../../../../test/support/build-texts.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { personWith, signedInAs, testIdentity } from '../../../../test/support/test-identity.ts'
import {
  openTranslationProvider,
  type TranslationProvider,
} from '../../../../test/support/translation-provider.ts'
import type { Person } from '../../../platform/context/actor.ts'

let testApp: TestApp
let provider: TranslationProvider
beforeAll(async () => {
  provider = await openTranslationProvider()
  const settings = { TRANSLATION_URL: provider.url, TRANSLATION_KEY: 'the-secret-key' }
  testApp = await openTestApp({ directory: 'none', identify: testIdentity, settings })
})
afterAll(async () => {
  await testApp.close()
  await provider.close()
})
afterEach(() => {
  provider.misbehaves = null
  provider.requests = []
})

test('exists for those who take part alone, on every page and for every write', async () => {
  const { network, ties, address } = await buildTexts(testApp, original('Un texte confidentiel'))
  const { network: other } = await buildTexts(testApp)
  const textId = await textIdOf(testApp, ties[0]?.id)
  const outsiders = [{}, as('reader', network.id), as('contributor', network.id), as('chair', other.id)]
  for (const headers of outsiders)
    for (const [method, path] of [
      ['GET', ''],
      ['GET', `/${textId}`],
      ['POST', `/${textId}`],
      ['POST', `/${textId}/machine`],
      ['POST', '/batches'],
    ] as const) {
      const answer = await testApp.app.inject({ method, url: `${address}${path}`, headers })
      expect([path, answer.statusCode]).toEqual([path, 404])
      expect(answer.body).not.toContain('confidentiel')
    }
  // Nor does the page of another network show it.
  const elsewhere = `/fr/${other.slug}/translations/${textId}`
  expect((await testApp.get(elsewhere, as('chair', other.id))).statusCode).toBe(404)
  for (const role of ['member', 'coordinator', 'chair'] as const)
    expect((await testApp.get(`${address}/${textId}`, as(role, network.id))).body).toContain('confidentiel')
  expect(provider.requests).toEqual([])
})

test('lists stale texts first, then a machine’s, then missing ones, and narrows by what is asked', async () => {
  const { network, address } = await buildTexts(
    testApp,
    original('Manquant'),
    { ...original('Automatique'), ko: { text: '기계', state: 'machine' } },
    { ...original('Dépassé'), ko: { text: '낡음', state: 'stale' } },
    { ...original('Relu'), ko: { text: '검토', state: 'reviewed' } },
  )
  const listed = async (query: string) => {
    const { body } = await testApp.get(`${address}?${query}`, as('member', network.id))
    return [...body.matchAll(/<th scope="row"[^>]*><a [^>]*>([^<]*)<\/a>/g)].map(([, text]) => text)
  }
  expect(await listed('language=ko')).toEqual(['Dépassé', 'Automatique', 'Manquant'])
  expect(await listed('language=ko&state=reviewed')).toEqual(['Relu'])
  expect(await listed('language=ko&q=automat')).toEqual(['Automatique'])
  expect(await listed('language=ko&kind=organisation')).toEqual([])
  expect(await listed('language=fr')).toEqual([])
  // Unknown values are ignored.
  expect(await listed('language=xx&state=xx&kind=xx')).toHaveLength(7)
})

test('lists with as many statements for one text as for many', async () => {
  const few = await buildTexts(testApp, original('Un'))
  const many = await buildTexts(
    testApp,
    ...Array.from({ length: 20 }, (_, number) => original(`Texte ${number}`)),
  )
  const count = ({ network, address }: typeof few) => {
    const headers = as('member', network.id)
    return testApp.countQueries(() => testApp.get(address, headers))
  }
  await Promise.all([count(few), count(many)])
  expect(await count(many)).toBe(await count(few))
})

test('says of an empty list what belongs there', async () => {
  const { network, address } = await buildTexts(testApp)
  const { body } = await testApp.get(address, as('member', network.id))
  expect(body).toContain('Aucun texte n’attend')
})

test('shows translators how even the languages are on the page about the group, and nobody on the home', async () => {
  const { network } = await buildTexts(testApp, {
    ...original('Une foire'),
    ko: { text: '박람회', state: 'machine' },
  })
  const [home, anonymous, member] = await Promise.all([
    testApp.get(`/ko/${network.slug}`, as('member', network.id)),
    testApp.get(`/ko/${network.slug}/group`),
    testApp.get(`/ko/${network.slug}/group`, as('member', network.id)),
  ])
  const sentence = '한국어: 전체 글의 0%가 원문이거나 검토를 마쳤습니다'
  for (const { body } of [home, anonymous]) expect(body).not.toContain(sentence)
  expect(anonymous.body).not.toContain(`/${network.slug}/translations`)
  expect(member.body).toContain(`<a href="/ko/${network.slug}/translations?language=ko">${sentence}</a>`)
  expect(member.headers['cache-control']).toBe('private, no-cache')
})

test('is drawn in every language, for a record without a name too', async () => {
  const { network, ties } = await buildTexts(testApp, original('<script>alert(1)</script>'))
  const person: Person = personWith('chair', network.id)
  const textId = await textIdOf(testApp, ties[0]?.id)
  for (const language of ['fr', 'ko', 'en'])
    for (const path of ['', `/${textId}`]) {
      const answer = await testApp.get(`/${language}/${network.slug}/translations${path}`, signedInAs(person))
      expect(answer.statusCode).toBe(200)
      expect(answer.body).not.toContain('<script>alert')
      expect(answer.body).toContain('noindex')
    }
})
