import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { addOne, moveEvent, saveSetup } from '../../tools/browser/assignment-steps.ts'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { addNewEvent } from '../../tools/browser/registration-steps.ts'
import { mailsTo, openMailAfter, seats } from '../../tools/browser/visitors.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { enter } from './enter.ts'
import { expectSound, widthBeyondScreen } from './soundness.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const journeys = [
  { language: 'fr', screen: screens.wide, cause: 'pas assez de tables', fixed: 'imposée' },
  { language: 'ko', screen: screens.narrow, cause: '테이블 부족', fixed: '지정' },
  { language: 'en', screen: screens.wide, cause: 'not enough tables', fixed: 'fixed' },
]

const main = (page: Page) => page.locator('main')
const press = async (page: Page, form: string) => {
  await page.locator(`form[action$="/${form}"] button[type=submit]`).last().click()
  await page.waitForLoadState()
}

/** Expects names of two hundred characters without a space to make no page wider than its screen. */
async function expectRoomForLongNames(page: Page): Promise<void> {
  await page.locator('.participant-name').evaluateAll((names) => {
    for (const name of names) name.textContent = '이천시국제교류협력추진위원회'.repeat(15).slice(0, 200)
  })
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 844 })
    expect.soft(await widthBeyondScreen(page), `${page.url()} at ${width}`).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize({ width: 1280, height: 844 })
}

/** Starts an assignment and waits until its page, which renews itself, has the result. */
async function assign(page: Page, place: string): Promise<void> {
  await page.goto(place)
  await page.locator('#field-run button').click()
  await page.waitForURL(/\/runs\/\d+/)
  await page.locator('#fairness').waitFor()
}

/** The newest mail about an event to an address, by where it is read. */
async function newestTo(
  page: Page,
  language: string,
  address: string,
  about: string,
): Promise<string | null> {
  await page.goto(`/${language}/france-coree/outbox`)
  const mails = mailsTo(page, address, about)
  return (await mails.count()) === 0 ? null : mails.first().getAttribute('href')
}

