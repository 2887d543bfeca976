import { newMark, onceMade, type Step } from './steps.ts'

const words = (mark: string) => `# Réunion du groupe

12 mars 2026, Limoges

## Metz – Gongju

La ville de Metz et la ville de Gongju ont signé un accord de jumelage le 3 mai 2011. Elles coopèrent dans le domaine de la culture (${mark}).
`

/** Imports a text and waits until it has been read. */
export const importText: Step = onceMade(async ({ page }) => {
  await page.locator('textarea[name=text]').fill(words(newMark()))
  await page.locator('form:has(textarea[name=text]) .primary').click()
  await page.locator('.review').waitFor()
})

/** Opens a fact of a text in the form by which people write the same. */
export const correctFact: Step = async (walk) => {
  await importText(walk)
  await walk.page.locator('.statement [data-act=correct]').first().click()
  await walk.page.locator('.source-passage').waitFor()
}

/** Opens the registry's description of a text. */
export const describeSource: Step = async (walk) => {
  await importText(walk)
  await walk.page.locator('main a[href$="/source"]').click()
  await walk.page.locator('input[name=publisher]').waitFor()
}

const rows = `Collectivité;Pays;Partenaire;Pays du partenaire;Type;Date de signature;Relations depuis;Thèmes;Résumé
Limoges;France;Icheon;Corée;jumelage;2012;2009;culture, sport;
Rouen;France;Suncheon;Corée;jumelage;2010-05-03;2008;culture;
Suncheon;Corée;Ville de Rouen;France;convention de coopération;2014;;sport;
Nice;France;Cuxhaven;Allemagne;jumelage;2003;;;
Nice;France;Springfield;États-Unis;jumelage;2003;;;
Tours;France;Muju;Lémurie;jumelage;2003;;;
`

/** Imports a table that asks about all that tables ask about, and waits until it has been checked. */
export const importTable: Step = async ({ page }) => {
  const file = { name: 'jumelages.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) }
  await page.locator('input[name=file]').last().setInputFiles(file)
  await page.locator('input[name=kind][value=""]').check()
  await page.locator('form:has(input[name=kind]) .primary').click()
  await page.locator('#questions').waitFor()
}

const calendarLines = (mark: string) => [
  'BEGIN:VCALENDAR',
  'X-WR-CALNAME:Agenda de l’institut',
  'BEGIN:VEVENT',
  `UID:seminar-${mark}@institut.example`,
  'SUMMARY;LANGUAGE=fr:Séminaire des villes apprenantes et des collectivités territoriales',
  'DTSTART;TZID=Asia/Seoul:20170912T090000',
  'DTEND;TZID=Asia/Seoul:20170912T180000',
  'END:VEVENT',
  'BEGIN:VEVENT',
  `UID:fair-${mark}@institut.example`,
  'SUMMARY;LANGUAGE=ko:서울 국제 도서전',
  'DTSTART;VALUE=DATE:20170920',
  'DTEND;VALUE=DATE:20170923',
  'END:VEVENT',
  'BEGIN:VEVENT',
  `UID:call-${mark}@institut.example`,
  'SUMMARY:Point',
  'DTSTART:20170913T140000',
  'CLASS:PRIVATE',
  'END:VEVENT',
  'BEGIN:VEVENT',
  `UID:weekly-${mark}@institut.example`,
  'SUMMARY:Permanence',
  'DTSTART;TZID=Europe/Paris:20170904T100000',
  'RRULE:FREQ=MONTHLY',
  'END:VEVENT',
  'END:VCALENDAR',
]

/** Reads a calendar file and stays on the page of what it would add. */
export const readCalendar: Step = async ({ page }) => {
  await page.locator('input[type=file]').setInputFiles({
    name: 'institut.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.from(calendarLines(newMark()).join('\r\n')),
  })
  await page.locator('form:has(input[type=file]) .primary').click()
  await page.locator('#waiting').waitFor()
}

/** Takes all of it, and stays on the page of the result. */
export const takeCalendar: Step = async (walk) => {
  await readCalendar(walk)
  await walk.page.locator('form[action*="/entries"] .primary').click()
  await walk.page.locator('#result').waitFor()
}

/** Gives the address of a private network, and stays on the page that says why it is not fetched. */
export const giveWrongAddress: Step = async ({ page }) => {
  await page.locator('input[name=address]').fill('https://localhost/agenda.ics')
  await page.locator('form:has(input[type=file]) .primary').click()
  await page.locator('.form-errors').waitFor()
}
