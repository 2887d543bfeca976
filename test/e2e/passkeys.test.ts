import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { enter } from './enter.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A page of a browser with an authenticator whose owner agrees at once, or never. */
async function openWithAuthenticator({ agrees }: { agrees: boolean }) {
  const { page, complaints } = await openWatchedPage(browser, screens.wide)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: agrees,
    },
  })
  return { page, complaints }
}

/** Runs in the page before its own scripts, as a browser that offers no passkeys among the addresses of a field. */
function offerNothingInFields() {
  PublicKeyCredential.isConditionalMediationAvailable = async () => false
}

async function addPasskey(page: Page) {
  await enter(page, 'international@limoges.example')
  await page.goto('/en/account')
  await page.getByRole('textbox', { name: 'Name of the passkey (optional)' }).fill('Phone')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('Phone', { exact: true }).waitFor()
}

async function removePasskey(page: Page) {
  await page.goto('/en/account')
  await page.getByText('Rename or remove').click()
  await page.getByRole('button', { name: 'Remove this passkey' }).click()
  await page.getByText('No passkey yet.').waitFor()
}

async function leave(page: Page) {
  await page.locator('form[action$="/sign-out"] button').first().click()
  await page.waitForURL('**/en')
}

const signIn = '/en/sign-in?next=/en/directory'
const isThere = ({ pathname }: URL) => pathname === '/en/directory'

test('a passkey is added, signs in by its button, is removed, and signs in no more', async () => {
  const { page, complaints } = await openWithAuthenticator({ agrees: true })
  await page.addInitScript(offerNothingInFields)
  await addPasskey(page)
  await leave(page)
  await page.goto(signIn)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL(isThere)
  expect(await page.locator('.account a').textContent()).toContain('Limoges')
  await page.goto('/en/account')
  expect(await page.locator('.own-list').last().textContent()).toContain('By a passkey.')
  await removePasskey(page)
  await leave(page)
  await page.goto(signIn)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('This passkey is not known here.').waitFor()
  expect(complaints.filter((complaint) => /^(script|request):/.test(complaint))).toEqual([])
})

test('a passkey signs in from the field of the address, without a button', async () => {
  const { page, complaints } = await openWithAuthenticator({ agrees: true })
  await addPasskey(page)
  await leave(page)
  await page.goto(signIn)
  await page.waitForURL(isThere)
  expect(await page.locator('.account a').textContent()).toContain('Limoges')
  await removePasskey(page)
  // What the field offers by itself is broken off whenever another page is opened.
  expect(complaints.filter((complaint) => /^(script|request):/.test(complaint))).toEqual([])
})

test('the button asks anew, and breaks off what the field had asked', async () => {
  const { page } = await openWithAuthenticator({ agrees: false })
  await page.addInitScript(() => {
    const asked: string[] = []
    Object.assign(window, { asked })
    const get = navigator.credentials.get.bind(navigator.credentials)
    navigator.credentials.get = async (options) => {
      const by = options?.mediation === 'conditional' ? 'field' : 'button'
      asked.push(by)
      return get(options).catch((error) => {
        asked.push(`${by} ${error.name}`)
        throw error
      })
    }
  })
  const asked = () => page.evaluate<string[]>('window.asked')
  await page.goto(signIn)
  await expect.poll(asked).toEqual(['field'])
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect.poll(asked).toEqual(['field', 'field AbortError', 'button'])
})

test('without a script there is the link, and no button that does nothing', async () => {
  const { page } = await openWatchedPage(browser, { ...screens.wide, javaScriptEnabled: false })
  await page.goto('/en/sign-in')
  expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false)
  expect(await page.getByRole('button', { name: 'Send me a link' }).isVisible()).toBe(true)
})
