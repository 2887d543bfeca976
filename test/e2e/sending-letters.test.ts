import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askForLetter } from '../../tools/browser/newsletter-steps.ts'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { type Site, startSite } from '../../tools/browser/start-site.ts'
import { openVisitors, type Visitors } from '../../tools/browser/visitors.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { makeEmbedded } from '../support/embedded-database.ts'
import { readMime } from '../support/read-mime.ts'
import { type StandInMailServer, startMailServer } from '../support/smtp-server.ts'
import { expectSound, widthBeyondScreen } from './soundness.ts'

let browser: Browser
let server: StandInMailServer
let site: Site
let visitors: Visitors
let remove: () => unknown
beforeAll(async () => {
  const made = await makeEmbedded({ demonstration: true })
  remove = made.remove
  server = await startMailServer()
  site = await startSite({ ...made.environment, SMTP_URL: server.url })
  browser = await openBrowser()
  visitors = openVisitors(browser, { url: site.url, folder: made.environment.DATA_DIR }, screens.narrow)
})
afterAll(async () => {
  await browser.close()
  await site.stop()
  await server.close()
  await remove()
})

const mailsTo = (address: string) =>
  server.received.filter(({ to }) => to[0] === address).map(({ raw }) => readMime(raw))

/** Sound by axe at a desk and on a phone, and within the smallest screen. */
async function expectSoundEverywhere(page: Page): Promise<void> {
  await expectSound(page)
  expect.soft(await widthBeyondScreen(page), `${page.url()} at 320`).toBeLessThanOrEqual(0)
}

async function subscribe(address: string): Promise<void> {
  const page = await visitors.pageOf()
  await page.goto(`${site.url}/ko/france-coree/newsletter/subscribe`)
  await askForLetter(page, address)
  await expect.poll(() => mailsTo(address).length).toBe(1)
  const link = /https?:\/\/\S*\/newsletter\/confirm\/\w+/.exec(
    mailsTo(address)[0]?.parts['text/plain'] ?? '',
  )?.[0]
  await page.goto(link ?? '')
  await page.locator('form[action*="/newsletter/confirm/"] .primary').click()
  await page.waitForURL(/done=confirmed/)
  await expectSoundEverywhere(page)
}

test('somebody subscribes from their mail', () => subscribe('lecteur@icheon.example'))

test.each(
  inTurn([
    ['fr', '[Essai]'],
    ['ko', '[시험]'],
    ['en', '[Trial]'],
  ]),
)(
  'in %s a letter of the demonstration is composed, tried, ordered, watched and held back',
  async (language, mark) => {
    const page = await visitors.pageOf('coordinator')
    const letters = `${site.url}/${language}/france-coree/newsletter`
    await page.goto(letters)
    await page.locator('main .page-heading .primary').click()
    await page.waitForURL(/\/newsletter\/draft$/)
    // The letters after the first one may have no news.
    await page.goto(`${letters}/draft/new/text`)
    await page.locator('main textarea').first().fill('Bonjour à toutes et à tous.')
    await page.locator('main form .primary').click()
    await page.waitForURL(/\/draft(#.*)?$/)
    await page.locator('main a.primary[href$="/draft/preview"]').click()
    await page.waitForURL(/\/preview$/)
    await page.goBack()

    await page.locator('main a[href$="/draft/trial"]').click()
    await page.locator('input[name=people]').first().waitFor()
    for (const box of await page.locator('input[name=people]:checked').all()) await box.uncheck()
    await page.locator('main form .primary').click()
    await page.locator('.form-errors a[href="#field-people"]').waitFor()
    await expectSoundEverywhere(page)
    await page.locator('.choice', { hasText: 'coordination@groupe.example' }).locator('input').check()
    await page.locator('main form .primary').click()
    await page.waitForURL(/done=sent/)
    const subjects = () =>
      mailsTo('coordination@groupe.example').map(({ headers }) => headers.subject?.[0] ?? '')
    await expect.poll(subjects).toContainEqual(expect.stringContaining(mark))
    await expectSoundEverywhere(page)

    await page.goto(`${letters}/draft`)
    await page.locator('button[name=action][value=approve]').click()
    await page.locator('main a[href$="/draft/sending"]').click()
    await page.locator('#field-from').waitFor()
    await expectSoundEverywhere(page)
    await page.locator('#field-from').fill('2001-01-01')
    await page.locator('form[method=get] button').last().click()
    await page.locator('.form-errors a[href="#field-from"]').waitFor()
    await page.goto(`${letters}/draft/sending`)
    await page.locator('form[method=post] .primary').click()
    await page.waitForURL(/done=ordered/)
    await expectSoundEverywhere(page)

    const sending = page.url().split('?')[0] ?? ''
    await page.locator('main a[href$="/steps/cancel"]').click()
    await page.waitForURL(/\/steps\/cancel$/)
    await expectSoundEverywhere(page)
    await page.locator('main form .primary').click()
    await page.waitForURL(/done=cancel/)
    await page.goto(`${sending}/readers`)
    await expectSoundEverywhere(page)
    await page.goto(`${letters}/sendings`)
    await expectSoundEverywhere(page)
    expect(await page.locator('main .entries a, main li a').count()).toBeGreaterThan(0)
  },
)

test('nobody is sent a letter that was cancelled before their morning', () => {
  // The question, and the notice that it is done.
  expect(mailsTo('lecteur@icheon.example')).toHaveLength(2)
})
