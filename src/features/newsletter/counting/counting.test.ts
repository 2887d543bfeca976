import { beforeAll, describe, expect, it, test } from 'vitest'
import { openLetters } from '../../../../test/support/letters.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf } from '../../../../test/support/sign-in.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { renderLetter } from '../../../platform/letters/rendering/render-letter.ts'
import { letterOf } from '../issues/letter.ts'
import { findPublished } from '../issues/queries.ts'
import { lookUpSubscription } from '../subscribers/queries.ts'
import { prepareCounting } from './commands.ts'

let fixture: Awaited<ReturnType<typeof openLetters>>
let issueId: string
beforeAll(async () => {
  fixture = await openLetters()
  fixture.tell([
    { ...fixture.item('event:1', 'Semaine coréenne'), path: '/agenda/semaine' },
    { ...fixture.item('event:2', 'Sans page'), path: null },
  ])
  await fixture.begin()
  await fixture.act('approve')
  await fixture.act('publish')
  issueId = (await findPublished(fixture.house.context, fixture.network.id, '1')).id
  return fixture.house.close
})

const choose = (counting: string) => fixture.keeper.post(`/fr/${fixture.letters}/practice`, { counting })
const base = 'http://localhost:3000'
const semaine = () => `${base}/fr/${fixture.network.slug}/agenda/semaine`

/** The letter as sent to readers who may be counted, and to those who may not. */
async function drawn() {
  const { house: testApp } = fixture
  const network = { ...fixture.network, name: { fr: 'Groupe' } }
  const { context, application } = testApp
  const issue = await findPublished(context, network.id, '1')
  const t = application.translate('fr')
  const going = { baseUrl: base, t, network, language: 'fr' as const, today: '2026-11-02' }
  const letter = letterOf(issue, going)
  const counted = await prepareCounting(context, network.id, letter, {
    ...going,
    of: { kind: 'issue', id: issueId },
  })
  return {
    plain: await renderLetter(application, letter),
    counted: counted && (await renderLetter(application, counted)),
  }
}

