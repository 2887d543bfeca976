import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildCooperation } from '../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { personWith, signedInAs, testIdentity } from '../../../test/support/test-identity.ts'
import {
  openTranslationProvider,
  type TranslationProvider,
} from '../../../test/support/translation-provider.ts'
import type { Person, Role } from '../../platform/context/actor.ts'
import type { LocalizedText } from '../../platform/i18n/localized-text.ts'
import { indexNetwork } from './index.ts'
import { translationJobs } from './jobs.ts'

let house: TestApp
let provider: TranslationProvider
beforeAll(async () => {
  provider = await openTranslationProvider()
  const settings = { TRANSLATION_URL: provider.url, TRANSLATION_KEY: 'the-secret-key' }
  house = await openTestApp({ directory: 'none', identify: testIdentity, settings })
})
afterAll(async () => {
  await house.close()
  await provider.close()
})
afterEach(() => {
  provider.misbehaves = null
  provider.requests = []
})

const original = (text: string): LocalizedText => ({ fr: { text, state: 'original' } })

/** A group with one text, and the pages on which it is translated into Korean. */
async function buildTexts(...summaries: LocalizedText[]) {
  const network = await buildNetwork(house.context)
  const ties = []
  for (const summary of summaries) ties.push(await buildCooperation(house.context, network.id, { summary }))
  await indexNetwork(house.context, house.application.textOwners, network.id)
  const address = `/fr/${network.slug}/translations`
  return { network, ties, address }
}

async function idOf(recordId: string, language = 'ko'): Promise<string> {
  const { text_id } = await house.context.database
    .selectFrom('translations_text')
    .select('text_id')
    .where('record_id', '=', recordId)
    .where('path', '=', 'summary')
    .where('language', '=', language)
    .executeTakeFirstOrThrow()
  return text_id
}

async function summaryOf(tieId: string) {
  const row = await house.context.database
    .selectFrom('registry_cooperation')
    .select('summary')
    .where('cooperation_id', '=', tieId)
    .executeTakeFirstOrThrow()
  return row.summary
}

const as = (role: Role, networkId: string) => signedInAs(personWith(role, networkId))
const post = (url: string, headers: Record<string, string>, form: Record<string, string>) =>
  house.app.inject({
    method: 'POST',
    url,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })
const hidden = (body: string, name: string) =>
  body.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? ''

test('exists for those who take part alone, on every page and for every write', async () => {
  const { network, ties, address } = await buildTexts(original('Un texte confidentiel'))
  const { network: other } = await buildTexts()
  const textId = await idOf(ties[0]?.id ?? '')
  const outsiders = [{}, as('reader', network.id), as('contributor', network.id), as('chair', other.id)]
  for (const headers of outsiders)
    for (const [method, path] of [
      ['GET', ''],
      ['GET', `/${textId}`],
      ['POST', `/${textId}`],
      ['POST', `/${textId}/machine`],
      ['POST', '/batches'],
    ] as const) {
      const answer = await house.app.inject({ method, url: `${address}${path}`, headers })
      expect([path, answer.statusCode]).toEqual([path, 404])
      expect(answer.body).not.toContain('confidentiel')
    }
  // Nor does the page of another network show it.
  const elsewhere = `/fr/${other.slug}/translations/${textId}`
  expect((await house.get(elsewhere, as('chair', other.id))).statusCode).toBe(404)
  for (const role of ['member', 'coordinator', 'chair'] as const)
    expect((await house.get(`${address}/${textId}`, as(role, network.id))).body).toContain('confidentiel')
  expect(provider.requests).toEqual([])
})

test('lists stale texts first, then a machine’s, then missing ones, and narrows by what is asked', async () => {
  const { network, address } = await buildTexts(
    original('Manquant'),
    { ...original('Automatique'), ko: { text: '기계', state: 'machine' } },
    { ...original('Dépassé'), ko: { text: '낡음', state: 'stale' } },
    { ...original('Relu'), ko: { text: '검토', state: 'reviewed' } },
  )
  const listed = async (query: string) => {
    const { body } = await house.get(`${address}?${query}`, as('member', network.id))
    return [...body.matchAll(/<th scope="row"[^>]*><a [^>]*>([^<]*)<\/a>/g)].map(([, text]) => text)
  }
  expect(await listed('language=ko')).toEqual(['Dépassé', 'Automatique', 'Manquant'])
  expect(await listed('language=ko&state=reviewed')).toEqual(['Relu'])
  expect(await listed('language=ko&q=automat')).toEqual(['Automatique'])
  expect(await listed('language=ko&kind=organisation')).toEqual([])
  expect(await listed('language=fr')).toEqual([])
  // What is not understood is left out.
  expect(await listed('language=xx&state=xx&kind=xx')).toHaveLength(7)
})

