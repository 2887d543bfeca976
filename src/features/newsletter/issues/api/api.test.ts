import { beforeAll, expect, test } from 'vitest'
import { original } from '../../../../../test/support/build-texts.ts'
import { openLetters, tinyPicture } from '../../../../../test/support/letters.ts'
import { openProgram } from '../../../../../test/support/program.ts'
import { letterList, letterRecord } from './schema.ts'

let fixture: Awaited<ReturnType<typeof openLetters>>
beforeAll(async () => {
  fixture = await openLetters()
  const item = fixture.item('event:1', 'Semaine coréenne')
  const title = { ...original('Semaine coréenne'), ko: { text: '한국 주간', state: 'machine' as const } }
  for (const number of [1, 2, 3]) {
    // What has not changed since the letter before is left out.
    const facts = { ...item.facts, en: [`9 October, Tours, ${number}`] }
    const hidden = fixture.item('event:2', `Cachée ${number}`)
    fixture.tell([{ ...item, title, facts, themes: ['culture'] }, hidden])
    await fixture.begin()
    if (number === 2) await compose()
    await fixture.act('approve')
    await fixture.act('publish')
  }
  await fixture.begin()
  return fixture.house.close
})

async function compose() {
  const part = await fixture.partId()
  await fixture.keeper.post(`/fr/${fixture.letters}/draft/changes`, { action: `hide ${part} event:2` })
  await fixture.addPicture(tinyPicture)
  await fixture.add('quote', { 'text.fr.text': 'Allons-y.', author: 'Une maire' })
  await fixture.add('button', { 'label.fr.text': 'S’inscrire', address: 'https://limoges.fr/' })
}

const ask = (address: string, headers = {}) =>
  fixture.house.get(`/api/v1/networks/${fixture.letters}${address}`, {
    accept: 'application/json',
    ...headers,
  })

test('one letter is answered with its parts as its readers got them, in every language that it has', async () => {
  const letter = letterRecord.parse((await ask('/2')).json())
  const site = `http://localhost:3000`
  expect(letter).toMatchObject({
    number: 2,
    slug: '2',
    url: `${site}/en/${fixture.letters}/2`,
    published_on: '2026-11-02',
    parts: [
      {
        kind: 'items',
        source: 'told.coming',
        title: { fr: 'À venir ici', ko: '여기 예정', en: 'Coming here' },
        items: [
          {
            key: 'event:1',
            title: { fr: 'Semaine coréenne', ko: '한국 주간' },
            facts: { ko: ['10월 9일 투르'] },
            url: `${site}/en/${fixture.letters.replace('/newsletter', '')}/agenda/semaine`,
            themes: ['culture'],
          },
        ],
      },
      { kind: 'picture', width: 2, height: 3, alternative: { fr: 'Deux maires se serrent la main' } },
      { kind: 'quote', text: { fr: 'Allons-y.' }, author: 'Une maire' },
      { kind: 'button', label: { fr: 'S’inscrire' }, url: 'https://limoges.fr/' },
    ],
  })
  expect(JSON.stringify(letter)).not.toContain('Cachée')
  expect(letter.text_states['parts/0/items/0/title']).toEqual({ fr: 'original', ko: 'machine' })
  // What Korean readers get in French: picture, quote, button. Unreviewed: a title.
  expect(letter.languages.find(({ language }) => language === 'ko')).toEqual({
    language: 'ko',
    url: `${site}/ko/${fixture.letters}/2`,
    pdf: `${site}/ko/${fixture.letters}/2.pdf`,
    feed: `${site}/ko/${fixture.letters}.rss`,
    elsewhere: 3,
    unreviewed: 1,
  })
})

test('a list is walked, the latest first, without the letter in the making', async () => {
  const numbers: number[] = []
  let next: string | null = '?limit=2'
  while (next) {
    const answer = letterList.parse((await ask(next)).json())
    expect([answer.total, answer.total_is]).toEqual([3, 'exact'])
    numbers.push(...answer.items.map(({ number }) => number))
    next = answer.next && new URL(answer.next).search
  }
  expect(numbers).toEqual([3, 2, 1])
  expect((await ask('?now=2026-01-01')).json()).toMatchObject({ items: [], total: 0 })
  expect((await ask('/2?now=2026-01-01')).statusCode).toBe(404)
})

test('what is asked again unchanged is not sent again', async () => {
  for (const address of ['', '/2']) {
    const { etag } = (await ask(address)).headers
    const again = await ask(address, { 'if-none-match': String(etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  }
})

test('wrong questions are answered as such', async () => {
  expect((await ask('?cursor=x')).statusCode).toBe(422)
  for (const number of ['4', '0', '01', 'draft', '9999999'])
    expect((await ask(`/${number}`)).statusCode, number).toBe(404)
})

test('a withdrawn letter answers 410 to every program and stands in no list', async () => {
  const { keeper, letters, house: testApp } = fixture
  await keeper.post(`/fr/${letters}/2/state`, { action: 'withdraw' })
  const networkId = await testApp.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .where('slug', '=', letters.split('/')[0] ?? '')
    .executeTakeFirstOrThrow()
  const program = await openProgram(testApp, {
    networkId: networkId.network_id,
    role: 'coordinator',
    scopes: ['read'],
  })
  for (const answer of [await ask('/2'), await program.get(`/networks/${letters}/2`)]) {
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      410,
      expect.stringContaining('application/problem+json'),
    ])
    expect(answer.body).not.toContain('Semaine')
  }
  for (const answer of [await ask(''), await program.get(`/networks/${letters}`)])
    expect(letterList.parse(answer.json()).items.map(({ number }) => number)).toEqual([3, 1])
  await keeper.post(`/fr/${letters}/2/state`, { action: 'restore' })
  expect((await ask('/2')).statusCode).toBe(200)
})
