import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { seats } from '../../tools/browser/visitors.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { enter } from './enter.ts'
import { axeFindings, widthBeyondScreen } from './soundness.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

// What no column of a phone has room for: long words, addresses, a name without a space.
const long = 'Communautédagglomérationdesuniversellesbannières'
const link = `https://www.ville.example/${'jumelages-et-partenariats-internationaux/'.repeat(3)}2017`

const tables = {
  cooperations: [
    'Collectivité;Partenaire;Pays du partenaire;Type d’accord de coopération décentralisée;Date de signature;Depuis;Thèmes;Résumé',
    `Rennes;Köln;Allemagne;jumelage;2011-05-03;1999;culture;${link}`,
    'Rouen;Suncheon;Corée;jumelage;2010;2008;sport, culture;Échanges de jardiniers',
    'Rouen;Suncheon;Corée;jumelage;2012;2006;environnement;Échanges d’écoles et de jardiniers',
    `${long};Icheon;Corée;jumelage;numéro 1990;;${long};`,
    'Saint-Denis;Busan;Corée;;;;;',
  ],
  organisations: [
    'Nom;Pays;Type;Habitants;Latitude;Longitude',
    `${long};Belgique;;beaucoup;;`,
    'Limoges;France;;9;45.83;1.26',
    'LIMOGES;France;;9;45.83;1.26',
  ],
  contacts: [
    'Collectivité;Fonction;Nom et prénom;Courriel;Téléphone',
    `Limoges;Chargée de mission coopération décentralisée et relations internationales;Jeanne Dupré;${'jeanne.dupre.'.repeat(5)}d@limoges.example;05 55 00 00 01`,
    `Limoges;${long};Paul Roy;pas une adresse;05 55 00 00 02`,
    'Limoges;;;;',
  ],
  events: [
    'Événement;Date de début;Horaires;Fuseau horaire;Lieu;Organisateur;Lien',
    `${long};12 septembre 2026;9h–18h;Paris;${long};Limoges;${link}`,
    'Salon;31 février 2026;25:00;Mars/Phobos;;Limoges;',
    'Forum;octobre 2026;;;;;',
    'Forum;octobre 2026;;;;;',
  ],
}

async function importTable(page: Page, language: string, kind: string, rows: string[]): Promise<void> {
  await page.goto(`/${language}/france-coree/imports/new`)
  const form = page.locator('form:has(input[type=file]):has(select[name=kind], input[name=kind])')
  await form.locator('input[type=file]').setInputFiles({
    name: `${kind}-de-la-${long}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(`${rows.join('\n')}\n`),
  })
  await form.locator('.primary').click()
  await page.locator('#columns, #check').first().waitFor()
  for (const details of await page.locator('main details').all())
    await details.evaluate((element) => element.setAttribute('open', ''))
}

/** Elements of a page that reach beyond the screen, but for what scrolls by itself. */
function wideElements(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main *')].flatMap((element) => {
      const { right, left } = element.getBoundingClientRect()
      const scrolls = element.closest('.import-scroll, .main > .tabs')
      return (right > window.innerWidth + 1 || left < -1) && !scrolls
        ? [`${element.tagName}.${element.className}: ${element.textContent?.slice(0, 40)}`]
        : []
    }),
  )
}

describe.each(inTurn(['fr', 'ko', 'en'] as const))('in %s', (language) => {
  test.each(Object.entries(tables))(
    'a table of %s is read on a phone without scrolling sideways',
    async (kind, rows) => {
      const { page, complaints } = await openWatchedPage(browser, screens.wide)
      await enter(page, seats.coordinator)
      await importTable(page, language, kind, rows)
      for (const width of [320, 390]) {
        await page.setViewportSize({ width, height: 844 })
        expect.soft(await widthBeyondScreen(page), `${width}`).toBeLessThanOrEqual(0)
        expect.soft(await wideElements(page), `${width}`).toEqual([])
        if (process.env.SHOTS)
          await page.screenshot({
            path: `${process.env.SHOTS}/${language}-${kind}-${width}.png`,
            fullPage: true,
          })
      }
      expect.soft(await axeFindings(page)).toEqual([])
      await page.goto(`/${language}/france-coree/imports`)
      for (const width of [320, 390]) {
        await page.setViewportSize({ width, height: 844 })
        expect.soft(await wideElements(page), `list at ${width}`).toEqual([])
        if (process.env.SHOTS)
          await page.screenshot({
            path: `${process.env.SHOTS}/${language}-${kind}-list-${width}.png`,
            fullPage: true,
          })
      }
      expect(complaints).toEqual([])
    },
  )
})
