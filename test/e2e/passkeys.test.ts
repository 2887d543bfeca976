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

/** A page of a browser that has an authenticator, whose owner is there. */
async function openWithAuthenticator(isVerified = true) {
  const { page, complaints } = await openWatchedPage(browser, screens.wide)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: isVerified,
      automaticPresenceSimulation: true,
    },
  })
  return { page, complaints }
}

test('a passkey is added, named, signs in, and is removed', async () => {
  const { page, complaints } = await openWithAuthenticator()
  await enter(page, 'international@limoges.example')
  await page.goto('/en/account')
  await page.getByLabel('Name of the passkey').fill('Phone')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('Phone', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Sign out' }).last().click()
  await page.waitForURL('**/en')
  await page.goto('/en/sign-in?next=/en/directory')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL('**/en/directory')
  expect(await page.locator('.account a').textContent()).toContain('Limoges')
  await page.goto('/en/account')
  expect(await page.locator('#sessions + *, .own-list').last().textContent()).toContain('By a passkey.')
  await page.getByText('Rename or remove').click()
  await page.getByRole('button', { name: 'Remove this passkey' }).click()
  await page.getByText('No passkey yet.').waitFor()
  await page.getByRole('button', { name: 'Sign out' }).last().click()
  await page.waitForURL('**/en')
  await page.goto('/en/sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
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
