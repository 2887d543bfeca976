import { expect, it } from 'vitest'
import { type DrawnPage, PageCache } from './page-cache.ts'

const kilobytes = 100

function drawn(revision = '1'): DrawnPage {
  const body = Buffer.alloc(kilobytes * 1024, 'a')
  return { status: 200, headers: {}, etag: '"a"', body, gains: false, revision }
}

function draw(cache: PageCache, key: string, revision = '1'): void {
  const page = drawn(revision)
  if (cache.wants(key, page.body.length)) cache.keep(key, page)
}

function fullCache(): PageCache {
  const cache = new PageCache(1)
  for (let at = 0; at < 10; at++) draw(cache, `read ${at}`)
  return cache
}

const keptOf = (cache: PageCache, name: string, count: number) =>
  Array.from({ length: count }, (_, at) => cache.find(`${name} ${at}`, '1')).filter((page) => page !== null)
    .length

it('keeps every page while there is room', () => {
  expect(keptOf(fullCache(), 'read', 10)).toBe(10)
})

it('loses nothing that is read to a robot that walks through every address', () => {
  const cache = fullCache()
  for (let at = 0; at < 5000; at++) draw(cache, `walked ${at}`)
  expect([keptOf(cache, 'read', 10), keptOf(cache, 'walked', 5000)]).toEqual([10, 0])
})

it('once it is full, keeps what is asked for again, and lets go what was not read for longest', () => {
  const cache = fullCache()
  cache.find('read 0', '1')
  draw(cache, 'new')
  expect(cache.find('new', '1')).toBeNull()
  draw(cache, 'new')
  expect(cache.find('new', '1')).not.toBeNull()
  expect([cache.find('read 0', '1') === null, cache.find('read 1', '1') === null]).toEqual([false, true])
})

it('puts a page that has changed in the place of its old state', () => {
  const cache = fullCache()
  draw(cache, 'read 3', '2')
  expect(cache.find('read 3', '2')).not.toBeNull()
  expect(cache.find('read 3', '1')).toBeNull()
})

it('keeps neither what would take a fourth of it nor, without room, anything', () => {
  expect(new PageCache(1).wants('large', 300 * 1024)).toBe(false)
  const none = new PageCache(0)
  expect([none.wants('page', 10), none.wants('page', 10), none.find('page', '1')]).toEqual([
    false,
    false,
    null,
  ])
})
