import { openLetter } from './letter-steps.ts'
import type { Step } from './steps.ts'

/** The page of a record with a picture, from that on which its pictures are kept; the first walk adds one. */
export const openPictured: Step = async ({ page }) => {
  if ((await page.locator('main .picture').count()) === 0) {
    await page.locator('main .page-heading a.primary').click()
    await page.locator('main input[type=text][name^="alternative."]').first().fill('Two mayors')
    await page.locator('main input[name=credit]').fill('The press office')
    await page.locator('main input[name=terms]').fill('Open licence')
    await page.locator('main input[name=people][value=nobody]').check()
    const buffer = await page.screenshot({ type: 'jpeg' })
    await page
      .locator('main input[type=file]')
      .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer })
    await page.locator('main form .primary').click()
    await page.locator('main .picture').first().waitFor()
  }
  await page.locator('main .page-heading a').first().click()
  await page.locator('main #pictures').waitFor()
}

/** Pictures that a letter can take, from the page on which those of a record are kept. */
export const openOffered: Step = async (walk) => {
  await openPictured(walk)
  await walk.page.goto(`${walk.visitors.site}/${walk.language}/france-coree/newsletter`)
  await openLetter('new/picture')(walk)
  await walk.page.locator('#offered').waitFor()
}

/** The form with the words of one that is taken. */
export const takeOffered: Step = async (walk) => {
  await openOffered(walk)
  await walk.page.locator('main .gallery a.button').first().click()
  await walk.page.locator('main form .picture').waitFor()
}
