import type { Way } from './ways.ts'
import { newMark } from './ways.ts'

const words = (mark: string) => `# Réunion du groupe

12 mars 2026, Limoges

## Metz – Gongju

La ville de Metz et la ville de Gongju ont signé un accord de jumelage le 3 mai 2011. Elles coopèrent dans le domaine de la culture (${mark}).
`

/** Imports a text and waits until it has been read. */
export const importText: Way = async ({ page }) => {
  await page.locator('textarea[name=text]').fill(words(newMark()))
  await page.locator('form:has(textarea[name=text]) .primary').click()
  await page.locator('.review').waitFor({ timeout: 60_000 })
}

/** Opens a fact of a text in the form by which people write the same. */
export const correctFact: Way = async (walk) => {
  await importText(walk)
  await walk.page.locator('.statement [data-act=correct]').first().click()
  await walk.page.locator('.source-passage').waitFor()
}

/** Opens what the registry will say of a text. */
export const describeSource: Way = async (walk) => {
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
export const importTable: Way = async ({ page }) => {
  const file = { name: 'jumelages.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) }
  await page.locator('input[name=file]').last().setInputFiles(file)
  await page.locator('input[name=kind][value=""]').check()
  await page.locator('form:has(input[name=kind]) .primary').click()
  await page.locator('#questions').waitFor({ timeout: 60_000 })
}
