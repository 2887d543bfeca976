import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { unfold } from '../../tools/browser/unfold.ts'
import { seats } from '../../tools/browser/visitors.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { buildPicture } from '../support/build-picture.ts'
import { enter } from './enter.ts'
import { expectSound, widthBeyondScreen } from './soundness.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
let folder: string
let picture: string
beforeAll(async () => {
  browser = await openBrowser()
  folder = mkdtempSync(join(tmpdir(), 'entente-composing-'))
  picture = join(folder, 'maires.png')
  writeFileSync(picture, buildPicture(640, 360))
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

const letters = '/fr/france-coree/newsletter'
const draft = `${letters}/draft`
const wording = 'Lille et Daegu : des jeunes entreprises en mission'

// A phone that runs no script composes as well as a desk that does.
const desks = [
  { name: 'at a desk', number: 1, options: screens.wide },
  {
    name: 'on a phone, without script',
    number: 2,
    options: { ...screens.narrow, viewport: { width: 390, height: 844 }, javaScriptEnabled: false },
  },
]

describe.each(desks)('a letter is composed $name', ({ number, options }) => {
  test('worded, put in order, added to, gathered anew, approved by somebody else, and published', async () => {
    const hasScript = !('javaScriptEnabled' in options)
    const { page, complaints } = await openWatchedPage(browser, options)
    // A machine that runs everything at once is slow to answer at times.
    page.setDefaultTimeout(100_000)
    await enter(page, seats.coordinator)
    const sound = async () => {
      if (hasScript) await expectSound(page)
      else expect.soft(await widthOf(page), page.url()).toBeLessThanOrEqual(0)
    }

    await page.goto(letters)
    await sound()
    await page.locator('input[name=second]').check()
    await page.locator('form[action$="/practice"] button').click()
    await page.locator('main .page-heading .primary').click()
    await page.waitForURL(new RegExp(`${draft}$`))
    await sound()

    // Words: errors are shown, and nothing typed is lost.
    await page.locator(`main a[href$="/draft/words"]`).click()
    await unfold(page)
    await page.locator('[name="introduction.fr.text"]').fill('Bonjour à tous.')
    await page.locator('[name="title.fr.text"]').fill('')
    for (const language of ['ko', 'en']) await page.locator(`[name="title.${language}.text"]`).fill('')
    await save(page)
    await page.locator('.form-errors').waitFor()
    expect(await page.locator('[name="introduction.fr.text"]').inputValue()).toBe('Bonjour à tous.')
    await sound()
    await unfold(page)
    await page.locator('[name="title.fr.text"]').fill('L’été des villes')
    await save(page)
    await page.waitForURL(/\/draft#words$/)

    // What the first letter told and has not changed since is left out of the second one, until it is added.
    const added = page.locator('.letter-parts > li').first().locator('button[value^="add "]')
    expect(await added.count()).toBe(number - 1)
    await unfold(page)
    if (number === 2) await added.click()
    const items = page.locator('.letter-parts > li').first().locator('.letter-items > li')
    // A press waits until the next page begins, not until it is there.
    const wordsOf = async (texts: Locator) => {
      await page.waitForLoadState()
      return (await texts.allTextContents()).map(plain)
    }
    const titles = () => wordsOf(items.locator('.letter-item-title'))
    const [first = '', second = '', third = ''] = await titles()
    expect(third).not.toBe('')
    await unfold(page)
    await items.nth(0).locator('a[href*="/items/"]').click()
    await sound()
    await unfold(page)
    await page.locator('[name="title.fr.text"]').fill(wording)
    await save(page)
    await unfold(page)
    await items.nth(1).locator('button[value^="hide "]').click()
    await items.nth(1).locator('button[value^="show "]').waitFor({ state: 'attached' })
    await unfold(page)
    await items.nth(2).locator('button[value^="up "]').click()
    await page.waitForURL(/#item-/)
    expect((await titles()).slice(0, 3)).toEqual([wording, third, second])

    // A part goes down and comes back up: each button undoes the other.
    const headings = () => wordsOf(page.locator('.letter-parts h3'))
    const before = await headings()
    const part = (at: number) => page.locator('.letter-parts > li').nth(at).locator('.letter-part-head')
    await unfold(page)
    await part(0).locator('button[value^="down "]').click()
    await expect.poll(headings).not.toEqual(before)
    await unfold(page)
    await part(1).locator('button[value^="up "]').click()
    await expect.poll(headings).toEqual(before)

    await add(page, 'text', { 'title.fr.text': 'Le mot du président', 'text.fr.text': 'Merci à tous.' })
    await page.locator('a[href$="/new/picture"]').click()
    await page.locator('input[type=file]').setInputFiles(picture)
    await save(page)
    // A picture needs words for those who do not see it.
    await page.locator('.form-errors').waitFor()
    await sound()
    await page.locator('input[type=file]').setInputFiles(picture)
    await page.locator('[name="alternative.fr.text"]').fill('Deux maires se serrent la main')
    await save(page)
    await page.locator('.letter-picture').waitFor()
    await add(page, 'quote', { 'text.fr.text': 'Allons-y.', author: 'Une maire' })
    await add(page, 'button', { 'label.fr.text': 'S’inscrire', address: 'https://limoges.fr/' })
    const quote = page.locator('.letter-parts > li').filter({ hasText: 'Allons-y.' })
    await unfold(page)
    await quote.locator('button[value^="remove "]').click()
    await page.locator('.letter-removed button[value^="restore "]').click()
    await quote.waitFor()
    await sound()

    // One tick leaves a part out, another brings it back; without script a button saves the boxes.
    const tick = page.locator('.letter-ticks input[type=checkbox]').last()
    for (const isShown of [false, true]) {
      await tick.setChecked(isShown)
      if (!hasScript) await page.locator('.letter-ticks button').click()
      await page.waitForURL(/#sections$/)
      await expect
        .poll(() => page.locator('.letter-parts > li').last().getAttribute('class'))
        .toBe(isShown ? null : 'letter-hidden')
    }

    await page.locator('form[action$="/gathering"] button').click()
    await page.waitForURL(/#parts$/)
    expect((await titles()).slice(0, 3)).toEqual([wording, third, second])
    expect(await items.nth(2).locator('button[value^="show "]').count()).toBe(1)
    await unfold(page)
    await page.locator('button[value^="reorder "]').click()
    expect((await titles()).slice(0, 3)).toEqual([wording, second, third])
    expect(first).not.toBe(wording)

    // Each language shows what its readers would get in another, with a link to mend it.
    const gaps = page.locator('section:has(#languages) details')
    await gaps.first().locator('summary').click()
    expect(await gaps.first().locator('a').count()).toBeGreaterThan(0)

    if (hasScript) await preview(page)
    else await page.goto(`${draft}/preview`)
    await sound()

    // The last author does not approve; the chair does, and publishes.
    await page.goto(draft)
    expect(await page.locator('button[value=approve]').count()).toBe(0)
    const chair = await openWatchedPage(browser, options)
    await enter(chair.page, seats.chair)
    await chair.page.goto(draft)
    await chair.page.locator('button[value=approve]').click()
    await chair.page.locator('button[value=publish]').click()
    await chair.page.waitForURL(new RegExp(`${letters}/${number}$`))
    expect([...complaints, ...chair.complaints]).toEqual([])
  })
})

describe.each(
  inTurn([
    { language: 'fr', heading: 'Lettre n° 1', screen: screens.wide },
    { language: 'ko', heading: '소식지 제1호', screen: screens.narrow },
    { language: 'en', heading: 'Letter no. 1', screen: { ...screens.wide, colorScheme: 'dark' as const } },
  ]),
)('a published letter in $language', ({ language, heading, screen }) => {
  test('is read on its page, in the feed and as a PDF', async () => {
    const { page, complaints } = await openWatchedPage(browser, screen)
    await page.goto(`/${language}/france-coree/newsletter`)
    await expectSound(page)
    await page.locator('main .entry-title a').last().click()
    await page.waitForURL(/\/newsletter\/1$/)
    await expectSound(page)
    await page.setViewportSize({ width: 320, height: 720 })
    expect(await widthBeyondScreen(page)).toBeLessThanOrEqual(0)
    const words = plain((await page.locator('main').textContent()) ?? '')
    expect(words).toContain(plain(heading))
    expect(words).toContain('Allons-y.')
    // Its form is its readers’ own language where there is one; the editor’s French wording is marked as French.
    expect((await page.locator('main [lang=fr]').count()) > 0).toBe(language !== 'fr')
    expect(await page.locator('.letter-picture').getAttribute('alt')).toContain('Deux maires')
    const { request } = page.context()
    const pdf = await request.get((await page.locator('main a[href$="/1.pdf"]').getAttribute('href')) ?? '')
    expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf'])
    const feed = await request.get(`/${language}/france-coree/newsletter.rss`)
    expect(await feed.text()).toContain(`/${language}/france-coree/newsletter/1</link>`)
    const api = await request.get('/api/v1/networks/france-coree/newsletter/1')
    expect(await api.json()).toMatchObject({ number: 1, title: { fr: 'L’été des villes' } })
    expect(complaints).toEqual([])
  })
})

/** Looks at the mail in each language, light and dark, wide, on a phone and as text alone, as the page offers them. */
async function preview(page: Page): Promise<void> {
  const { body } = await page.goto(draft).then(() => ({ body: page.locator('main') }))
  await body.locator('a.primary[href$="/draft/preview"]').click()
  for (const language of ['fr', 'ko', 'en'])
    for (const scheme of ['light', 'dark'])
      for (const width of ['desktop', 'phone']) {
        await page.goto(`${draft}/preview?in=${language}&width=${width}&scheme=${scheme}`)
        const frame = page.frameLocator('.letter-frame')
        expect(await frame.locator('html').getAttribute('lang')).toBe(language)
        await frame.getByText('Allons-y.').waitFor()
        // Only those who compose a draft see its picture, also in a frame.
        const shown = frame.locator('img[alt^="Deux maires"]')
        await expect.poll(() => shown.evaluate((each) => (each as HTMLImageElement).naturalWidth)).toBe(640)
      }
  await page.goto(`${draft}/preview?in=ko&width=text`)
  expect(await page.locator('.mail-text').textContent()).toContain('Allons-y.')
  const pdf = await page.context().request.get(`${inject('site')}${draft}/preview.pdf?in=ko`)
  expect(pdf.headers()['content-type']).toBe('application/pdf')
}

async function add(page: Page, kind: string, fields: Record<string, string>): Promise<void> {
  await page.locator(`a[href$="/new/${kind}"]`).click()
  await unfold(page)
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value)
  await save(page)
  await page.waitForURL(/\/draft#part-/)
}

const save = (page: Page) => page.locator('main form .primary').last().click()

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

// A page without script cannot report its own width: its screenshot has it.
async function widthOf(page: Page): Promise<number> {
  const shot = await page.screenshot({ fullPage: true })
  return shot.readUInt32BE(16) - (page.viewportSize()?.width ?? 0)
}
