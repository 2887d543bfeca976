import { newAddress, newMark, openLinkOf, type Step, signInAgain, typeName, type Walk } from './steps.ts'

export const openInvitation: Step = async (walk) => {
  await openInvitationOf(walk, 'Camille Martin')
}

async function openInvitationOf(walk: Walk, name: string): Promise<string> {
  const { language, visitors } = walk
  const address = newAddress('guest')
  const chair = await visitors.pageOf('chair')
  await openLinkOf(walk, address, async () => {
    await chair.goto(`${visitors.site}/${language}/france-coree/people`)
    const form = chair.locator('form[action$="/people/invitations"]')
    await form.locator('input[name=address]').fill(address)
    await form.locator('input[name=name]').fill(name)
    await typeName(form.locator('input[name="organisations.0.name"]'), 'Limoges')
    await form.locator('.primary').click()
    await chair.waitForURL(/#invitations$/)
  })
  return address
}

/** Accepts an invitation, is signed in, and returns the address of the account. */
async function becomeGuest(walk: Walk): Promise<string> {
  const { page } = walk
  // An erasure searches for the name too: nobody else may bear it.
  const name = `Dominique ${newMark()}`
  const address = await openInvitationOf(walk, name)
  await page.locator('select[name=country]').selectOption('FR')
  await page.locator('input[name=consent]').check()
  await page.locator('main form .primary').click()
  // On a phone the menu holds it.
  await page.locator('.account').filter({ hasText: name }).waitFor({ state: 'attached' })
  return address
}

/** Gives the account of a guest another address, and comes to the page that asks whether it is theirs. */
async function giveNewAddress(walk: Walk): Promise<string> {
  const { page, language, visitors } = walk
  const old = await becomeGuest(walk)
  const address = newAddress('moved')
  await openLinkOf(walk, address, async () => {
    await page.goto(`${visitors.site}/${language}/account`)
    await page.locator('form[action$="/account/address"] input[name=address]').fill(address)
    await page.locator('form[action$="/account/address"] button').click()
    await page.waitForLoadState()
  })
  return old
}

export const openNewAddress: Step = async (walk) => {
  await giveNewAddress(walk)
  await walk.page.context().clearCookies()
}

/** The address of an account was changed, and the owner of the old one comes to take it back. */
export const openRestoration: Step = async (walk) => {
  const { page } = walk
  const old = await giveNewAddress(walk)
  const asking = page.url()
  await openLinkOf(walk, old, async () => {
    await page.goto(asking)
    await page.locator('main form .primary').click()
    await page.locator('input[name=token]').waitFor({ state: 'detached' })
  })
  await page.context().clearCookies()
}

export const takeAddressBack: Step = async (walk) => {
  const { page } = walk
  await openRestoration(walk)
  await page.locator('main form .primary').click()
  await page.locator('input[name=token]').waitFor({ state: 'detached' })
}

/** Accepts an invitation, and has everything erased at once. */
export const eraseGuest: Step = async (walk) => {
  const { page, language, visitors } = walk
  await becomeGuest(walk)
  await page.goto(`${visitors.site}/${language}/account/data`)
  const press = page.locator('form[action$="/erasure"] button')
  await press.click()
  await page.locator('input[name=sure]').waitFor({ state: 'attached' })
  await press.click()
  await page.locator('input[name=sure]').waitFor({ state: 'detached' })
}

export const makeToken: Step = async ({ page, visitors }) => {
  await signInAgain(page, visitors)
  await page.locator('details:has(input[name=tokenName]) summary').click()
  await page.locator('input[name=tokenName]').fill('intranet')
  await page.locator('form:has(input[name=tokenName]) button[type=submit]').click()
  await page.locator('.secret').waitFor()
}