test('lists with as many statements for one text as for many', async () => {
  const few = await buildTexts(original('Un'))
  const many = await buildTexts(...Array.from({ length: 20 }, (_, number) => original(`Texte ${number}`)))
  const count = ({ network, address }: typeof few) => {
    const headers = as('member', network.id)
    return house.countQueries(() => house.get(address, headers))
  }
  await Promise.all([count(few), count(many)])
  expect(await count(many)).toBe(await count(few))
})

test('says of an empty list what belongs there', async () => {
  const { network, address } = await buildTexts()
  const { body } = await house.get(address, as('member', network.id))
  expect(body).toContain('Aucun texte n’attend')
})

test('saves what was typed, as reviewed only when the person says so, and goes on to the next text', async () => {
  const { network, ties, address } = await buildTexts(original('Premier'), original('Second'))
  const headers = as('member', network.id)
  const [first, second] = await Promise.all(ties.map(({ id }) => idOf(id)))
  const { body } = await house.get(`${address}/${first}`, headers)
  const madeFrom = hidden(body, 'madeFrom')
  const draft = await post(`${address}/${first}`, headers, { text: '  초안\r\n둘째 줄 ', madeFrom })
  expect([draft.statusCode, draft.headers.location]).toEqual([303, `${address}/${first}?saved=yes`])
  expect((await summaryOf(ties[0]?.id ?? '')).ko).toEqual({ text: '초안\n둘째 줄', state: 'stale' })

  const again = await house.get(`${address}/${first}?saved=yes`, headers)
  expect(again.body).toContain('La traduction est enregistrée')
  const form = { text: '첫째', reviewed: 'yes', goTo: 'next', madeFrom: hidden(again.body, 'madeFrom') }
  const sure = await post(`${address}/${first}`, headers, form)
  expect(sure.headers.location).toBe(`${address}/${second}?saved=yes`)
  expect((await summaryOf(ties[0]?.id ?? '')).ko).toEqual({ text: '첫째', state: 'reviewed' })
})

test('shows both texts when somebody else was faster, and saves on the second try', async () => {
  const { network, ties, address } = await buildTexts(original('Une foire'))
  const [one, other] = [as('member', network.id), as('coordinator', network.id)]
  const textId = await idOf(ties[0]?.id ?? '')
  const madeFrom = hidden((await house.get(`${address}/${textId}`, one)).body, 'madeFrom')
  await post(`${address}/${textId}`, other, { text: '박람회', reviewed: 'yes', madeFrom })
  const late = await post(`${address}/${textId}`, one, { text: '전시회', reviewed: 'yes', madeFrom })
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('박람회</blockquote>')
  expect(late.body).toContain('전시회</textarea>')
  expect((await summaryOf(ties[0]?.id ?? '')).ko?.text).toBe('박람회')
  await post(`${address}/${textId}`, one, {
    text: '전시회',
    reviewed: 'yes',
    madeFrom: hidden(late.body, 'madeFrom'),
  })
  expect((await summaryOf(ties[0]?.id ?? '')).ko?.text).toBe('전시회')
})

