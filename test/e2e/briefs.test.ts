import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { askOffice } from '../../tools/browser/brief-steps.ts'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { unfold } from '../../tools/browser/unfold.ts'
import { openMailAfter, seats } from '../../tools/browser/visitors.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { readPdf } from '../support/read-pdf.ts'
import { enter } from './enter.ts'
import { expectSound } from './soundness.ts'
import { tabTo } from './tabbing.ts'
import { openWatchedPage, type WatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function openAs(address: string): Promise<WatchedPage> {
  const opened = await openWatchedPage(browser, screens.wide)
  await enter(opened.page, address)
  return opened
}

/** What a page or a part of it says, with plain spaces. */
async function wordsOf(page: Page, within = 'main'): Promise<string> {
  return ((await page.locator(within).first().textContent()) ?? '').replaceAll(/\s+/g, ' ')
}

// The items that fill the pages are of the calendar: no other journey reads them.
const keys = [
  'hours',
  'weeks_to_avoid',
  'protocol_rank',
  'protocol_greeting',
  'protocol_speeches',
  'protocol_gifts',
]

const readers = [
  {
    language: 'fr',
    about: 'fr',
    long: 'Les services reçoivent les délégations sur rendez-vous, pris trois semaines avant la visite. ',
    over: /français : \d+ lignes? de trop/,
    refused: /Ne tient pas sur deux pages \(français\) : (?:une ligne|\d+ lignes) de trop/,
    ordinance: 'voir l’ordonnance locale (조례) de Sejong',
    when: '2 décembre 2026',
    brief: 'République de Corée en bref',
    thanks: 'Merci',
  },
  {
    language: 'ko',
    about: 'kr',
    long: '해당 부서는 방문 3주 전에 정한 약속에 따라 대표단을 맞이하며 통역은 초청하는 쪽이 준비합니다. ',
    over: /한국어: \d+줄/,
    refused: /한국어/,
    ordinance: '해당 자치단체(세종)의 조례',
    when: '2026년 12월 2일',
    brief: '대한민국 행정 안내',
    thanks: '감사',
  },
  {
    language: 'en',
    about: 'fr',
    long: 'The services receive delegations by appointment, which is made three weeks before the visit. ',
    over: /English: (?:one line|\d+ lines) too many/,
    refused: /Does not fit on two pages \(English\): (?:one line|\d+ lines) too many/,
    ordinance: 'ordinance (조례) of Sejong',
    when: '2 December 2026',
    brief: 'Republic of Korea in brief',
    thanks: 'Thank you',
  },
]

describe.each(inTurn(readers))('in $language', ({ language, about, ...words }) => {
  const group = `/${language}/france-coree`
  const place = `${group}/brief/${about}`
  const text = `textarea[name="text.${language}.text"]`

  /** Opens the form of an item and types its text; returns what the meter says of it then. */
  async function type(page: Page, key: string, said: string): Promise<string> {
    await page.goto(`${place}/edit/${key}`)
    await page.locator('.brief-meter').waitFor()
    await unfold(page)
    await page.locator('[data-part=meter]').evaluate((meter) => meter.replaceChildren())
    await page.locator(text).fill(said)
    await page.locator('.brief-meter').waitFor()
    return wordsOf(page, '.brief-meter')
  }
  const save = (page: Page) => page.locator('form[data-autosave] .form-actions .primary').click()

  test('an item is written until it does not fit, stays a draft, is brought back and published', async () => {
    const { page, complaints } = await openAs(seats.coordinator)
    const long = (key: string) =>
      `${language} ${key}: ${words.long.repeat(Math.floor(570 / words.long.length))}`
    const fits = async (key: string) => {
      if (words.over.test(await type(page, key, long(key)))) return false
      await save(page)
      await page.waitForURL(/saved=1/)
      return true
    }
    const full = await (async () => {
      for (const key of keys) if (!(await fits(key))) return key
      throw new Error('Everything fits')
    })()
    await expectSound(page)
    await save(page)
    await page.locator('.form-errors').waitFor()
    expect(await wordsOf(page, '.form-errors')).toMatch(words.refused)
    await expectSound(page)
    await page.goto(place)
    expect(await wordsOf(page)).not.toContain(`${language} ${full}: `)
    await page.goto(`${place}/edit/${full}`)
    expect(await page.locator(text).inputValue()).toBe(long(full))

    const short = `${words.long.trim()} (${language})`
    expect(await type(page, full, short)).not.toMatch(words.over)
    await save(page)
    await page.waitForURL(/saved=1/)
    await page.goto(place)
    expect(await wordsOf(page)).toContain(short)
    await expectSound(page)

    // Who wrote last does not publish alone.
    await page.goto(`${group}/brief/editions`)
    await page.locator('section[aria-labelledby=publish] .primary').click()
    await page.locator('.form-errors').waitFor()
    await expectSound(page)
    const { page: chair, complaints: heard } = await openAs(seats.chair)
    await chair.goto(`${group}/brief/editions`)
    await expectSound(chair)
    await chair.locator('section[aria-labelledby=publish] .primary').click()
    await chair.waitForURL(/\/editions\/\d+$/)
    expect(await wordsOf(chair)).toContain(short)
    await expectSound(chair)
    expect([...complaints, ...heard].filter((complaint) => !complaint.includes('422'))).toEqual([])
  })

  test('the legal path of a friendship is described by the keyboard, read and printed', async () => {
    const { page, complaints } = await openWatchedPage(browser, screens.wide)
    await page.goto(`${group}/brief/legal-path`)
    await tabTo(page, 'main select[name=kind]')
    await page.locator('select[name=kind]').selectOption('friendship')
    for (const [field, name] of [
      ['first.name', 'Tours'],
      ['second.name', 'Sejong'],
      ['on', words.when],
    ] as const) {
      await tabTo(page, `input[name="${field}"]`)
      await page.keyboard.type(name)
    }
    await tabTo(page, 'main form .primary')
    await page.keyboard.press('Enter')
    await page.waitForURL(/parties=/)
    expect(await wordsOf(page, 'section[aria-labelledby=steps]')).toContain(words.ordinance)
    await expectSound(page)

    await page.emulateMedia({ media: 'print' })
    const printed = readPdf(await page.pdf({ preferCSSPageSize: true }))
    expect(printed.facts).toMatchObject({ 'Page size': expect.stringContaining('(A4)') })
    expect(Number(printed.facts.Pages)).toBeLessThanOrEqual(2)
    const sheet = await page.request.get(
      (await page.locator('main a[href*="legal-path.pdf"]').getAttribute('href')) ?? '',
    )
    expect(readPdf(await sheet.body()).facts).toMatchObject({ Pages: '1', Tagged: 'yes' })
    expect(complaints).toEqual([])
  })

  test('a mission takes the two pages on the other country along in the note of its visit', async () => {
    const { page, complaints } = await openAs(seats.member)
    await page.goto(`${group}/agenda/paris-maire-coree-2017`)
    await page.locator('main a[href*="/visit?"]').click()
    await page.locator('input[name=place][value=seoul]').check()
    await page.locator('input[name=from]').fill('2017-09-12')
    await page.locator('main form .primary').click()
    await expectSound(page)
    const note = await page.request.get(
      (await page.locator('main a[href*="/visit.pdf"]').getAttribute('href')) ?? '',
    )
    const { text: said, facts } = readPdf(await note.body())
    expect(said).toContain(words.brief)
    expect(Number(facts.Pages)).toBeLessThan(12)
    expect(complaints).toEqual([])
  })

  test('a Korean office answers what is missing by its link, and the coordinator decides', async () => {
    const { page, complaints } = await openAs(seats.coordinator)
    const office = await openWatchedPage(browser, screens.narrow)
    const address = `office-${language}@sejong.example`
    await page.goto(`${group}/brief/kr`)
    await page.locator('main a[href$="/questions"]').click()
    await expectSound(page)
    await openMailAfter(office.page, inject('site'), address, () => askOffice(page, 'ko', address), language)
    await expectSound(page)
    await office.page.locator('.mail-body a.primary').click()
    await office.page.waitForURL(/\/ko\/.*\/brief\/questions\//)
    await expectSound(office.page)
    const answer = `지방의회 의장이 대신 서명할 수 없습니다(${language}).`
    await tabTo(office.page, 'textarea[name="said.post_assembly.text"]')
    await office.page.keyboard.type(answer)
    await tabTo(office.page, 'main form .primary')
    await office.page.keyboard.press('Enter')
    await office.page.waitForURL(/done=sent/)
    expect(await wordsOf(office.page)).toContain('감사')
    await expectSound(office.page)

    await page.goto(`${group}/to-do`)
    await page.locator('main a[href*="/contributions/"]').first().click()
    expect(await wordsOf(page)).toContain(answer)
    await expectSound(page)
    await page.locator('form[action$="/decision"] button[value=accepted]').click()
    await page.goto(`/ko/france-coree/brief/kr`)
    expect(await wordsOf(page)).toContain(answer)
    expect([...complaints, ...office.complaints]).toEqual([])
  })
})
