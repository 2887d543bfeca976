import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { tomorrow } from '../../tools/browser/addresses.ts'
import { addPost } from '../../tools/browser/contact-steps.ts'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { openOutbox } from '../../tools/browser/outbox.ts'
import { mailsTo, openMailAfter, seats } from '../../tools/browser/visitors.ts'
import { enter } from './enter.ts'
import { expectSound } from './soundness.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const exchange = 'guro-jump-guro-2017'
const office = 'exchange@guro.example'

const draft = '/fr/france-coree/reports/draft'
const korean = 'coordination@gaok.example'

const press = (page: Page, step: string) => page.locator(`form[action$="/draft/${step}"] .primary`).click()
const wordsOf = async (page: Page, within = 'main') =>
  ((await page.locator(within).first().textContent()) ?? '').replaceAll(/\s+/g, ' ')

async function pressAndCome(page: Page, step: string): Promise<void> {
  await Promise.all([page.waitForURL(new RegExp(`#${step}$`)), press(page, step)])
  await expectSound(page)
}

/** A second coordinator, who works in Korea and signs for its side. */
async function inviteKorean(page: Page): Promise<void> {
  await page.goto('/fr/france-coree/people')
  for (const summary of await page.locator('main summary').all()) await summary.click()
  const form = page.locator('form[action$="/people/invitations"]')
  await form.locator('input[name=address]').fill(korean)
  await form.locator('input[name=name]').fill('시도지사협의회 담당자')
  await form.locator('input[name=role][value=coordinator]').check()
  await form.locator('select[name=language]').selectOption('ko')
  await form.locator('.primary').click()
  await page.waitForURL(/#invitations$/)
}

/** Goes on by the keyboard to the field or button that a selector finds, and says whether it was reached. */
async function tabTo(page: Page, selector: string): Promise<boolean> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector))
      return true
  }
  return false
}

