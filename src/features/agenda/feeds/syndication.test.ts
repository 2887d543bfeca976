import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'

const group = 'france-coree'
let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  return testApp.close
})

async function xml(address: string) {
  const { body, headers, statusCode } = await testApp.get(address)
  expect([statusCode, XMLValidator.validate(body)]).toEqual([200, true])
  const parser = new XMLParser({
    ignoreAttributes: false,
    isArray: (name) => ['item', 'entry', 'link'].includes(name),
  })
  return { read: parser.parse(body), type: headers['content-type'] }
}

describe('feeds for news readers', () => {
  test('RSS tells of every event, what changed last in front, with where it is read', async () => {
    const { read, type } = await xml(`/fr/${group}/agenda.rss`)
    const { channel } = read.rss
    expect([type, channel.language, channel['atom:link']['@_href']]).toEqual([
      'application/rss+xml; charset=utf-8',
      'fr',
      `http://localhost:3000/fr/${group}/agenda.rss`,
    ])
    const rencontres = channel.item.find(({ link }: { link: string[] }) =>
      link[0]?.endsWith('groupe-rencontres-2017'),
    )
    expect(rencontres).toMatchObject({
      title: 'Temps Corée aux Rencontres de l’internationalisation',
      guid: { '@_isPermaLink': 'false', '#text': expect.stringMatching(/^urn:uuid:/) },
      category: 'colloque, conférence',
    })
    expect(rencontres.description).toMatch(/^<p>9.10 octobre 2017<\/p>/)
  })

  test('Atom says when each was published and changed, in its language', async () => {
    const { read, type } = await xml(`/ko/${group}/agenda.atom?when=coming`)
    expect(type).toBe('application/atom+xml; charset=utf-8')
    expect(read.feed['@_xml:lang']).toBe('ko')
    expect(read.feed.entry.length).toBeGreaterThan(5)
    for (const entry of read.feed.entry)
      for (const name of ['id', 'title', 'published', 'updated', 'content'])
        expect(entry[name], name).toBeDefined()
    const first = read.feed.entry.findIndex(({ content }: { content: { '#text': string } }) =>
      content['#text'].includes('2017년 9월'),
    )
    const later = read.feed.entry.findIndex(({ content }: { content: { '#text': string } }) =>
      content['#text'].includes('2018년'),
    )
    expect(first).toBeLessThan(later)
  })

  test('the three say one event by one id', async () => {
    const id = async (format: 'rss' | 'atom') =>
      /urn:uuid:[0-9a-f-]{36}/.exec((await testApp.get(`/en/${group}/agenda.${format}?q=guro`)).body)?.[0]
    const { items } = (await testApp.get(`/fr/${group}/agenda.json?q=guro`)).json()
    expect(items[0].id).toBe(await id('rss'))
    expect(await id('atom')).toBe(await id('rss'))
  })
})

describe('JSON Feed', () => {
  test('says what a page of others needs, and leads to the same agenda', async () => {
    const answer = await testApp.get(`/fr/${group}/agenda.json?theme=culture&when=coming`)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/feed+json; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    })
    const feed = answer.json()
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      home_page_url: `http://localhost:3000/fr/${group}/agenda?theme=culture&when=coming`,
      feed_url: `http://localhost:3000/fr/${group}/agenda.json?theme=culture&when=coming`,
      language: 'fr',
      _entente: { words: { all: 'Voir tout l’agenda', none: 'Aucun événement à venir' } },
    })
    const nantes = feed.items.find(({ url }: { url: string }) => url.endsWith('nantes-franco-japonais-2017'))
    expect(nantes).toMatchObject({
      language: 'fr',
      tags: expect.arrayContaining(['festival']),
      _entente: {
        when: '2017-10',
        starts_on: '2017-10-01',
        ends_on: '2017-10-31',
        starts_at: null,
        state: 'planned',
        dates: ['octobre 2017'],
        notes: [],
      },
    })
  })

  test('goes on page by page, and is never without an end', async () => {
    const { next_url: next, items } = (await testApp.get(`/fr/${group}/agenda.json?page=2`)).json()
    expect([next, items]).toEqual([undefined, []])
  })
})

test('the pages of the agenda and of an event name their feeds, with the filter in force', async () => {
  const links = async (address: string) =>
    [
      ...(await testApp.get(address)).body.matchAll(
        /<link rel="alternate" type="([^"]+)"[^>]*href="([^"]+)"/g,
      ),
    ].map(([, type, href]) => [type, href?.replaceAll('&amp;', '&')])
  expect(await links(`/fr/${group}/agenda?theme=culture`)).toEqual([
    ['text/calendar', `/fr/${group}/agenda.ics?theme=culture`],
    ['application/rss+xml', `/fr/${group}/agenda.rss?theme=culture`],
    ['application/atom+xml', `/fr/${group}/agenda.atom?theme=culture`],
    ['application/feed+json', `/fr/${group}/agenda.json?theme=culture`],
  ])
  const event = `/ko/${group}/agenda/guro-jump-guro-2017`
  expect(await links(event)).toEqual([['text/calendar', `${event}.ics`]])
})

test('what hostile words say stays words in every format', async () => {
  const address = `q=${encodeURIComponent('"><script>&\r\nBEGIN:VEVENT')}`
  for (const format of ['rss', 'atom'])
    expect(XMLValidator.validate((await testApp.get(`/fr/${group}/agenda.${format}?${address}`)).body)).toBe(
      true,
    )
  expect((await testApp.get(`/fr/${group}/agenda.ics?${address}`)).body).not.toContain('\nBEGIN:VEVENT')
  expect((await testApp.get(`/fr/${group}/agenda.json?${address}`)).json().items).toEqual([])
})
