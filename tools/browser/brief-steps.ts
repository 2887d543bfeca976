import type { Page } from 'playwright-core'
import { newAddress, openLinkOf, type Step } from './steps.ts'

/** Asks an office about the Republic of Korea, from the page that is open. */
export async function askOffice(page: Page, language: string, address: string): Promise<void> {
  const form = page.locator('form:has(input[name=address])')
  await form.locator('input[name=address]').fill(address)
  await form.locator(`input[name=language][value=${language}]`).check()
  await form.locator('.primary').click()
  await page.waitForURL(/done=asked/)
}

/** The questionnaire as an office of the partner sees it, by the link in its mail. */
export const openQuestionnaire: Step = async (walk) => {
  const { language, visitors } = walk
  const keeper = await visitors.pageOf('coordinator')
  const address = newAddress('office')
  await openLinkOf(walk, address, async () => {
    await keeper.goto(`${visitors.site}/${language}/france-coree/brief/kr/questions`)
    await askOffice(keeper, language, address)
  })
}