test('keeps what was typed when it cannot be saved, and says why beside the field', async () => {
  const { network, ties, address } = await buildTexts(original('Une foire'))
  const textId = await idOf(ties[0]?.id ?? '')
  for (const [text, message] of [
    ['   ', 'Ce champ est à remplir'],
    ['가'.repeat(20_001), 'Le texte est trop long'],
  ] as const) {
    const answer = await post(`${address}/${textId}`, as('member', network.id), { text, madeFrom: 'x' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(message)
    expect(answer.body).toContain('href="#field-text"')
  }
  expect((await summaryOf(ties[0]?.id ?? '')).ko).toBeUndefined()
})

test('lets coordinators change an original, which turns its translation stale, and members only read it', async () => {
  const { network, ties, address } = await buildTexts({
    ...original('Une foire'),
    ko: { text: '박람회', state: 'reviewed' },
  })
  const textId = await idOf(ties[0]?.id ?? '', 'fr')
  const member = as('member', network.id)
  const read = await house.get(`${address}/${textId}`, member)
  expect(read.body).toContain('Une foire')
  expect(read.body).not.toContain('<textarea')
  expect((await post(`${address}/${textId}`, member, { text: 'X', madeFrom: '' })).statusCode).toBe(404)
  const coordinator = as('coordinator', network.id)
  const madeFrom = hidden((await house.get(`${address}/${textId}`, coordinator)).body, 'madeFrom')
  expect((await post(`${address}/${textId}`, coordinator, { text: 'Un salon', madeFrom })).statusCode).toBe(
    303,
  )
  expect(await summaryOf(ties[0]?.id ?? '')).toEqual({
    fr: { text: 'Un salon', state: 'original' },
    ko: { text: '박람회', state: 'stale' },
  })
})

test('underlines the terms of the original, each tied to what it is in the other language', async () => {
  const { network, ties, address } = await buildTexts(
    original('Le protocole d’entente <b>et</b> les jumelages.'),
  )
  const { body } = await house.get(`${address}/${await idOf(ties[0]?.id ?? '')}`, as('member', network.id))
  expect(body).toContain(
    'Le <a href="#term-mou" aria-describedby="term-mou">protocole d’entente</a> &lt;b>et&lt;/b> les ' +
      '<a href="#term-twinning" aria-describedby="term-twinning">jumelages</a>.',
  )
  expect(body).toMatch(
    /<div id="term-mou"><dt>protocole d’entente<\/dt><dd lang="ko"[^>]*><strong>양해각서\(MOU\)/,
  )
})

test('shows how people translated a like sentence, with its record', async () => {
  const { network, ties, address } = await buildTexts(
    {
      ...original('La délégation de Limoges visite Icheon en mai 2017.'),
      ko: { text: '리모주 대표단이 방문합니다.', state: 'reviewed' },
    },
    original('La délégation de Limoges visite Icheon en mai 2018.'),
  )
  const { body } = await house.get(`${address}/${await idOf(ties[1]?.id ?? '')}`, as('member', network.id))
  expect(body).toContain('리모주 대표단이 방문합니다.')
  expect(body).toContain(`/fr/${network.slug}/cooperations/${ties[0]?.slug}`)
})

test('puts a machine’s words in the form, and stores them as such until somebody has read them', async () => {
  const { network, ties, address } = await buildTexts(original('Une foire'))
  const [tie] = ties
  const headers = as('member', network.id)
  const page = `${address}/${await idOf(tie?.id ?? '')}`
  const proposed = await post(`${page}/machine`, headers, { text: '내가 쓴 글', madeFrom: '' })
  expect(proposed.statusCode).toBe(200)
  expect(proposed.body).toContain('[fr>ko] Une foire</textarea>')
  expect(proposed.body).toContain('내가 쓴 글</blockquote>')
  expect(proposed.body).not.toContain('the-secret-key')
  expect((await summaryOf(tie?.id ?? '')).ko).toBeUndefined()
  const form = { text: '[fr>ko] Une foire', machine: 'yes', madeFrom: hidden(proposed.body, 'madeFrom') }
  await post(page, headers, form)
  expect((await summaryOf(tie?.id ?? '')).ko).toEqual({ text: '[fr>ko] Une foire', state: 'machine' })
  const { rows } = await sql<{ machine_by: string; machine_at: Date }>`
    select machine_by, machine_at from translations_text where record_id = ${tie?.id} and language = 'ko' and path = 'summary'
  `.execute(house.context.database)
  expect(rows).toEqual([
    { machine_by: 'LibreTranslate', machine_at: new Date(house.clock.now().epochMilliseconds) },
  ])
})

test('says that a machine failed, and keeps what was typed', async () => {
  const { network, ties, address } = await buildTexts(original('Une foire'))
  provider.misbehaves = 456
  const page = `${address}/${await idOf(ties[0]?.id ?? '')}`
  const answer = await post(`${page}/machine`, as('member', network.id), { text: '내가 쓴 글' })
  expect(answer.statusCode).toBe(502)
  expect(answer.body).toContain('Le volume de traduction prévu est épuisé')
  expect(answer.body).toContain('내가 쓴 글</textarea>')
  expect(answer.body).not.toContain('the-secret-key')
})

async function runJobs() {
  for (const job of translationJobs(house.application)) await job.run(null)
}

async function startBatch(address: string, headers: Record<string, string>): Promise<string> {
  const started = await post(`${address}/batches`, headers, { language: 'ko' })
  expect(started.statusCode).toBe(303)
  return String(started.headers.location)
}

test('translates all that is missing at once, and takes back what nobody has touched since', async () => {
  const { network, ties, address } = await buildTexts(
    ...Array.from({ length: 25 }, (_, number) => original(`Texte ${number}`)),
    { ...original('Relu'), ko: { text: '검토', state: 'reviewed' } },
  )
  const coordinator = as('coordinator', network.id)
  expect((await post(`${address}/batches`, as('member', network.id), { language: 'ko' })).statusCode).toBe(
    404,
  )
  const batch = await startBatch(address, coordinator)
  expect(await startBatch(address, coordinator)).toBe(batch)
  expect((await house.get(batch, coordinator)).body).toContain('le travail commence dans la minute')
  await runJobs()
  expect((await summaryOf(ties[24]?.id ?? '')).ko).toEqual({ text: '[fr>ko] Texte 24', state: 'machine' })
  expect((await summaryOf(ties[25]?.id ?? '')).ko).toEqual({ text: '검토', state: 'reviewed' })
  const done = await house.get(batch, coordinator)
  expect(done.body).toMatch(/Terminé\s: 25 textes sur 25/)
  expect(done.body).toContain('Retirer 25 traductions')

  const page = `${address}/${await idOf(ties[0]?.id ?? '')}`
  const madeFrom = hidden((await house.get(page, coordinator)).body, 'madeFrom')
  await post(page, coordinator, { text: '첫째 글', reviewed: 'yes', madeFrom })
  expect((await post(`${batch}/undo`, as('member', network.id), {})).statusCode).toBe(404)
  expect((await post(`${batch}/undo`, coordinator, {})).statusCode).toBe(303)
  expect((await summaryOf(ties[0]?.id ?? '')).ko).toEqual({ text: '첫째 글', state: 'reviewed' })
  for (const { id } of ties.slice(1, 25)) expect((await summaryOf(id)).ko).toBeUndefined()
  expect((await house.get(batch, coordinator)).body).toContain('Retiré le')
})

test('stops a batch where the service fails, keeps what it made, and says why', async () => {
  const { network, address } = await buildTexts(original('Une foire'))
  const coordinator = as('coordinator', network.id)
  const batch = await startBatch(address, coordinator)
  provider.misbehaves = 403
  await runJobs()
  const { body } = await house.get(batch, coordinator)
  expect(body).toContain('Interrompu après 0 textes sur 1')
  expect(body).toContain('son adresse ou sa clé est à vérifier')
  // It can be asked for again.
  provider.misbehaves = null
  expect(await startBatch(address, coordinator)).not.toBe(batch)
  await runJobs()
})

test('sends a service nothing but texts of the index', async () => {
  const { network, address } = await buildTexts(original('Une foire'))
  await startBatch(address, as('coordinator', network.id))
  await runJobs()
  expect(provider.requests.map(({ body }) => body.q)).toEqual([['Une foire']])
})

test('offers nothing of a machine where none is set', async () => {
  const bare = await openTestApp({ directory: 'none', identify: testIdentity })
  try {
    const network = await buildNetwork(bare.context)
    const tie = await buildCooperation(bare.context, network.id, { summary: original('Une foire') })
    await indexNetwork(bare.context, bare.application.textOwners, network.id)
    const headers = as('coordinator', network.id)
    const list = await bare.get(`/fr/${network.slug}/translations`, headers)
    expect(list.body).toContain('Une foire')
    expect(list.body).not.toContain('id="machine"')
    const link = list.body.match(/href="([^"]*\/translations\/[0-9a-f-]{36})"/)?.[1] ?? ''
    const page = await bare.get(link, headers)
    expect(page.body).toContain('<textarea')
    expect(page.body).not.toContain('/machine')
    for (const path of [`${link}/machine`, `/fr/${network.slug}/translations/batches`])
      expect((await bare.app.inject({ method: 'POST', url: path, headers })).statusCode).toBe(404)
    expect(translationJobs(bare.application)).toEqual([])
    expect(tie.id).toBeTruthy()
  } finally {
    await bare.close()
  }
})

test('shows everybody how even the languages are, and the list to those who translate', async () => {
  const { network } = await buildTexts({ ...original('Une foire'), ko: { text: '박람회', state: 'machine' } })
  const [anonymous, member] = await Promise.all([
    house.get(`/ko/${network.slug}`),
    house.get(`/ko/${network.slug}`, as('member', network.id)),
  ])
  const sentence = '한국어: 전체 글의 0%가 원문이거나 검토를 마쳤습니다'
  expect(anonymous.body).toContain(sentence)
  expect(anonymous.body).not.toContain(`/${network.slug}/translations`)
  expect(member.body).toContain(`<a href="/ko/${network.slug}/translations?language=ko">${sentence}</a>`)
  expect(member.headers['cache-control']).toBe('private, no-cache')
})

test('is drawn in every language, for a record without a name too', async () => {
  const { network, ties } = await buildTexts(original('<script>alert(1)</script>'))
  const person: Person = personWith('chair', network.id)
  const textId = await idOf(ties[0]?.id ?? '')
  for (const language of ['fr', 'ko', 'en'])
    for (const path of ['', `/${textId}`]) {
      const answer = await house.get(`/${language}/${network.slug}/translations${path}`, signedInAs(person))
      expect(answer.statusCode).toBe(200)
      expect(answer.body).not.toContain('<script>alert')
      expect(answer.body).toContain('noindex')
    }
})
