import type { Page } from 'playwright-core'
import { newAddress, newMark, onceMade, openLinkOf, type Step, typeName, type Walk } from './steps.ts'
import { sayReason } from './unfold.ts'

/** Adds an event of Limoges with hours; returns its address. The page’s visitor coordinates the group. */
export async function addNewEvent(
  page: Page,
  site: string,
  language: string,
  title: string,
): Promise<string> {
  const group = `${site}/${language}/france-coree`
  await page.goto(`${group}/agenda/new`)
  await page.locator('select[name=kind]').selectOption('forum')
  await page.locator(`[name="title.${language}.text"]`).fill(title)
  await page.locator('input[name=when]').fill('2017-11-20')
  await page.locator('input[name=start]').fill('10:00')
  await page.locator('input[name=end]').fill('12:00')
  await typeName(page.locator('input[name="participants.0.name"]'), 'Limoges')
  await page.locator('select[name="participants.0.role"]').selectOption('host')
  await sayReason(page, 'Courriel')
  await page.locator('main form .primary').last().click()
  // For a second event of one body on one day, the form asks for another press.
  await page.locator('button[value=anyway], main article').first().waitFor()
  if (page.url().endsWith('/new')) await page.locator('button[value=anyway]').click()
  await page.waitForURL(({ pathname }) => !pathname.endsWith('/new'))
  const [, slug = ''] = /\/agenda\/([\w-]+)/.exec(page.url()) ?? []
  return `${group}/agenda/${slug}`
}

/** Adds an event with hours and opens registration for it, with a question; returns its address. The visitor coordinates the group. */
export async function openNewRegistration(
  page: Page,
  site: string,
  language: string,
  { title, places }: { title: string; places: string },
): Promise<string> {
  const event = await addNewEvent(page, site, language, title)
  await page.goto(`${event}/registration/terms`)
  await page.locator('button[value="add:questions"]').click()
  await page.locator('input[name=untilDay]').fill('2017-11-15')
  await page.locator('input[name=untilTime]').fill('18:00')
  await page.locator('input[name=places]').fill(places)
  await page.locator(`input[name="questions.0.label.${language}.text"]`).fill('Repas 식사')
  await page.locator('select[name="questions.0.kind"]').selectOption('one')
  await page.locator(`textarea[name="questions.0.choices.${language}"]`).fill('Oui 예\nNon 아니요')
  await page.locator(`textarea[name="dataUse.${language}.text"]`).fill('Pour préparer l’accueil. 행사 준비')
  return event
}

/** Sends the terms that are filled in, and comes to the list. */
export async function saveTerms(page: Page): Promise<void> {
  await page.locator('form[action$="/registration/terms"] .form-end .primary').click()
  await page.waitForURL(/\/registrations/)
}

/** Fills in the public form and sends it, no quicker than a person would. */
export async function fillRegistration(page: Page, { name, address }: { name: string; address: string }) {
  await page.locator('main input[name=name]').fill(name)
  await page.locator('main input[name=organisation]').fill('Mairie de Limoges')
  await page.locator('main select[name=country]').selectOption('FR')
  await page.locator('main input[name=address]').fill(address)
  await page.waitForTimeout(3100)
  await page.locator('main form[action$="/registration"] .primary').click()
  await page.locator('main input[name=organisation]').waitFor({ state: 'detached' })
}

/** The list of participants of a new event, one of them added by hand. The page’s visitor coordinates the group. */
export const openList: Step = onceMade(async ({ page, language, visitors }) => {
  const title = `Forum ouvert ${newMark()}`
  const event = await openNewRegistration(page, visitors.site, language, { title, places: '200' })
  await saveTerms(page)
  await page.goto(`${event}/registrations/new`)
  await page.locator('main input[name=name]').fill('김민수 Camille Martin')
  await page.locator('main select[name=country]').selectOption('KR')
  await page.locator('main form[action$="/registrations/new"] .primary').click()
  await page.waitForURL(/\/registrations$/)
})

/** The address of that event, for any visitor. */
async function eventOf(walk: Walk): Promise<string> {
  const keeper = await walk.visitors.pageOf('coordinator')
  await openList({ ...walk, page: keeper })
  return keeper.url().replace(/\/registrations$/, '')
}

/** The terms of registration, with their question. */
export const openTerms: Step = async (walk) => {
  await walk.page.goto(`${await eventOf(walk)}/registration/terms`)
}

/** The answers of a participant, as the organisers of the event correct them. */
export const openEntry: Step = async (walk) => {
  await openList(walk)
  await walk.page.locator('main tbody a[href*="/registrations/"]').first().click()
  await walk.page.locator('textarea[name=word]').waitFor()
}

/** The door, with a participant ticked. */
export const openDoor: Step = async (walk) => {
  const { page } = walk
  await page.goto(`${await eventOf(walk)}/check-in`)
  await page.locator('.check-in button[value=yes]').first().click()
  await page.locator('.notice-done').waitFor()
}

/** The form for anybody. */
export const openForm: Step = async (walk) => {
  await walk.page.goto(`${await eventOf(walk)}/registration`)
  await walk.page.locator('main input[name=name]').waitFor()
}

/** Registers, confirms it from the mail, and stays on the page that one keeps. */
export const openOwn: Step = async (walk) => {
  const { page } = walk
  const event = await eventOf(walk)
  const address = newAddress('registrant')
  await openLinkOf(walk, address, async () => {
    await page.goto(`${event}/registration`)
    await fillRegistration(page, { name: 'Camille Martin', address })
  })
  await page.locator('form[action$="/confirmation"] .primary').click()
  await page.waitForURL(/done=registered/)
}
