import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askForCommitments } from '../../tools/browser/commitment-steps.ts'
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

async function openAs(address: string): Promise<{ page: Page; complaints: string[] }> {
  const opened = await openWatchedPage(browser, screens.narrow)
  await enter(opened.page, address)
  return opened
}

// An event of its own for each language: an authority commits itself once.
test.each(
  inTurn([
    { language: 'fr', event: 'guro-jump-guro-2017', missing: 'il en manque 1' },
    { language: 'ko', event: 'nantes-franco-japonais-2017', missing: '1곳 부족' },
    { language: 'en', event: 'la-rochelle-grand-pavois-2018', missing: '1 missing' },
  ]),
)('in $language an event asks for commitments, and a member commits and withdraws', async (journey) => {
  const { language, event, missing } = journey
  const place = `/${language}/france-coree/agenda/${event}`
  const { page, complaints } = await openAs(seats.coordinator)
  await page.goto(`${place}/edit/commitments`)
  await expectSound(page)
  await askForCommitments(page, '2', 'Un atelier en ligne.')

  const { page: member, complaints: heard } = await openAs(seats.member)
  await member.goto(`/${language}/france-coree/agenda?commitments=open`)
  await member.locator(`main a[href*="${event}"]`).click()
  await member.locator('main a[href*="/commitment"]').click()
  await expectSound(member)
  await member.locator('main form .primary').click()
  await member.locator('.form-errors').waitFor()
  await member.locator('input[name=people]').fill('3')
  await member.locator('main form .primary').click()
  await member.locator('input[name=people]').waitFor({ state: 'detached' })
  await expectSound(member)
  await member.goto(place)
  await expectSound(member)
  expect(await member.locator('section:has(#commitments)').textContent()).toContain(missing)
  await member.goto(`${place}/commitment`)
  await member.locator('form[action$="/withdrawal"] button').click()
  await member.locator('input[name=people]').waitFor()
  expect([...complaints, ...heard]).toEqual([])
})
