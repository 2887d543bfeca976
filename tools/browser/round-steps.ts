import { newMeeting } from './meeting-steps.ts'
import { onceMade, type Step, type Walk } from './steps.ts'

/** From the form of a new meeting: opens its tour de table, in which Limoges offers and Icheon seeks the same. */
export const openRound: Step = onceMade(async ({ page, language }) => {
  await newMeeting(page, language)
  const place = page
    .url()
    .replace(/[?#].*$/, '')
    .replace('/meetings/', '/partners/rounds/')
  await page.goto(place)
  await page.locator('main form .primary').click()
  await page.locator('.round-sides').waitFor()
  await stateWish({ page, language }, `${place}/limoges`, 'offer', 'Céramique 도자 2199')
  await stateWish({ page, language }, `${place}/icheon`, 'search', 'Résidence 레지던스 2199')
})

async function stateWish(
  { page, language }: Pick<Walk, 'page' | 'language'>,
  place: string,
  kind: string,
  text: string,
): Promise<void> {
  await page.goto(place)
  await page.locator(`input[name="wishes.0.kind"][value=${kind}]`).check()
  await page.locator(`textarea[name="wishes.0.text.${language}.text"]`).fill(text)
  await page.locator('select[name="wishes.0.themes"]').first().selectOption('crafts_ceramics')
  await page.locator('form .form-end .primary').click()
  await page.waitForURL(({ hash }) => hash !== '')
}

/** A wish of the round among what a search finds. */
export const searchRound: Step = async (walk) => {
  await openRound(walk)
  await walk.page.goto(`${walk.visitors.site}/${walk.language}/france-coree/search?q=2199`)
  await walk.page.locator('#rounds').waitFor()
}

/** The form in which an authority states its wish. */
export const stateInRound: Step = async (walk) => {
  await openRound(walk)
  await walk.page.goto(`${walk.page.url().replace(/#.*$/, '')}/limoges`)
}

/** The form of a commitment. */
export const commitInRound: Step = async (walk) => {
  await openRound(walk)
  await walk.page.locator('a[href$="/commitment"]').first().click()
  await walk.page.waitForURL(/commitment$/)
}

/** The best pairs, once they are measured. */
export const waitForPairs: Step = async ({ page }) => {
  await page.locator('.pair').first().waitFor()
}
