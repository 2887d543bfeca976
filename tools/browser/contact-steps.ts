import type { Page } from 'playwright-core'
import { newAddress, newMark, openLinkOf, type Step } from './steps.ts'
import { unfold } from './unfold.ts'

/** The holders of a post on either side. */
const holders = {
  limoges: { post: 'Chargée de mission jumelages', name: 'Camille Martin', language: 'fr', country: 'FR' },
  icheon: { post: '국제교류팀 주무관', name: '김민수', language: 'ko', country: 'KR' },
}

/** From the form of a new post: names it, writes down who holds it, and comes to its page. */
export const keepContact: Step = async ({ page }) => {
  const { post, name, language, country } = holders[page.url().endsWith('=icheon') ? 'icheon' : 'limoges']
  await unfold(page)
  await page.locator(`input[name="function.${language}.text"]`).fill(`${post} ${newMark()}`)
  await page.locator('input[name=kind][value=desk_officer]').check()
  await page.locator('main form .primary').click()
  await page.locator('main a[href$="/holder"]').click()
  await page.locator('input[name=name]').fill(name)
  await page.locator(`input[name=nameLanguage][value=${language}]`).check()
  await page.locator('input[name=email]').fill(newAddress('contact'))
  await page.locator('input[name=telephone]').fill('+82 31 644 2000')
  await page.locator(`input[name=residence][value=${country}]`).check()
  await page.locator('input[name=provenance][value=person]').check()
  await page.locator('input[name=transferBasis][value=separate_consent]').check()
  await page.locator('main form .primary').click()
  await page.locator('#consent').waitFor()
}

/** Asks a person whether their details may be read abroad: in the language of the country where they live. */
export const openConsent: Step = async (walk) => {
  const { visitors, language } = walk
  const host = await visitors.pageOf('coordinator')
  const organisation = language === 'ko' ? 'icheon' : 'limoges'
  await host.goto(`${visitors.site}/${language}/france-coree/contacts/new?organisation=${organisation}`)
  await keepContact({ ...walk, page: host })
  const address = await host.locator('a[href^="mailto:"]').first().textContent()
  await openLinkOf(walk, address ?? '', async () => {
    await host.locator('form[action$="/consent"] button').click()
    await host.waitForLoadState()
  })
  // A letter comes in the language of a country; its page can be read in all of them.
  await walk.page.goto(walk.page.url().replace(/\/\w\w\/consent/, `/${language}/consent`))
}

/** Adds a Korean post with an address to an organisation, so that it can be asked by mail. */
export async function addPost(page: Page, organisation: string, address: string): Promise<void> {
  await page.goto(`/ko/france-coree/contacts/new?organisation=${organisation}`)
  await unfold(page)
  await page.locator('input[name="function.ko.text"]').fill('국제교류 담당')
  await page.locator('input[name=kind][value=desk_officer]').check()
  await page.locator('main form .primary').click()
  await page.locator('main a[href$="/holder"]').click()
  await page.locator('input[name=name]').fill('시연용 담당자')
  await page.locator('input[name=nameLanguage][value=ko]').check()
  await page.locator('input[name=email]').fill(address)
  await page.locator('input[name=residence][value=KR]').check()
  await page.locator('input[name=provenance][value=organisation]').check()
  await page.locator('input[name=transferBasis][value=separate_consent]').check()
  await page.locator('main form .primary').click()
  await page.locator('#consent').waitFor()
}
