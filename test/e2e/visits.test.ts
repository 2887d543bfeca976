import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const visitors = [
  {
    locale: 'fr-FR',
    language: 'fr',
    group: 'Groupe-pays République de Corée',
    list: 'Coopérations',
    tie: ['Lille', 'Daegu'],
    sees: 'tel qu’on le connaissait le 8 juillet 2017',
    today: 'Voir la situation actuelle',
    back: 'Revenir au 8 juillet 2017',
  },
  {
    locale: 'ko-KR',
    language: 'ko',
    group: '대한민국 국가별 그룹',
    list: '교류협력',
    tie: ['대구', '릴'],
    sees: '2017년 7월 8일 당시에 알려진',
    today: '현재 기준으로 보기',
    back: '2017년 7월 8일 기준으로 돌아가기',
  },
  {
    locale: 'en-GB',
    language: 'en',
    group: 'Korea',
    list: 'Cooperations',
    tie: ['Lille', 'Daegu'],
    sees: 'as it was known on 8 July 2017',
    today: 'See the present situation',
    back: 'Back to 8 July 2017',
  },
]

describe.each(inTurn(visitors))(
  'a visitor whose browser asks for $locale',
  ({ locale, language, ...words }) => {
    test('comes from the front door to a cooperation in that language', async () => {
      const { page, complaints } = await openWatchedPage(browser, { ...screens.wide, locale })
      await page.goto('/')
      expect(new URL(page.url()).pathname).toBe(`/${language}`)
      await page.locator('main').getByRole('link', { name: words.group }).first().click()
      await page.locator('.navigation').getByRole('link', { name: words.list, exact: true }).click()
      await page.locator('main tbody a[href$="/cooperations/lille-daegu"]').first().click()
      expect(new URL(page.url()).pathname).toBe(`/${language}/france-coree/cooperations/lille-daegu`)
      // The reader's own side comes first.
      const heading = (await page.locator('h1').textContent()) ?? ''
      const [own = '', other = ''] = words.tie
      expect(heading).toContain(other)
      expect(heading.indexOf(own)).toBeLessThan(heading.indexOf(other))
      expect(complaints).toEqual([])
    })

    test('is told on which day the network is seen, goes to today on the same page and comes back', async () => {
      const { page } = await openWatchedPage(browser, { ...screens.wide, locale })
      const address = `/${language}/france-coree/cooperations/grand-est-gyeongsangbuk`
      await page.goto(address)
      const banner = page.locator('.banner')
      expect(await banner.textContent()).toContain(words.sees)
      await banner.getByRole('link', { name: words.today }).click()
      expect(page.url()).toMatch(/grand-est-gyeongsangbuk\?now=\d{4}-\d{2}-\d{2}$/)
      await banner.getByRole('link', { name: words.back }).click()
      expect(page.url().endsWith(address)).toBe(true)
    })
  },
)

test('a fact opens beside its mark, gives the keyboard back, and leads to the marked sentence in its source', async () => {
  const { page, complaints } = await openWatchedPage(browser, screens.wide)
  await page.goto('/fr/france-coree/cooperations/limoges-icheon')
  const mark = page.locator('main a.evidence').first()
  const target = await mark.getAttribute('href')
  await mark.click()
  const panel = page.getByRole('dialog')
  const sentence = (await panel.locator('mark').first().textContent()) ?? ''
  expect(sentence.length).toBeGreaterThan(10)
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(target)
  await mark.click()
  await panel.getByRole('link').first().click()
  await page.waitForURL(/\/sources\/[\w-]+\?quote=.+#quote$/)
  expect(await page.locator('#quote').textContent()).toBe(sentence)
  expect(await page.locator('#quote').evaluate(isInSight)).toBe(true)
  expect(complaints).toEqual([])
})

test('on a phone the passage fits the screen', async () => {
  const { page } = await openWatchedPage(browser, screens.narrow)
  await page.goto('/ko/france-coree/cooperations/limoges-icheon')
  await page.locator('main a.evidence').first().click()
  await page.getByRole('dialog').locator('mark').first().waitFor()
  const box = await page.getByRole('dialog').boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(0)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(screens.narrow.viewport.width)
})

test('the list is narrowed to a theme, put in another order, and widened again by the chip', async () => {
  const { page, complaints } = await openWatchedPage(browser, screens.wide)
  await page.goto('/fr/france-coree/cooperations')
  const all = await rowNames(page)
  await page.locator('select[name=theme]').selectOption({ label: 'éducation' })
  await page.getByRole('button', { name: 'Appliquer' }).first().click()
  await page.waitForURL(/[?&]theme=education/)
  const narrowed = await rowNames(page)
  expect(narrowed.length).toBeGreaterThan(0)
  expect(narrowed.length).toBeLessThan(all.length)
  expect(all).toEqual(expect.arrayContaining(narrowed))
  await page.locator('thead').getByRole('link', { name: 'Depuis' }).click()
  await page.waitForURL(/sort=/)
  expect(page.url()).toContain('theme=education')
  expect(await page.locator('th[aria-sort]').textContent()).toContain('Depuis')
  expect((await rowNames(page)).toSorted()).toEqual(narrowed.toSorted())
  await page.getByRole('link', { name: 'Retirer Thème éducation' }).click()
  await page.waitForURL((url) => !url.searchParams.has('theme'))
  expect((await rowNames(page)).toSorted()).toEqual(all.toSorted())
  expect(complaints).toEqual([])
})

test.each(['밀양', 'Myriang', 'Miryang'])('the directory finds Miryang under the name %s', async (name) => {
  const { page } = await openWatchedPage(browser, screens.wide)
  await page.goto('/fr/directory')
  await page.locator('main input[name=q]').fill(name)
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=/)
  await page.locator('main').getByRole('link', { name: 'Miryang' }).first().click()
  expect(await page.locator('h1').textContent()).toContain('밀양')
})

test.each(
  inTurn([
    { language: 'fr', question: 'Laquelle voulez-vous dire ?' },
    { language: 'ko', question: '어느 곳을 찾으십니까?' },
    { language: 'en', question: 'Which one do you mean?' },
  ]),
)('“Gwangju” in the group’s search asks which one is meant, in $language', async ({ language, question }) => {
  const { page } = await openWatchedPage(browser, screens.wide)
  await page.goto(`/${language}/france-coree`)
  await page.locator('#site-search').fill('Gwangju')
  await page.keyboard.press('Enter')
  await page.waitForURL(/search\?q=Gwangju/)
  expect(plain((await page.locator('main').textContent()) ?? '')).toContain(question)
  expect(await page.locator('section[aria-labelledby=organisations] li').count()).toBeGreaterThanOrEqual(2)
})

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

function rowNames(page: Page): Promise<string[]> {
  return page.locator('main tbody th').allInnerTexts()
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= window.innerHeight
}
