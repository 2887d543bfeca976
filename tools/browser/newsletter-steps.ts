import type { Page } from 'playwright-core'
import { newAddress, openLinkOf, type Step, type Walk } from './steps.ts'

/** Fills in the public form that asks for the letter and sends it, no quicker than a person would. */
export async function askForLetter(page: Page, address: string): Promise<void> {
  await page.locator('main input[name=address]').fill(address)
  await page.locator('main select[name=country]').selectOption('KR')
  await page.waitForTimeout(3100)
  await page.locator('main form[action$="/newsletter/subscribe"] .primary').click()
  await page.locator('main input[name=address]').waitFor({ state: 'detached' })
}

async function openConfirmationOf(walk: Walk): Promise<void> {
  const { page, language, visitors } = walk
  const address = newAddress('letter')
  await openLinkOf(walk, address, async () => {
    await page.goto(`${visitors.site}/${language}/france-coree/newsletter/subscribe`)
    await askForLetter(page, address)
  })
}

/** What a visitor asked for, before they confirm it. */
export const openLetterToConfirm: Step = (walk) => openConfirmationOf(walk)

/** Subscribes, confirms it from the mail, and stays on the page of preferences. */
export const openPreferences: Step = async (walk) => {
  await openConfirmationOf(walk)
  await walk.page.locator('form[action*="/newsletter/confirm/"] .primary').click()
  await walk.page.waitForURL(/done=confirmed/)
}

/** Sends a list of readers as a file, and stays where its columns and lines are shown. */
export const checkReaders: Step = async ({ page }) => {
  const list = [
    'Nom;Courriel;Langue;Pays;Date;Thèmes;Observations',
    'Claire Martin;claire.martin@ville.example;fr;FR;2017-06-30;Culture;',
    '김민준;minjun.kim@icheon.example;한국어;대한민국;2017. 6. 30.;;주무관',
    'Zoé;zoé@ville.example;fr;FR;;;',
    'Sans langue;sans@ville.example;ar;FR;;;',
  ].join('\n')
  await page.locator('main textarea[name=words]').fill('Feuille de présence de la réunion de Tours')
  await page
    .locator('main input[name=file]')
    .setInputFiles({ name: 'abonnes.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  const pdf = Buffer.from('%PDF-1.7 Feuille de présence')
  await page
    .locator('main input[name=document]')
    .setInputFiles({ name: 'feuille.pdf', mimeType: 'application/pdf', buffer: pdf })
  await page.locator('main select[name=country]').selectOption('FR')
  await page.locator('main form.form .primary').click()
  await page.locator('main select[name="column.0"]').waitFor()
}

/** Subscribes, and leaves again. */
export const leaveLetter: Step = async (walk) => {
  await openPreferences(walk)
  await walk.page.locator('form[action$="/leaving"] button').click()
  await walk.page.locator('form[action$="/return"]').waitFor()
}
