import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const tie = '/fr/france-coree/cooperations/evian-muju'

test('a Korean official arrives in Korean and finds the tie of Icheon by its first consonants', async () => {
  const { page, complaints } = await openWatchedPage(browser, { ...screens.narrow, locale: 'ko-KR' })
  await page.goto('/')
  expect(new URL(page.url()).pathname).toBe('/ko')
  await page.locator('main a[href="/ko/france-coree"]').first().click()
  // On a phone the header has one line: the search has a page.
  await page.locator('.header .search-link').click()
  await page.locator('main input[name=q]').fill('ㅇㅊ')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: /이천/ }).first().click()
  expect(await page.locator('h1').textContent()).toMatch(/이천|리모주/)
  expect(complaints).toEqual([])
})

test('another language shows the same page, filters included', async () => {
  const { page } = await openWatchedPage(browser, screens.wide)
  await page.goto('/fr/france-coree/cooperations?theme=culture&view=timeline')
  await page.getByRole('link', { name: '한국어' }).click()
  expect(page.url()).toMatch(/\/ko\/france-coree\/cooperations\?theme=culture&view=timeline$/)
  await page.getByRole('link', { name: 'English' }).click()
  expect(page.url()).toMatch(/\/en\/france-coree\/cooperations\?theme=culture&view=timeline$/)
})

test('without JavaScript the fact leads to the same passage in its source', async () => {
  const scripted = await openWatchedPage(browser, screens.wide)
  await scripted.page.goto(tie)
  await scripted.page.locator('main a.evidence').first().click()
  const beside = await scripted.page.getByRole('dialog').locator('mark').first().textContent()
  const plain = await openWatchedPage(browser, { ...screens.wide, javaScriptEnabled: false })
  await plain.page.goto(tie)
  await plain.page.locator('main a.evidence').first().click()
  await plain.page.locator('#quote').waitFor()
  expect(plain.page.url()).toContain('/sources/')
  expect(await plain.page.locator('mark').first().textContent()).toBe(beside)
})

test('an elected official takes the one-page note along, as PDF and for Word', async () => {
  const { page } = await openWatchedPage(browser, screens.wide)
  await page.goto(tie)
  for (const [name, begins] of [
    ['PDF', '%PDF'],
    ['Word', 'PK'],
  ] as const) {
    const address = await page.getByRole('link', { name }).first().getAttribute('href')
    const answer = await page.request.get(address ?? '')
    expect(answer.status()).toBe(200)
    expect((await answer.body()).subarray(0, begins.length).toString()).toBe(begins)
  }
})

test('an ambiguous name asks which one is meant', async () => {
  const { page } = await openWatchedPage(browser, screens.wide)
  await page.goto('/fr/directory')
  await page.locator('main input[name=q]').fill('Gwangju')
  await page.keyboard.press('Enter')
  await page.locator('#which').waitFor()
  await page.locator('main a[href="/fr/directory/gwangju-gyeonggi"]').first().click()
  expect(await page.locator('h1').textContent()).toContain('Gwangju')
})
