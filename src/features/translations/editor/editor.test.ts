import { beforeAll, expect, test } from 'vitest'
import {
  as,
  buildTexts,
  hidden,
  original,
  post,
  summaryOf,
  textIdOf,
} from '../../../../test/support/build-texts.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { testIdentity } from '../../../../test/support/test-identity.ts'
import type { TextState } from '../../../platform/i18n/localized-text.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', identify: testIdentity })
  return testApp.close
})

test('saves what was typed, as reviewed by whoever typed it, and goes on to the next text', async () => {
  const { network, ties, address } = await buildTexts(testApp, original('Premier'), original('Second'))
  const headers = as('member', network.id)
  const [first, second] = await Promise.all(ties.map(({ id }) => textIdOf(testApp, id)))
  const { body } = await testApp.get(`${address}/${first}`, headers)
  const madeFrom = hidden(body, 'madeFrom')
  const draft = await post(testApp, `${address}/${first}`, headers, { text: '  초안\r\n둘째 줄 ', madeFrom })
  expect([draft.statusCode, draft.headers.location]).toEqual([303, `${address}/${first}?saved=yes`])
  expect((await summaryOf(testApp, ties[0]?.id)).ko).toEqual({ text: '초안\n둘째 줄', state: 'reviewed' })

  const again = await testApp.get(`${address}/${first}?saved=yes`, headers)
  expect(again.body).toContain('La traduction est enregistrée')
  const form = { text: '첫째', goTo: 'next', madeFrom: hidden(again.body, 'madeFrom') }
  const sure = await post(testApp, `${address}/${first}`, headers, form)
  expect(sure.headers.location).toBe(`${address}/${second}?saved=yes`)
  expect((await summaryOf(testApp, ties[0]?.id)).ko).toEqual({ text: '첫째', state: 'reviewed' })
})

const rule: [TextState, string, string | undefined, TextState][] = [
  ['machine', '박람회', undefined, 'machine'],
  ['machine', ' 박람회\r\n', undefined, 'machine'],
  ['machine', '박람회', 'yes', 'reviewed'],
  ['machine', '전시회', undefined, 'reviewed'],
  ['stale', '박람회', undefined, 'stale'],
  ['stale', '박람회', 'yes', 'reviewed'],
  ['stale', '전시회', undefined, 'reviewed'],
  ['reviewed', '박람회', undefined, 'reviewed'],
  ['reviewed', '전시회', undefined, 'reviewed'],
]

test.for(rule)(
  'a text that is %s, sent as “%s” with the box at %s, is %s',
  async ([state, text, reviewed, after]) => {
    const { network, ties, address } = await buildTexts(testApp, {
      ...original('Une foire'),
      ko: { text: '박람회', state },
    })
    const headers = as('member', network.id)
    const page = `${address}/${await textIdOf(testApp, ties[0]?.id)}`
    const { body } = await testApp.get(page, headers)
    expect(body.includes('name="reviewed"')).toBe(state !== 'reviewed')
    const madeFrom = hidden(body, 'madeFrom')
    const sent = await post(testApp, page, headers, { text, madeFrom, ...(reviewed ? { reviewed } : {}) })
    expect(sent.statusCode).toBe(303)
    expect((await summaryOf(testApp, ties[0]?.id)).ko).toEqual({ text: text.trim(), state: after })
  },
)

test('shows both texts when somebody else was faster, and saves on the second try', async () => {
  const { network, ties, address } = await buildTexts(testApp, original('Une foire'))
  const [one, other] = [as('member', network.id), as('coordinator', network.id)]
  const textId = await textIdOf(testApp, ties[0]?.id)
  const madeFrom = hidden((await testApp.get(`${address}/${textId}`, one)).body, 'madeFrom')
  await post(testApp, `${address}/${textId}`, other, { text: '박람회', reviewed: 'yes', madeFrom })
  const late = await post(testApp, `${address}/${textId}`, one, { text: '전시회', reviewed: 'yes', madeFrom })
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('박람회</blockquote>')
  expect(late.body).toContain('전시회</textarea>')
  expect((await summaryOf(testApp, ties[0]?.id)).ko?.text).toBe('박람회')
  await post(testApp, `${address}/${textId}`, one, {
    text: '전시회',
    reviewed: 'yes',
    madeFrom: hidden(late.body, 'madeFrom'),
  })
  expect((await summaryOf(testApp, ties[0]?.id)).ko?.text).toBe('전시회')
})

test('keeps what was typed when it cannot be saved, and says why beside the field', async () => {
  const { network, ties, address } = await buildTexts(testApp, original('Une foire'))
  const textId = await textIdOf(testApp, ties[0]?.id)
  for (const [text, message] of [
    ['   ', 'Ce champ est à remplir'],
    ['가'.repeat(20_001), 'Le texte est trop long'],
  ] as const) {
    const answer = await post(testApp, `${address}/${textId}`, as('member', network.id), {
      text,
      madeFrom: 'x',
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(message)
    expect(answer.body).toContain('href="#field-text"')
  }
  expect((await summaryOf(testApp, ties[0]?.id)).ko).toBeUndefined()
})

test('lets coordinators change an original, which turns its translation stale, and members only read it', async () => {
  const { network, ties, address } = await buildTexts(testApp, {
    ...original('Une foire'),
    ko: { text: '박람회', state: 'reviewed' },
  })
  const textId = await textIdOf(testApp, ties[0]?.id, 'fr')
  const member = as('member', network.id)
  const read = await testApp.get(`${address}/${textId}`, member)
  expect(read.body).toContain('Une foire')
  expect(read.body).not.toContain('<textarea')
  expect((await post(testApp, `${address}/${textId}`, member, { text: 'X', madeFrom: '' })).statusCode).toBe(
    404,
  )
  const coordinator = as('coordinator', network.id)
  const madeFrom = hidden((await testApp.get(`${address}/${textId}`, coordinator)).body, 'madeFrom')
  expect(
    (await post(testApp, `${address}/${textId}`, coordinator, { text: 'Un salon', madeFrom })).statusCode,
  ).toBe(303)
  expect(await summaryOf(testApp, ties[0]?.id)).toEqual({
    fr: { text: 'Un salon', state: 'original' },
    ko: { text: '박람회', state: 'stale' },
  })
})

test('underlines the terms of the original, each tied to what it is in the other language', async () => {
  const { network, ties, address } = await buildTexts(
    testApp,
    original('Le protocole d’entente <b>et</b> les jumelages.'),
  )
  const { body } = await testApp.get(
    `${address}/${await textIdOf(testApp, ties[0]?.id)}`,
    as('member', network.id),
  )
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
    testApp,
    {
      ...original('La délégation de Limoges visite Icheon en mai 2017.'),
      ko: { text: '리모주 대표단이 방문합니다.', state: 'reviewed' },
    },
    original('La délégation de Limoges visite Icheon en mai 2018.'),
  )
  const { body } = await testApp.get(
    `${address}/${await textIdOf(testApp, ties[1]?.id)}`,
    as('member', network.id),
  )
  expect(body).toContain('리모주 대표단이 방문합니다.')
  expect(body).toContain(`/fr/${network.slug}/cooperations/${ties[0]?.slug}`)
})
