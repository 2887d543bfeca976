import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const tie = '/fr/france-coree/cooperations/limoges-icheon'

describe('by the keyboard alone', () => {
  test('Tab goes through language, search, account, sections and contents, and shows where it is', async () => {
    const { page } = await openWatchedPage(browser, screens.wide)
    await page.goto(tie)
    const stops: string[] = []
    for (let presses = 0; presses < 40 && stops.at(-1) !== 'main'; presses++) {
      await page.keyboard.press('Tab')
      const { region, isOutlined } = await page.evaluate(describeFocus)
      expect.soft(isOutlined, `press ${presses + 1}, in ${region}`).toBe(true)
      if (stops.at(-1) !== region) stops.push(region)
    }
    expect(stops).toEqual(['skip', 'brand', 'languages', 'search', 'account', 'navigation', 'banner', 'main'])
  })

  test('a theme is chosen and applied', async () => {
    const { page } = await openWatchedPage(browser, screens.wide)
    await page.goto('/en/france-coree/cooperations')
    await page.locator('select[name=theme]').focus()
    await page.keyboard.type('edu')
    for (let presses = 0; presses < 10 && !(await isOn(page, '.filter-form button')); presses++) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.waitForURL(/theme=education/)
    expect(await page.locator('.chips').textContent()).toContain('education')
  })
})

describe('in the dark', () => {
  test.each(['/fr/france-coree', tie, '/ko/france-coree/cooperations?view=map'])(
    '%s is light on dark',
    async (path) => {
      const { page } = await openWatchedPage(browser, { ...screens.wide, colorScheme: 'dark' })
      await page.goto(path)
      const { paper, ink } = await page.evaluate(brightness)
      expect(paper).toBeLessThan(60)
      expect(ink).toBeGreaterThan(180)
    },
  )
})

describe('on paper', () => {
  test('a page has its contents and its name, and nothing that one would press', async () => {
    const { page } = await openWatchedPage(browser, { ...screens.wide, colorScheme: 'dark' })
    await page.goto('/fr/france-coree/cooperations')
    await page.emulateMedia({ media: 'print' })
    for (const shown of ['h1', '.brand', 'main table']) {
      expect.soft(await page.locator(shown).first().isVisible(), shown).toBe(true)
    }
    for (const hidden of ['.skip', '.navigation', '.languages', '#site-search', '.filters', '.footer nav']) {
      expect.soft(await page.locator(hidden).first().isVisible(), hidden).toBe(false)
    }
    const { paper, ink } = await page.evaluate(brightness)
    expect(paper).toBe(255)
    expect(ink).toBeLessThan(60)
  })
})

describe('without JavaScript', () => {
  test('language, search, order and day are plain links and forms', async () => {
    const { page, complaints } = await openWatchedPage(browser, { ...screens.wide, javaScriptEnabled: false })
    await page.goto('/fr/france-coree/cooperations')
    await page.locator('.languages').getByRole('link', { name: 'English' }).click()
    expect(new URL(page.url()).pathname).toBe('/en/france-coree/cooperations')
    await page.locator('thead').getByRole('link', { name: 'Since' }).click()
    expect(page.url()).toContain('sort=')
    await page.locator('.banner a').click()
    expect(page.url()).toMatch(/now=\d{4}-\d{2}-\d{2}/)
    await page.locator('#site-search').fill('Icheon')
    await page.locator('.header .search button').click()
    expect(new URL(page.url()).pathname).toBe('/en/france-coree/search')
    await page.locator('main a[href*="/cooperations/limoges-icheon"]').first().click()
    expect(await page.locator('h1').textContent()).toContain('Icheon')
    expect(complaints).toEqual([])
  })

  test('no button is left that could do nothing', async () => {
    const { page } = await openWatchedPage(browser, { ...screens.wide, javaScriptEnabled: false })
    await page.goto(tie)
    expect(await page.locator('button:not([type=submit]):visible').count()).toBe(0)
  })
})

function describeFocus(): { region: string; isOutlined: boolean } {
  const element = document.activeElement
  const regions = ['skip', 'brand', 'languages', 'search', 'account', 'navigation', 'banner', 'main']
  const region = regions.find((name) => element?.closest(`.${name}`)) ?? 'elsewhere'
  const { outlineStyle, outlineWidth } = element
    ? getComputedStyle(element)
    : { outlineStyle: 'none', outlineWidth: '0' }
  return { region, isOutlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 }
}

function isOn(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)
}

function brightness(): { paper: number; ink: number } {
  const drawing = document.createElement('canvas').getContext('2d')
  const ofColour = (colour: string) => {
    if (!drawing) return Number.NaN
    drawing.fillStyle = colour
    drawing.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = drawing.getImageData(0, 0, 1, 1).data
    return Math.round((red + green + blue) / 3)
  }
  const paint = getComputedStyle(document.body)
  const root = getComputedStyle(document.documentElement).backgroundColor
  const isClear = paint.backgroundColor === 'rgba(0, 0, 0, 0)'
  return { paper: ofColour(isClear ? root : paint.backgroundColor), ink: ofColour(paint.color) }
}