describe.each(inTurn(journeys))('bilateral meetings in $language', ({ language, screen, cause, fixed }) => {
  test('are wished for, assigned with the causes of what is not, published, and changed for those concerned', async () => {
    const site = inject('site')
    const about = `Rencontres ${language}`
    const tours = `tours-${language}@mairie.example`
    const keeper = await openWatchedPage(browser, screens.wide)
    const limoges = await openWatchedPage(browser, screen)
    const icheon = await openWatchedPage(browser, screen)
    const outbox = await openWatchedPage(browser, screens.wide)
    await enter(keeper.page, seats.coordinator)
    await enter(limoges.page, seats.member)
    await enter(icheon.page, seats.partner)

    // Hours, one table, interpreters and sides; then who comes.
    const event = await addNewEvent(keeper.page, site, language, about)
    await keeper.page.goto(event)
    await keeper.page.locator('main a[href$="/meetings"]').click()
    await expectSound(keeper.page)
    const place = `${event}/meetings`
    await keeper.page.locator('input[name="hours.0.to"]').fill('14:10')
    await keeper.page.locator('form.form .form-end .primary').click()
    await keeper.page.locator('.form-errors a[href="#field-hours-0-to"]').waitFor()
    await keeper.page.locator('button[value="add:interpreters"]').click()
    await saveFilled(keeper.page)
    for (const name of ['Limoges', 'Tours', 'Icheon', 'Sejong']) await addOne(keeper.page, place, name)
    await keeper.page.goto(place)
    await expectSound(keeper.page)
    const pageOf = async (name: string) => {
      await keeper.page.goto(place)
      const link = main(keeper.page).locator('tbody th a').filter({ hasText: name })
      return new URL((await link.first().getAttribute('href')) ?? '', site).href
    }
    const own = {
      limoges: await pageOf(language === 'ko' ? '리모주' : 'Limoges'),
      tours: await pageOf(language === 'ko' ? '투르' : 'Tours'),
      icheon: await pageOf('이천'),
      sejong: await pageOf('세종'),
    }

    // Two authorities state their wishes themselves; for a third the organiser does, with an address.
    const wish = async (page: Page, whose: string, wanted: readonly string[]) => {
      await page.goto(`${whose}/wishes`)
      await expectSound(page)
      for (const [index, each] of wanted.entries())
        await page.locator(`input[name="place.${each.split('/').at(-1)}"]`).fill(String(index + 1))
      await page.locator('form.form .form-end .primary').click()
      await page.waitForURL(/done=wished/)
    }
    await limoges.page.goto(place)
    await limoges.page.locator('.notice a[href*="/participants/"]').click()
    await expectSound(limoges.page)
    await wish(limoges.page, own.limoges, [own.icheon, own.sejong])
    await wish(icheon.page, own.icheon, [own.limoges])
    await wish(keeper.page, own.tours, [own.icheon, own.sejong])
    await keeper.page.goto(`${own.tours}/edit`)
    await expectSound(keeper.page)
    await keeper.page.locator('input[name=address]').fill(tours)
    await keeper.page.locator('form.form .form-end .primary').click()
    await keeper.page.waitForURL(/done=changed/)

    // An assignment names what conflicted with a wish.
    await assign(keeper.page, place)
    await expectSound(keeper.page)
    expect(await keeper.page.locator('section[aria-labelledby=left-out]').textContent()).toContain(cause)

    // A pair is fixed, and assigned again.
    await keeper.page.goto(`${place}/rules`)
    const idOf = (address: string) => address.split('/').at(-1) ?? ''
    await keeper.page.locator('select[name=first]').selectOption(idOf(own.tours))
    await keeper.page.locator('select[name=second]').selectOption(idOf(own.sejong))
    await keeper.page.locator('input[name=kind][value=fixed]').check()
    await keeper.page.locator('main form.form .form-end .primary').click()
    await keeper.page.locator('.rules li').waitFor()
    await expectSound(keeper.page)
    await assign(keeper.page, place)
    expect(await keeper.page.locator('section[aria-labelledby=by-slot]').textContent()).toContain(fixed)

    // Published: those who meet are notified, read their timetable, and take it along.
    await openMailAfter(outbox.page, site, tours, () => press(keeper.page, 'publication'), language, about)
    await expectSound(outbox.page)
    await expectSound(keeper.page)
    await expectRoomForLongNames(keeper.page)
    await limoges.page.goto(own.limoges)
    await expectSound(limoges.page)
    expect(await main(limoges.page).locator('tbody tr').count()).toBe(1)
    expect(await main(limoges.page).textContent()).toContain('이천')
    const calendar = async () => {
      const text = await (await limoges.page.request.get(`${own.limoges}.ics`)).text()
      return text.replace(/^DTSTAMP:.*\r\n/gm, '')
    }
    const before = await calendar()
    expect(before.match(/^STATUS:.*$/gm)).toEqual(['STATUS:CONFIRMED'])
    const sheets = await limoges.page.request.get(`${own.limoges}.pdf`)
    expect(sheets.headers()['content-type']).toBe('application/pdf')

    // Sejong leaves: Tours is notified, Limoges is not.
    const toLimoges = await newestTo(outbox.page, language, seats.member, about)
    await keeper.page.goto(own.sejong)
    await openMailAfter(outbox.page, site, tours, () => press(keeper.page, 'departure'), language, about)
    await expectSound(keeper.page)
    await assign(keeper.page, place)
    await openMailAfter(
      outbox.page,
      site,
      seats.partner,
      () => press(keeper.page, 'publication'),
      language,
      about,
    )
    expect(await newestTo(outbox.page, language, seats.member, about)).toBe(toLimoges)
    expect(await calendar()).toBe(before)

    // The event moves by a day: the meetings show it, then move along.
    await moveEvent(keeper.page, event, '2017-11-21')
    await limoges.page.goto(own.limoges)
    await limoges.page.locator('.notice-warning').waitFor()
    await expectSound(limoges.page)
    await keeper.page.goto(place)
    await expectSound(keeper.page)
    await keeper.page.locator('input[name=choice][value=move]').check()
    await openMailAfter(
      outbox.page,
      site,
      seats.member,
      () => press(keeper.page, 'event-change'),
      language,
      about,
    )
    await expectSound(outbox.page)
    expect((await calendar()).match(/^(?:SEQUENCE|STATUS):.*$/gm)).toEqual(['SEQUENCE:1', 'STATUS:CONFIRMED'])
    for (const { complaints } of [keeper, limoges, icheon, outbox]) expect(complaints).toEqual([])
  })
})

/** Two slots, one table, two interpreters: fewer places than wishes. */
async function saveFilled(page: Page): Promise<void> {
  await saveSetup(page, {
    'hours.0.day': '2017-11-20',
    'hours.0.to': '14:45',
    tables: '1',
    counted: 'yes',
    'interpreters.0.one': 'fr',
    'interpreters.0.other': 'ko',
    'interpreters.0.count': '2',
    usualQuota: '2',
  })
}
