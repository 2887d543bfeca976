import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { typeName } from '../../tools/browser/steps.ts'
import { sayReason, unfold } from '../../tools/browser/unfold.ts'
import { mailsTo, openMailAfter, seats, signInFromOutbox } from '../../tools/browser/visitors.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { enter } from './enter.ts'
import { expectSound } from './soundness.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const invitees = [
  {
    language: 'fr',
    name: 'Inès Invitée',
    country: 'FR',
    sentence: 'Deux villes de porcelaine se répondent.',
  },
  { language: 'ko', name: '초대 손님', country: 'KR', sentence: '두 도시가 도자기로 이어집니다.' },
  {
    language: 'en',
    name: 'Ina Invited',
    country: 'FR',
    sentence: 'Two cities of porcelain answer each other.',
  },
]

describe.each(inTurn(invitees))('an invitation in $language', ({ language, name, country, sentence }) => {
  test('is accepted from its mail, and its guest edits what is theirs, as the history shows', async () => {
    const group = `/${language}/france-coree`
    const address = `guest-${language}@limoges.example`
    const host = await openWatchedPage(browser, screens.wide)
    await enter(host.page, seats.coordinator)
    const { page, complaints } = await openWatchedPage(browser, screens.wide)
    const send = () => invite(host.page, { language, name, address })
    await openMailAfter(page, inject('site'), address, send, language)
    await expectSound(page)
    await page.locator('.mail-body a.primary').click()
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    await expectSound(page)

    await page.locator('select[name=country]').selectOption(country)
    await page.locator('input[name=consent]').check()
    // Korean law requires this consent apart; others do not see it.
    if (country === 'KR') await page.locator('input[name=transfer]').check()
    await page.locator('main form .primary').click()
    await page.waitForURL(`**${group}`)
    expect(await page.locator('.account').textContent()).toContain(name)

    await page.goto(`/${language}/account`)
    await page.locator('form[action$="/profile"] input[name=name]').fill(`${name} 2`)
    await page.locator('form[action$="/profile"] button').click()
    await page.waitForURL(/done=profile/)
    expect(await page.locator('.account').textContent()).toContain(`${name} 2`)
    await expectSound(page)

    const tie = `${group}/cooperations/limoges-icheon`
    await page.goto(`${tie}/edit`)
    await expectSound(page)
    await page.goto(`${tie}/edit/summary`)
    await unfold(page)
    await page.locator(`textarea[name="summary.${language}.text"]`).fill(sentence)
    await sayReason(page, `${name}: archives`)
    await page.locator('form[data-autosave] .form-actions .primary').click()
    await page.waitForURL(/saved=1/)
    await expectSound(page)

    await page.goto(`${tie}/history`)
    const newest = page.locator('main tbody tr').first()
    expect(await newest.textContent()).toContain(`${name}: archives`)
    expect(await newest.textContent()).toContain(`${name} 2`)
    await expectSound(page)
    await page.goto(tie)
    expect(await page.locator('main').textContent()).toContain(sentence)
    expect(complaints).toEqual([])
  })
})

async function invite(
  page: Page,
  { language, name, address }: Record<'language' | 'name' | 'address', string>,
) {
  await page.goto(`/${language}/france-coree/people`)
  const form = page.locator('form[action$="/people/invitations"]')
  for (const summary of await page.locator('main summary').all()) await summary.click()
  await form.locator('input[name=address]').fill(address)
  await form.locator('input[name=name]').fill(name)
  await form.locator('input[name=role][value=member]').check()
  await typeName(form.locator('input[name="organisations.0.name"]'), 'Limoges')
  await form.locator('select[name=language]').selectOption(language)
  await form.locator('.primary').click()
  await page.waitForURL(/#invitations$/)
}

test('a link from the outbox signs in by a second click, once, and signing out ends it', async () => {
  const { page, complaints } = await openWatchedPage(browser, screens.narrow)
  await signInFromOutbox(page, inject('site'), seats.partner)
  expect(await page.locator('.account').textContent()).toContain('이천시')
  await page.goto('/ko/account')
  await page.locator('form[action$="/sign-out"] button').last().click()
  await page.waitForURL('**/ko')
  await page.goto('/ko/account')
  expect(new URL(page.url()).pathname).toBe('/ko/sign-in')
  expect(complaints).toEqual([])
  await page.goto('/ko/france-coree/outbox')
  // Other journeys write to the partner too, and to others.
  await mailsTo(page, seats.partner)
    .filter({ hasText: /로그인 링크|sign in to Entente/ })
    .first()
    .click()
  await page.locator('.mail-body a.primary').click()
  expect(await page.locator('main form:has(input[name=token])').count()).toBe(0)
  await expectSound(page)
})
