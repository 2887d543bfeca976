import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { enter } from './enter.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A page of a browser with an authenticator, and whether its owner answers whatever it asks. */
async function openWithAuthenticator() {
  const { page, complaints } = await openWatchedPage(browser, screens.wide)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const answer = (enabled: boolean) =>
    devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })
  return { page, complaints, answer }
}

test('a passkey is added, signs in by its button and from the field, and is removed', async () => {
  const { page, complaints, answer } = await openWithAuthenticator()
  const leave = async () => {
    await page.getByRole('button', { name: 'Sign out' }).last().click()
    await page.waitForURL('**/en')
  }
  const press = async () => {
    // The field asks as soon as the page is there: its owner waits for the button.
    await answer(false)
    const asked = page.waitForResponse(/passkey\/challenge$/)
    await page.goto('/en/sign-in?next=/en/directory')
    await asked
    // What is asked from now on is answered; what was asked before stays without an answer.
    await answer(true)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  }
  await enter(page, 'international@limoges.example')
  await page.goto('/en/account')
  await page.getByLabel('Name of the passkey').fill('Phone')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('Phone', { exact: true }).waitFor()
  await leave()
  await press()
  await page.waitForURL(({ pathname }) => pathname === '/en/directory')
  expect(await page.locator('.account a').textContent()).toContain('Limoges')
  await page.goto('/en/account')
  expect(await page.locator('.own-list').last().textContent()).toContain('By a passkey.')
  await leave()
  await page.goto('/en/sign-in?next=/en/directory')
  await page.waitForURL(({ pathname }) => pathname === '/en/directory')
  await page.goto('/en/account')
  await page.getByText('Rename or remove').click()
  await page.getByRole('button', { name: 'Remove this passkey' }).click()
  await page.getByText('No passkey yet.').waitFor()
  await leave()
  await press()
  await page.getByText('This passkey is not known here.').waitFor()
  // What the field offers by itself is broken off whenever another page is opened.
  expect(complaints.filter((complaint) => /^(script|request):/.test(complaint))).toEqual([])
})

test('without a script there is the link, and no button that does nothing', async () => {
  const { page } = await openWatchedPage(browser, { ...screens.wide, javaScriptEnabled: false })
  await page.goto('/en/sign-in')
  expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false)
  expect(await page.getByRole('button', { name: 'Send me a link' }).isVisible()).toBe(true)
})
