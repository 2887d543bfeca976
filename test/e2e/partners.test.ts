import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { openMailAfter, seats } from '../../tools/browser/visitors.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { enter } from './enter.ts'
import { expectSound } from './soundness.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const withoutScript = { ...screens.narrow, javaScriptEnabled: false }

const partners = [
  {
    language: 'ko',
    slug: 'nantes-suncheon',
    sides: ['nantes-metropole', 'suncheon'],
    asked: 'suncheon',
    post: '국제교류팀 주무관',
  },
  {
    language: 'fr',
    slug: 'ile-de-france-gyeonggi',
    sides: ['ile-de-france', 'gyeonggi'],
    asked: 'gyeonggi',
    post: 'Chargée de mission, bureau de Paris',
  },
  {
    language: 'en',
    slug: 'issy-les-moulineaux-guro',
    sides: ['issy-les-moulineaux', 'guro-gu'],
    asked: 'guro-gu',
    post: 'International exchange team',
  },
]

describe.each(inTurn(partners))('a partner who reads $language', ({ language, slug, sides, asked, post }) => {
  test('confirms from its link, without an account, and it shows wherever the tie does', async () => {
    const group = `/${language}/france-coree`
    const address = `exchange@${asked}.example`
    const host = await openWatchedPage(browser, screens.wide)
    await enter(host.page, seats.coordinator)
    const { page, complaints } = await openWatchedPage(browser, screens.narrow)
    const ask = async () => {
      await host.page.goto(`/fr/france-coree/cooperations/${slug}/confirmation`)
      await expectSound(host.page)
      const form = host.page.locator('form[action$="/requests"]')
      await form.locator('input[name=organisation]').nth(sides.indexOf(asked)).check()
      await form.locator('input[name=address]').fill(address)
      await form.locator(`input[name=language][value=${language}]`).check()
      await form.locator('button[type=submit]').click()
      await host.page.waitForURL(/#requests$/)
    }
    await openMailAfter(page, inject('site'), address, ask, language)
    await page.locator('.mail-body a.primary').click()
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    await expectSound(page)
    await page.locator('input[name=said_as]').fill(post)
    await page.locator('button[name=stance][value=confirmed]').click()
    await page.locator('main [role=status], main .notice').first().waitFor()
    expect(await page.locator('form button[name=stance]').count()).toBe(0)
    await expectSound(page)
    expect(complaints).toEqual([])

    for (const side of sides) {
      await page.goto(`${group}/organisations/${side}`)
      const row = page.locator('main tr, main li').filter({ has: page.locator(`a[href*="${slug}"]`) })
      expect(await row.locator('.confirmation-confirmed').count(), side).toBeGreaterThan(0)
    }
    await page.goto(`${group}/cooperations?confirmation=confirmed&q=${sides[0]}`)
    expect(await page.locator(`main a[href$="/${slug}"]`).count()).toBeGreaterThan(0)
    await page.goto(`${group}/cooperations/${slug}/confirmation`)
    expect(await page.locator('main').textContent()).toContain(post)
    await expectSound(page)
  })
})

const strangers = [
  { language: 'fr', words: 'La convention a été signée un an plus tard.', answer: 'Je joins le document.' },
  { language: 'ko', words: '협정 체결 연도가 한 해 늦습니다.', answer: '문서를 첨부합니다.' },
  { language: 'en', words: 'The agreement was signed one year later.', answer: 'I attach the document.' },
]

describe.each(inTurn(strangers))('a stranger who reads $language', ({ language, words, answer }) => {
  test('reports a correction without a script, confirms it by mail, is asked, and is told', async () => {
    const group = `/${language}/france-coree`
    const address = `stranger-${language}@reader.example`
    const { page, complaints } = await openWatchedPage(browser, withoutScript)
    const report = async () => {
      await page.goto(`${group}/cooperations/lille-daegu/correction`)
      await page.locator('textarea[name=words]').fill(words)
      await page.locator('main input[name=address]').fill(address)
      // Quicker than anybody reads would be held for a program.
      await page.waitForTimeout(3100)
      await page.locator('form[action$="/correction"] .primary').click()
      expect(await page.locator('main').textContent()).toContain(address)
    }
    await openMailAfter(page, inject('site'), address, report, language)
    await page.locator('.mail-body a.primary').click()
    const link = page.url()
    await page.locator('form[action$="/confirmation"] .primary').click()
    expect(page.url()).toBe(link)

    const host = await openWatchedPage(browser, screens.wide)
    await enter(host.page, seats.coordinator)
    await host.page.goto('/fr/france-coree/contributions')
    await expectSound(host.page)
    await host.page.locator('main tr, main li').filter({ hasText: words }).locator('a').first().click()
    await host.page.locator('textarea[name=text]').fill('Merci de joindre le document.')
    const asked = async () => {
      await host.page.locator('form[action$="/messages"] button').click()
      await host.page.waitForURL(/#messages$/)
    }
    await openMailAfter(page, inject('site'), address, asked, language)
    expect(await page.locator('.mail-body').textContent()).toContain('Merci de joindre le document.')
    await page.goto(link)
    await page.locator('textarea[name=text]').fill(answer)
    await page.locator('form[action$="/messages"] button').click()
    expect(await page.locator('main').textContent()).toContain(answer)

    await host.page.reload()
    expect(await host.page.locator('main').textContent()).toContain(answer)
    await expectSound(host.page)
    const accept = async () => {
      await host.page.locator('button[name=decision][value=accepted]').click()
      await host.page.waitForURL(/view=decided/)
    }
    await openMailAfter(page, inject('site'), address, accept, language)
    const mail = page.locator('.mail-body')
    expect(await mail.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))).toBe(language)
    await page.goto(link)
    expect(
      await page
        .locator('form')
        .filter({ has: page.locator('textarea[name=text]') })
        .count(),
    ).toBe(0)
    expect(complaints).toEqual([])
    const scripted = await openWatchedPage(browser, screens.narrow)
    await scripted.page.goto(link)
    await expectSound(scripted.page)
  })
})
