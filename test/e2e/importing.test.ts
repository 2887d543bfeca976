import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { seats } from '../../tools/browser/visitors.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { enter } from './enter.ts'
import { expectSound } from './soundness.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const told = {
  fr: {
    words:
      '# Rennes – Gangneung\n\nLa ville de Rennes et la ville de Gangneung ont signé un accord de jumelage le 3 mai 2011. Elles coopèrent dans le domaine du sport.',
    sentence: 'ont signé un accord de jumelage le 3 mai 2011',
    slug: 'rennes-gangneung',
  },
  ko: {
    words:
      '# 디종 – 경주\n\n디종시와 경주시는 2012년 6월 4일 자매결연 협정을 체결하였다. 두 도시는 문화 분야에서 협력하고 있다.',
    sentence: '자매결연 협정을 체결하였다',
    slug: 'dijon-gyeongju',
  },
  en: {
    words:
      '# Angers – Mokpo\n\nThe city of Angers and the city of Mokpo signed a twinning agreement on 5 July 2013. They work together on culture.',
    sentence: 'signed a twinning agreement on 5 July 2013',
    slug: 'angers-mokpo',
  },
}

async function importWords(page: Page, language: string, words: string): Promise<void> {
  await page.goto(`/${language}/france-coree/imports/new`)
  await page.locator('textarea[name=text]').fill(words)
  await page.locator('form:has(textarea[name=text]) .primary').click()
  await page.locator('.review').waitFor()
  // Keys are heard once the script has come.
  await page.waitForLoadState('networkidle')
}

describe.each(inTurn(['fr', 'ko', 'en'] as const))('in %s', (language) => {
  const { words, sentence, slug } = told[language]

  test('a coordinator imports a text, accepts its facts by keyboard, and each opens on its sentence', async () => {
    const { page, complaints } = await openWatchedPage(browser, screens.wide)
    await enter(page, seats.coordinator)
    await importWords(page, language, words)
    await expectSound(page)
    // The first fact states the tie; the next ones belong to it.
    await page.keyboard.press('j')
    expect(await page.locator('.fact-current').count()).toBe(1)
    expect(await page.locator('.quoted-current').count()).toBeGreaterThan(0)
    await page.keyboard.press('a')
    await page.locator('.statement.fact-accepted').first().waitFor()
    expect(await page.locator('[data-live]').textContent()).toMatch(/1/)
    // The focus has gone on to the next fact that is open.
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('fact-open')
    await page.locator('button[name=sure][value=text]').click()
    await page.waitForURL(/accepted=/)
    await expectSound(page)
    await page.goto(`/${language}/france-coree/cooperations/${slug}`)
    const marks = page.locator('main a[data-passage]')
    const shown: string[] = []
    for (let at = 0; at < Math.min(6, await marks.count()); at++) {
      await marks.nth(at).click()
      await page.locator('.popover mark').waitFor()
      shown.push((await page.locator('.popover mark').textContent()) ?? '')
      await page.keyboard.press('Escape')
      await page.locator('.popover').waitFor({ state: 'detached' })
    }
    expect(shown.some((text) => text.includes(sentence))).toBe(true)
    expect(complaints).toEqual([])
  })

  test('everything works without a script, and goes again', async () => {
    const { page } = await openWatchedPage(browser, { ...screens.wide, javaScriptEnabled: false })
    await enter(page, seats.coordinator)
    await importWords(page, language, `${words}\n\n.`)
    const row = page.locator('.statement.fact-open:has(button[name=accept])').first()
    const id = await row.getAttribute('id')
    await row.locator('button[name=accept]').click()
    await page.locator(`#${id}.fact-accepted`).waitFor()
    await page.locator(`#${id} button[name=undo]`).click()
    await page.locator(`#${id}.fact-open`).waitFor()
  })
})

const counted = `# Caen – Jeonju

La ville de Caen et la ville de Jeonju ont signé un protocole d’entente le 12 mai 2013.

La ville de Caen et la ville de Jeonju ont signé un accord de jumelage deux ans après.
`

test('a question is answered by keyboard alone, and what was changed since is shown before it is undone', async () => {
  const { page, complaints } = await openWatchedPage(browser, screens.wide)
  await enter(page, seats.coordinator)
  await importWords(page, 'fr', counted)
  const focused = () => page.evaluate(() => document.activeElement?.className ?? '')
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await page.waitForURL(/\/facts\//)
  await expectSound(page)
  expect(await focused()).toContain('opening-heading')
  // The link back, the passage’s source, the first date.
  for (const key of ['Tab', 'Tab', 'Tab', 'Space', 'Enter']) await page.keyboard.press(key)
  await page.waitForURL(/answered=1/)
  expect(await focused()).toContain('fact-open')
  expect(await page.locator('.fact-said', { hasText: 'jumelage' }).textContent()).toContain('2015')

  await page.locator('button[name=sure][value=text]').click()
  await page.waitForURL(/accepted=/)
  const review = page.url().replace(/[?#].*/, '')
  await page.goto('/fr/france-coree/cooperations/caen-jeonju/edit/summary')
  await page.locator('[name=since]').fill('2010')
  await page.locator('[name=reason]').fill('Archives de la ville')
  await page.locator('main form .primary').first().click()
  await page.waitForURL(/saved=1/)
  await page.goto(review)
  await page
    .locator('.statement', { has: page.locator('.fact-part', { hasText: 'Début' }) })
    .locator('[data-act=undo]')
    .click()
  await page.locator('.kept-facts').waitFor()
  await expectSound(page)
  expect(await focused()).toContain('kept')
  expect(await page.locator('.kept-facts dd').allTextContents()).toEqual(['12 mai 2013', '2010'])
  // The browser itself logs the status of the form that came back.
  expect(complaints.filter((each) => !each.includes('409 (Conflict)'))).toEqual([])
})

test('the review is usable on a phone', async () => {
  const { page } = await openWatchedPage(browser, screens.narrow)
  await enter(page, seats.coordinator)
  await importWords(page, 'ko', '# 앙제 – 포항\n\n앙제시와 포항시는 2014년 우호협력 협정을 체결하였다.')
  await expectSound(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
})
