import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test as plainTest } from 'vitest'
import { runsWith } from '../../test/support/needs.ts'
import { openExample } from '../../test/support/open-example.tsx'
import { openTestApp, type TestApp } from '../../test/support/open-test-app.ts'
import { openTestBrowser } from '../../test/support/open-test-browser.ts'

const test = plainTest.runIf(runsWith('chromium-headless-shell'))

let testApp: TestApp
let browser: Browser
beforeAll(async () => {
  testApp = await openTestApp()
  if (runsWith('chromium-headless-shell')) browser = await openTestBrowser()
})
afterAll(async () => {
  await browser?.close()
  await testApp.close()
})

test('a form is filled in and saved without a script', async () => {
  const { page, close } = await openExample(testApp, browser, { javaScriptEnabled: false })
  await page.getByLabel('Depuis').fill('début juin 2017')
  await page.getByLabel('Partenaire').fill('이천')
  await page.getByLabel('Intitulé').fill('Fête')
  await page.getByLabel('Thème 1').selectOption('arts')
  await page.getByLabel('Latitude').fill('48° 51′ N')
  await page.getByLabel('Longitude').fill('2,35')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  expect(await saved(page)).toEqual({
    since: { edtf: '2017-06-01/2017-06-10', words: 'début juin 2017' },
    title: { fr: { text: 'Fête', state: 'original' } },
    themes: ['arts'],
    note: '',
    place: { latitude: 48.85, longitude: 2.35 },
    agreements: [],
    partner: 'icheon',
  })
  await close()
})

test('comes back with what is wrong, and asks which namesake is meant', async () => {
  const { page, close } = await openExample(testApp, browser, { javaScriptEnabled: false })
  await page.getByLabel('Depuis').fill('très prochainement')
  await page.getByLabel('Partenaire').fill('Gwangju')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  const errors = page.getByRole('alert').getByRole('link')
  expect(await errors.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
    '#field-since',
    '#field-title',
    '#field-partner-name',
  ])
  expect(await page.getByLabel('Depuis').inputValue()).toBe('très prochainement')
  await page.getByRole('radio', { name: '광주시' }).check()
  await page.getByLabel('Depuis').fill('2010')
  // What is written in Hangul is Korean, in whichever box.
  await page.getByLabel('Intitulé').fill('축제')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  expect(await saved(page)).toMatchObject({
    partner: 'gwangju-gyeonggi',
    title: { ko: { text: '축제', state: 'original' } },
  })
  await close()
})

test('parts come, go and move, nothing typed is lost, and the keyboard follows', async () => {
  const { page, close } = await openExample(testApp, browser, { javaScriptEnabled: false })
  const add = () => page.getByRole('button', { name: 'Ajouter un accord' }).click()
  const dates = () =>
    page.getByLabel('Signé').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))
  await page.getByLabel('Note').fill('à garder')
  await add()
  await page.getByLabel('Signé').fill('2015')
  await add()
  expect(await focused(page)).toBe('field-agreements-1')
  await page.getByLabel('Signé').nth(1).fill('2016')
  await page.getByRole('button', { name: 'Monter (Accord 2)' }).click()
  expect(await dates()).toEqual(['2016', '2015'])
  expect(await focused(page)).toBe('field-agreements-0')
  await page.getByRole('button', { name: 'Retirer (Accord 1)' }).click()
  expect(await dates()).toEqual(['2015'])
  expect(await page.getByLabel('Note').inputValue()).toBe('à garder')
  await close()
})

test('Enter in a line of text saves, whatever buttons stand before', async () => {
  const { page, close } = await openExample(testApp, browser, { javaScriptEnabled: false })
  await page.getByRole('button', { name: 'Ajouter un accord' }).click()
  await page.getByLabel('Depuis').press('Enter')
  expect(
    await page.getByLabel('Depuis').evaluate((input: HTMLInputElement) => input.validity.valueMissing),
  ).toBe(true)
  await page.getByLabel('Depuis').fill('2010')
  await page.getByLabel('Intitulé').fill('Fête')
  await page.getByLabel('Signé').fill('2015')
  await page.getByLabel('Signé').press('Enter')
  expect(await saved(page)).toMatchObject({ agreements: [{ on: { edtf: '2015', words: null } }] })
  await close()
})

test('clicks on the map set the point, nearer each time, and keep what was typed', async () => {
  const { page, close } = await openExample(testApp, browser, { javaScriptEnabled: false })
  await page.getByLabel('Note').fill('à garder')
  const map = page.getByRole('button', { name: 'Choisir le point sur la carte' })
  await map.click({ position: { x: 100, y: 90 } })
  const first = await page.getByLabel('Latitude').inputValue()
  expect(Number(first)).toBeGreaterThan(44)
  expect(Number(first)).toBeLessThan(52)
  expect(await focused(page)).toBe('field-place-map')
  await map.click({ position: { x: 133, y: 131 } })
  const second = await page.getByLabel('Latitude').inputValue()
  expect(second).not.toBe(first)
  expect(Math.abs(Number(second) - Number(first))).toBeLessThan(0.1)
  expect(await page.getByLabel('Note').inputValue()).toBe('à garder')
  await page.getByRole('button', { name: 'Revenir à la carte entière' }).click()
  expect(await page.getByLabel('Latitude').inputValue()).toBe(second)
  expect(await page.getByRole('button', { name: 'Revenir à la carte entière' }).count()).toBe(0)
  await close()
})

async function saved(page: Page) {
  return JSON.parse((await page.locator('pre').textContent()) ?? '')
}

function focused(page: Page): Promise<string | null> {
  return page.locator(':focus').getAttribute('id')
}
