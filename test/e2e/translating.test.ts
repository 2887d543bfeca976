import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { sayReason } from '../../tools/browser/unfold.ts'
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

/** In which language a translator reads, into which they translate, and how the meter names it. */
const translators = [
  {
    language: 'ko',
    seat: seats.partner,
    into: 'ko',
    meter: '한국어',
    tie: 'ile-de-france-gyeonggi',
    text: '이 글은 두 지역을 아는 사람이 읽고 다듬었습니다.',
  },
  {
    language: 'fr',
    seat: seats.member,
    into: 'en',
    meter: 'anglais',
    tie: 'marseille-busan',
    text: 'Somebody who knows both cities has read and mended this.',
  },
  {
    language: 'en',
    seat: seats.chair,
    into: 'ko',
    meter: 'Korean',
    tie: 'paris-seoul',
    text: '이 글은 두 도시를 아는 사람이 읽고 다듬었습니다.',
  },
]

describe.each(inTurn(translators))('in $language', ({ language, seat, into, meter, tie, text }) => {
  const list = `/${language}/france-coree/translations`
  // How much of the meter of a language is sure, of its 120 units.
  const sureOf = async (page: Page) => {
    await page.goto(list)
    const bar = page.locator('.parity li').filter({ hasText: meter }).locator('.parity-sure')
    return Number((await bar.count()) > 0 ? await bar.getAttribute('width') : 0)
  }

  test('a text is written beside its original, goes stale with it, and the meter follows', async () => {
    const { page, complaints } = await openWatchedPage(browser, screens.wide)
    await enter(page, seat)
    const before = await sureOf(page)
    await expectSound(page)
    const original = await summaryOf(tie)
    await page.goto(`${list}?${new URLSearchParams({ language: into, kind: 'cooperation', q: original })}`)
    await expectSound(page)
    await page.locator('main a[href*="/translations/"]:not([href*="?"])').first().click()
    const address = page.url()
    await expectSound(page)
    expect(await page.locator('.languages-beside').count()).toBe(1)
    await page.locator('textarea[name=text]').fill(text)
    await page.locator('button[name=goTo][value=stay]').click()
    await page.waitForURL(/saved=/)
    await expectSound(page)
    const after = await sureOf(page)
    expect(after).toBeGreaterThan(before)

    // A coordinator changes the original: its translations need review again.
    const host = await openWatchedPage(browser, screens.wide)
    await enter(host.page, seats.coordinator)
    await host.page.goto(`/fr/france-coree/cooperations/${tie}/edit/summary`)
    const changed = `${original} Personne n’a encore traduit cette phrase.`
    await host.page.locator('textarea[name="summary.fr.text"]').fill(changed)
    await sayReason(host.page, 'Nouvelle rédaction')
    await host.page.locator('form[data-autosave] .form-actions .primary').click()
    await host.page.waitForURL(/saved=1/)
    expect(await sureOf(page)).toBeLessThan(after)
    await page.goto(address)
    expect(await page.locator('main').textContent()).toContain('Personne n’a encore traduit cette phrase.')
    expect(await page.locator('textarea[name=text]').inputValue()).toBe(text)
    await expectSound(page)
    expect(complaints).toEqual([])
  })
})

/** The summary of a tie as it was written, in French. */
async function summaryOf(tie: string): Promise<string> {
  const answer = await fetch(`${inject('site')}/api/v1/networks/france-coree/cooperations/${tie}`)
  return (await answer.json()).summary.fr
}
