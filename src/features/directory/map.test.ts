import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

test('draws the map that one clicks on, with the largest towns in the reader’s language', async () => {
  const [french, korean] = await Promise.all(
    ['fr', 'ko'].map((language) => testApp.get(`/${language}/directory/map.svg?view=36.5,127.8,3700`)),
  )
  expect(french?.headers['content-type']).toBe('image/svg+xml; charset=utf-8')
  expect(french?.headers['content-security-policy']).toContain("default-src 'none'")
  expect(french?.body).toMatch(/<text[^>]*>Busan<\/text>/)
  expect(korean?.body).toMatch(/<text[^>]*lang="ko"[^>]*>부산<\/text>/)
})

test('is not there for a view that nobody drew', async () => {
  for (const view of ['', 'x', '0,0,1'])
    expect((await testApp.get(`/fr/directory/map.svg?view=${view}`)).statusCode).toBe(404)
})

test('marks the place, and is drawn once for those who look at the same', async () => {
  const address = '/fr/directory/map.svg?view=20,60,75&at=48.85,2.35'
  expect((await testApp.get(address)).body).toContain('class="m"')
  expect(await testApp.countQueries(() => testApp.get(address))).toBe(0)
})
