import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { typeName } from '../../tools/browser/steps.ts'
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

async function openAs(address: string): Promise<{ page: Page; complaints: string[] }> {
  const opened = await openWatchedPage(browser, screens.wide)
  await enter(opened.page, address)
  return opened
}

async function save(page: Page): Promise<void> {
  await sayReason(page, 'Courriel de la ville')
  await page.locator('form[data-autosave] .form-actions .primary').click()
  await page.waitForURL(/saved=1/)
}

// A trip of its own for each language: an authority asks only once for the same seats.
const journeys = [
  { language: 'fr', trip: 'paris-maire-coree-2017', when: '12 septembre 2017', open: 'places ouvertes' },
  {
    language: 'ko',
    trip: 'normandie-president-incheon-2017',
    when: '2017년 10월 17일',
    open: '동행 신청 가능',
  },
  { language: 'en', trip: 'lille-daegu-startups-2017', when: '12 September 2017', open: 'seats open' },
]

describe.each(inTurn(journeys))('in $language', ({ language, trip, when, open }) => {
  test('a mission gets its sheet, offers a seat, is joined, and prints on one page', async () => {
    const { page, complaints } = await openAs(seats.coordinator)
    const mission = `/${language}/france-coree/agenda/${trip}`
    await page.goto(`${mission}/edit/members`)
    await page.locator('button[value="add:members"]').click()
    await page.locator('select[name="members.0.kind"]').selectOption('tourism_board')
    await page.locator('input[name="members.0.count"]').fill('2')
    await expectSound(page)
    await save(page)
    await page.goto(`${mission}/edit/stops/new`)
    await typeName(page.locator('input[name="place.name"]'), 'Seoul')
    await page.locator('input[name=when]').fill(when)
    await page.locator('input[name=zone][value="Asia/Seoul"]').check()
    await page.locator('button[value="add:programme"]').click()
    await page.locator('input[name="programme.0.start"]').fill('09:30')
    await page.locator(`input[name="programme.0.title.${language}.text"]`).fill('Rencontre · 면담')
    await expectSound(page)
    await save(page)
    await page.goto(`${mission}/edit/seats/new`)
    await page.locator('input[name=count]').fill('1')
    await page.locator('select[name=stop]').selectOption({ index: 1 })
    await page.locator('input[name=until]').fill('2017-08-31')
    await save(page)

    const { page: member, complaints: heard } = await openAs(seats.member)
    await member.goto(`/${language}/france-coree/agenda?seats=open`)
    expect(await member.locator('main .tag', { hasText: open }).count()).toBeGreaterThan(0)
    await member.goto(mission)
    await member.locator('main a[href*="/seats/"]').click()
    await expectSound(member)
    await member.locator('input[name=count]').fill('1')
    await member.locator('main form .primary').click()
    await member.waitForURL(/\/requests\//)
    await expectSound(member)

    await page.goto(mission)
    await page.locator('main a[href*="/requests/"]').click()
    await expectSound(page)
    await page.locator('button[value=refused]').click()
    await page.locator('.form-errors').waitFor()
    await expectSound(page)
    await page.locator('button[value=accepted]').click()
    await page.locator('button[value=accepted]').waitFor({ state: 'detached' })
    await page.goto(mission)
    await expectSound(page)
    await page.emulateMedia({ media: 'print' })
    const paper = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
    expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(1)
    expect([...complaints, ...heard]).toEqual([])
  })
})