test('a Korean district without an account says on a phone, by the link in its mail, what came of an exchange', async () => {
  const keeper = await openWatchedPage(browser, screens.wide)
  await enter(keeper.page, seats.coordinator)
  const event = `/fr/france-coree/agenda/${exchange}?now=${tomorrow}`
  await keeper.page.goto(event)
  expect(await keeper.page.locator('section[aria-labelledby=outcome]').textContent()).toContain(
    'pas de réponse',
  )

  const { page, complaints } = await openWatchedPage(browser, { ...screens.narrow, locale: 'ko-KR' })
  // The demonstration asked its offices when it was loaded.
  await openOutbox(page, inject('site'), 'ko')
  await mailsTo(page, 'international@guro-gu.example').first().click()
  await page.locator('.mail-body a.primary').click()
  await page.waitForURL(/\/ko\/france-coree\/outcomes\//)
  await expectSound(page)

  // Sent with nothing in it: what is missing is said, and the keyboard leads there.
  await page.locator('form[action$="/answer"]').evaluate((form: HTMLFormElement) => {
    form.noValidate = true
  })
  await page.locator('form[action$="/answer"] .primary').click()
  await page.locator('.form-errors a[href="#field-held"]').click()
  await expectSound(page)
  expect(await tabTo(page, 'input[name=held]')).toBe(true)
  await page.keyboard.press('Space')
  expect(await tabTo(page, 'input[name=results][value=project]')).toBe(true)
  await page.keyboard.press('Space')
  expect(await tabTo(page, 'textarea[name=sentence]')).toBe(true)
  await page.keyboard.type('청년 창업 공동 사업을 시작합니다.')
  expect(await tabTo(page, 'details summary')).toBe(true)
  await page.keyboard.press('Enter')
  expect(await tabTo(page, 'input[name=came][value=company]')).toBe(true)
  await page.keyboard.press('Space')
  expect(await tabTo(page, 'input[name="count.company"]')).toBe(true)
  await page.keyboard.type('4')
  await expectSound(page)
  expect(await tabTo(page, 'form[action$="/answer"] button.primary')).toBe(true)
  await page.keyboard.press('Enter')
  await page.waitForURL(/done=told/)
  expect(await page.locator('.notice-done').textContent()).toContain('저장되었습니다')
  await expectSound(page)

  await keeper.page.goto(event)
  const told = await keeper.page.locator('section[aria-labelledby=outcome]').textContent()
  for (const words of ['un projet', '청년 창업 공동 사업을 시작합니다.', 'entreprises', '4'])
    expect(told).toContain(words)
  await expectSound(keeper.page)
  expect([...complaints, ...keeper.complaints]).toEqual([])
})

test('a report is gathered, its lines confirmed in Korean by link, signed for both sides, published, corrected and compared', async () => {
  const { page, complaints } = await openWatchedPage(browser, screens.wide)
  await enter(page, seats.coordinator)
  await addPost(page, 'guro-gu', office)

  await page.goto('/fr/france-coree/reports')
  await page.locator('main a[href$="/reports/draft"]').first().click()
  await expectSound(page)
  await page.locator('input[name=from]').fill('2016-01-01')
  await page.locator('input[name=to]').fill('2017-07-07')
  await pressAndCome(page, 'gather')

  const reader = await openWatchedPage(browser, { ...screens.narrow, locale: 'ko-KR' })
  await openMailAfter(reader.page, inject('site'), office, () => pressAndCome(page, 'ask'), 'ko')
  await reader.page.locator('.mail-body a.primary').click()
  await reader.page.waitForURL(/\/ko\/france-coree\/reports\/lines\//)
  expect(await wordsOf(reader.page)).toContain('구로')
  await expectSound(reader.page)
  await reader.page.locator('form[action$="/answer"] .primary').first().click()
  await reader.page.waitForURL(/done=/)
  await expectSound(reader.page)

  const signer = await openWatchedPage(browser, screens.wide)
  await openMailAfter(signer.page, inject('site'), korean, () => inviteKorean(page), 'ko')
  await signer.page.locator('.mail-body a.primary').click()
  await signer.page.locator('select[name=country]').selectOption('KR')
  await signer.page.locator('input[name=consent]').check()
  await signer.page.locator('input[name=transfer]').check()
  await signer.page.locator('main form .primary').click()
  await signer.page.waitForURL('**/ko/france-coree')

  // As long as somebody may answer, nothing is frozen: the members who were asked do.
  for (const [seat, slug] of [
    [seats.member, 'limoges'],
    [seats.partner, 'icheon'],
  ] as const) {
    const member = await openWatchedPage(browser, screens.narrow)
    await enter(member.page, seat)
    await member.page.goto(`/fr/france-coree/reports/draft/lines/${slug}`)
    await expectSound(member.page)
    await member.page.locator('form[action$="/answer"] .primary').first().click()
    await member.page.waitForURL(/done=/)
  }
  await page.goto(draft)
  await pressAndCome(page, 'freeze')
  await pressAndCome(page, 'sign')
  await signer.page.goto('/ko/france-coree/reports/draft')
  await expectSound(signer.page)
  await pressAndCome(signer.page, 'sign')

  await expect
    .poll(
      async () => {
        await page.goto(draft)
        return wordsOf(page, 'section[aria-labelledby=freeze]')
      },
      { timeout: 90_000, interval: 1000 },
    )
    .toContain('12 fichiers sur 12')
  await press(page, 'publish')
  await page.waitForURL(/\/reports\/\d+$/)
  await expectSound(page)
  expect(await wordsOf(page)).toContain('Rapport n° 3')

  await page.goto(`${page.url()}/errata`)
  await expectSound(page)
  await page.locator('textarea[name="said.fr.text"]').fill('Onze coopérations.')
  await page.locator('textarea[name="right.fr.text"]').fill('Onze coopérations, dont une en sommeil.')
  await page.locator('input[name=word]').fill('secrétariat du groupe-pays')
  await page.locator('form[action$="/errata"] .primary, form[action$="/errata"] button').first().click()
  await expect.poll(() => wordsOf(page)).toContain('dont une en sommeil')
  await expectSound(page)

  await page.goto('/fr/france-coree/reports/3')
  expect(await wordsOf(page)).toContain('dont une en sommeil')
  await expectSound(page)

  await page.goto('/fr/france-coree/reports/3/difference?from=1')
  await expectSound(page)
  expect(await wordsOf(page)).toContain('Ce qui a changé')
  expect([...complaints, ...reader.complaints, ...signer.complaints]).toEqual([])
})