async function countedPaths() {
  const { counted } = await drawn()
  const found = [...(counted?.html.matchAll(/http:\/\/localhost:3000(\/[^"]*\/counted\/[^"]*)"/g) ?? [])]
  const paths = [...new Set(found.map(([, path = '']) => path))]
  return {
    links: paths.filter((path) => !path.endsWith('.gif')),
    pixel: paths.find((path) => path.endsWith('.gif')) ?? '',
  }
}

const times = async () => {
  const rows = await fixture.house.context.database
    .selectFrom('newsletter_counted')
    .select(['address', 'times'])
    .where('issue_id', '=', issueId)
    .execute()
  return Object.fromEntries(rows.map(({ address, times: each }) => [address ?? 'opening', each]))
}
const person = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Thunderbird/128.0' }
const ask = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  fixture.house.app.inject({ method, url, headers: { ...person, ...headers } })

test('nothing is counted unless a network says so: no picture, no other address, and none that answers', async () => {
  const { plain, counted } = await drawn()
  expect(counted).toBeNull()
  expect(plain.html).toContain(`href="${semaine()}"`)
  for (const part of [plain.html, plain.text]) expect(part).not.toMatch(/counted|<img|comptés/)
  expect(await times()).toEqual({})
  expect((await ask(`/fr/${fixture.letters}/counted/${issueId}/opening.gif`)).statusCode).toBe(404)
})

describe('where a network counts', () => {
  beforeAll(() => choose('yes'))

  it('says so in both parts of the letter, every link of which leads by its count to where it led', async () => {
    const { plain, counted } = await drawn()
    for (const part of [counted!.html, counted!.text]) {
      expect(part.replaceAll(/\s+/g, ' ')).toContain('sans savoir par qui')
      expect(part).not.toContain(semaine())
      expect(part).toContain('{{preferences}}')
      expect(part).toContain('{{unsubscribe}}')
    }
    expect(counted!.html.match(/<img/g)).toHaveLength(1)
    // A reader who refused gets the letter as if nothing were counted.
    expect(plain.html).not.toMatch(/counted|<img/)
    const { links } = await countedPaths()
    const led = await Promise.all(links.map((link) => ask(link)))
    expect(led.map(({ statusCode, headers }) => [statusCode, headers.location]).toSorted()).toEqual(
      [
        [302, semaine()],
        [302, `${base}/fr/${fixture.letters}/1`],
      ].toSorted(),
    )
    for (const { headers } of led)
      expect([headers['set-cookie'], headers['cache-control'], headers['referrer-policy']]).toEqual([
        undefined,
        'private, no-store',
        'no-referrer',
      ])
  })

  it('counts openings and clicks, and not what programs do by themselves', async () => {
    const { links, pixel } = await countedPaths()
    const link = links[0]!
    const address = (await ask(link)).headers.location!
    const before = await times()
    const picture = await ask(pixel)
    expect([picture.statusCode, picture.headers['content-type'], picture.headers['set-cookie']]).toEqual([
      200,
      'image/gif',
      undefined,
    ])
    await ask(link)
    const counted = { ...before, opening: before.opening! + 1, [address]: before[address]! + 1 }
    expect(await times()).toEqual(counted)
    const byThemselves: Record<string, string>[] = [
      { 'sec-purpose': 'prefetch;prerender' },
      { purpose: 'prefetch' },
      { 'x-purpose': 'preview' },
      { 'x-moz': 'prefetch' },
      { 'user-agent': 'Mozilla/5.0 (compatible; bingbot/2.0)' },
      { 'user-agent': 'Barracuda Sentinel (EE)' },
      { 'user-agent': '' },
    ]
    for (const headers of byThemselves)
      for (const path of [link, pixel]) expect((await ask(path, headers)).statusCode).toBeLessThan(400)
    for (const path of [link, pixel]) expect((await ask(path, {}, 'HEAD')).statusCode).toBeLessThan(400)
    expect(await times()).toEqual(counted)
    // People see pictures through this proxy.
    await ask(pixel, { 'user-agent': 'Mozilla/5.0 (via ggpht.com GoogleImageProxy)' })
    expect((await times()).opening).toBe(counted.opening + 1)
  })

  it('leads nowhere but where the letter leads', async () => {
    const { links } = await countedPaths()
    const link = links[0]!
    const key = link.split('/').at(-1)!
    const address = (await ask(`${link}?url=https://elsewhere.example&address=https://elsewhere.example`))
      .headers.location
    expect(address).not.toContain('elsewhere')
    const wrong = [
      link.replace(key, 'f'.repeat(20)),
      link.replace(key, encodeURIComponent('https://elsewhere.example')),
      link.replace(issueId, newId()),
      link.replace(issueId, 'x'),
      link.replace(fixture.network.slug, (await fixture.another()).network.slug),
      link.replace(key, 'opening'),
    ]
    for (const each of wrong) {
      const answer = await ask(each)
      expect([each, answer.statusCode, answer.headers.location]).toEqual([each, 404, undefined])
    }
  })

  it('shows its editors how far the figures can be trusted, and others nothing', async () => {
    const { house: testApp, letters, keeper } = fixture
    const seen = pageWords((await keeper.get(`/fr/${letters}/1`)).body)
    expect(seen).toContain('ni un minimum ni un maximum')
    expect(seen).toContain('Clics, au plus')
    expect(pageWords((await testApp.get(`/fr/${letters}/1`)).body)).not.toContain('Clics')
  })

  it('tells readers before and after they subscribe, each of whom may refuse', async () => {
    const { house: testApp, letters, network } = fixture
    expect(pageWords((await testApp.get(`/fr/${letters}/subscribe`)).body)).toContain('sans savoir par qui')
    const { id, path } = await subscribed()
    const reader = browserOf(testApp)
    expect(pageWords((await reader.get(path)).body)).toContain('Ne pas me compter')
    await reader.post(`${path}/counting`, { counting: 'no' })
    expect((await lookUpSubscription(testApp.context, network.id, id))?.uncountedAt).not.toBeNull()
    expect(pageWords((await reader.get(path)).body)).toContain('ne sont pas comptés')
    await reader.post(`${path}/counting`, { counting: 'yes' })
    expect((await lookUpSubscription(testApp.context, network.id, id))?.uncountedAt).toBeNull()
  })
})

test('once a network counts no more, old links still lead and nothing is counted', async () => {
  await choose('yes')
  const { links, pixel } = await countedPaths()
  await choose('')
  const before = await times()
  expect((await ask(links[0]!)).statusCode).toBe(302)
  expect((await ask(pixel)).statusCode).toBe(200)
  expect(await times()).toEqual(before)
  expect((await drawn()).counted).toBeNull()
  await fixture.keeper.post(`/fr/${fixture.letters}/1/state`, { action: 'withdraw' })
  expect((await ask(links[0]!)).statusCode).toBe(302)
})

async function subscribed(): Promise<{ id: string; path: string }> {
  const { house: testApp, letters, keeper } = fixture
  await keeper.post(`/fr/${letters}/subscribers/new`, {
    address: 'lectrice@ville.example',
    words: 'Case cochée sur la feuille de présence',
    givenOn: '2017-07-07',
    language: 'fr',
    country: 'FR',
    frequency: 'issue',
  })
  const { id } = await testApp.context.database
    .selectFrom('newsletter_subscription')
    .select('subscription_id as id')
    .where('address', '=', 'lectrice@ville.example')
    .executeTakeFirstOrThrow()
  const { body } = await testApp.context.database
    .selectFrom('platform_mail')
    .select('body')
    .where('to_address', '=', 'lectrice@ville.example')
    .executeTakeFirstOrThrow()
  const link = body?.flatMap((block) => (block.kind === 'action' ? [block.address] : []))[0] ?? ''
  return { id, path: new URL(link).pathname }
}
