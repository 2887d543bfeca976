import type { Page } from 'playwright-core'
import { newAddress, newMark, onceMade, openLinkOf, type Step } from './steps.ts'

/** Fills the form of a new meeting, in the language of the page, and comes to the meeting. */
export async function newMeeting(page: Page, language: string): Promise<void> {
  await page.locator(`input[name="title.${language}.text"]`).fill(`Séminaire 세미나 ${newMark()}`)
  await page.locator('input[name=heldOn]').fill('2199-01-10')
  await page.locator('input[name=start]').fill('17:30')
  await page.locator('input[name=end]').fill('19:00')
  await page.locator('main form .primary').last().click()
  await page.waitForURL(({ pathname }) => !pathname.endsWith('/new'))
}

/** From the form of a new meeting: adds one with a point on its agenda, and writes its minutes from the notes. */
export const writeMinutes: Step = onceMade(async ({ page, language }) => {
  await newMeeting(page, language)
  const meeting = page.url()
  await page.goto(`${meeting}/agenda`)
  await page.locator(`input[name="title.${language}.text"]`).fill('Budget 예산')
  await page.locator('main form:has(input[name=rapporteur]) .primary').click()
  await page.locator('.agenda-points').waitFor()
  await page.goto(`${meeting}/notes`)
  await page.locator('textarea[name^="text."]').first().fill('12 000 €\n- 2199')
  await page.locator('form[data-part=notes] .primary').click()
  await page.waitForURL(/\/notes/)
  await page.locator('form[action$="/text/preparation"] button').click()
  await page.locator('form[action$="/text/final"]').waitFor()
})

/** Writes minutes and makes them final: comes to the page of the meeting. */
export const publishMinutes: Step = async (walk) => {
  const { page } = walk
  await writeMinutes(walk)
  await page.locator('input[name=sure]').check()
  await page.locator('form[action$="/text/final"] .primary').click()
  await page.locator('form[action$="/text/errata"]').waitFor()
  await page.goto(page.url().replace(/\/text.*$/, ''))
}

/** Is convened to a meeting, and follows the link of the convocation. */
export const openConvocation: Step = async (walk) => {
  const { language, visitors } = walk
  const host = await visitors.pageOf('coordinator')
  await host.goto(`${visitors.site}/${language}/france-coree/meetings/new`)
  await newMeeting(host, language)
  await host.goto(`${host.url()}/convocation`)
  const address = newAddress('convened')
  await openLinkOf(walk, address, async () => {
    await host.locator('textarea[name=addresses]').fill(`Camille Martin <${address}>`)
    await host.locator(`input[name=language][value=${language}]`).check()
    await host.locator('button[value=preview]').click()
    await host.locator('button[value=send]').click()
    await host.locator('#answers').waitFor()
  })
}
