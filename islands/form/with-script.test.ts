import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test as plainTest } from 'vitest'
import { axeFindings } from '../../test/e2e/soundness.ts'
import { runsWith } from '../../test/support/needs.ts'
import { openExample } from '../../test/support/open-example.tsx'
import { openTestApp, type TestApp } from '../../test/support/open-test-app.ts'
import { openTestBrowser } from '../../test/support/open-test-browser.ts'
import { stopClock } from '../../test/support/stop-clock.ts'

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

describe('the list of suggestions', () => {
  test('is walked through and chosen from by the keyboard, and says how many there are', async () => {
    const { page, close } = await openExample(testApp, browser)
    const box = combobox(page)
    await box.pressSequentially('Gwangju')
    await expect.poll(() => page.locator('.picker').getByRole('option').count()).toBeGreaterThan(1)
    expect(await box.getAttribute('aria-expanded')).toBe('true')
    expect(await page.locator('.picker [role=status]').textContent()).toMatch(/^\d propositions/)
    expect(await activeOf(page)).toBeNull()
    const names = (await page.locator('.picker').getByRole('option').allTextContents()).map((text) =>
      text.trim(),
    )
    await box.press('ArrowDown')
    expect(await activeOf(page)).toBe(names[0])
    await box.press('End')
    expect(await activeOf(page)).toBe(names.at(-1))
    await box.press('ArrowDown')
    expect(await activeOf(page)).toBe(names[0])
    await box.press('ArrowUp')
    expect(await activeOf(page)).toBe(names.at(-1))
    await box.press('Home')
    await box.press('ArrowDown')
    const second = names[1] ?? ''
    await box.press('Enter')
    expect(await box.getAttribute('aria-expanded')).toBe('false')
    expect(second).toContain(await box.inputValue())
    expect(await page.locator('input[name="partner.id"]').inputValue()).toMatch(/^[0-9a-f-]{36}$/)
    expect(await page.locator('#field-partner-name-chosen').textContent()).toContain('Retenu')
    expect(new URL(page.url()).pathname).toBe('/example')
    await close()
  })

  test('closes by Escape and when the keyboard goes on, and leaves what was typed', async () => {
    const { page, close } = await openExample(testApp, browser)
    const box = combobox(page)
    await box.pressSequentially('Lille')
    await expect.poll(() => page.locator('.picker').getByRole('option').count()).toBeGreaterThan(0)
    await box.press('Escape')
    expect([await page.locator('.picker').getByRole('listbox').count(), await box.inputValue()]).toEqual([
      0,
      'Lille',
    ])
    await box.press('ArrowDown')
    await expect.poll(() => page.locator('.picker').getByRole('option').count()).toBeGreaterThan(0)
    await box.press('Tab')
    expect(await page.locator('.picker').getByRole('listbox').count()).toBe(0)
    expect(await page.locator('input[name="partner.id"]').inputValue()).toBe('')
    await close()
  })

  test('is chosen from by a click; another name then forgets what was chosen', async () => {
    const { page, close } = await openExample(testApp, browser)
    const box = combobox(page)
    await box.pressSequentially('Icheon')
    await page
      .getByRole('option', { name: /이천시/ })
      .first()
      .click()
    expect(await page.locator('input[name="partner.for"]').inputValue()).toBe(await box.inputValue())
    await box.press('End')
    await box.pressSequentially('x')
    expect(await page.locator('input[name="partner.id"]').inputValue()).toBe('')
    expect(await page.locator('#field-partner-name-chosen').textContent()).toBe('')
    await close()
  })

  test('leaves Enter and the arrows to the input method while Hangul is composed', async () => {
    const { page, close } = await openExample(testApp, browser)
    const box = combobox(page)
    const devTools = await page.context().newCDPSession(page)
    await box.focus()
    for (const text of ['ㅇ', '이', '잋', '이처', '이천'])
      await devTools.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    await expect.poll(() => page.locator('.picker').getByRole('option').count()).toBeGreaterThan(0)
    for (const key of ['ArrowDown', 'Enter', 'Escape']) await pressWhileComposing(box, key)
    expect([await activeOf(page), await box.inputValue()]).toEqual([null, '이천'])
    expect(await page.locator('.picker').getByRole('listbox').count()).toBe(1)
    await devTools.send('Input.insertText', { text: '이천' })
    await expect.poll(() => box.inputValue()).toBe('이천')
    await expect.poll(() => page.locator('.picker').getByRole('option').count()).toBeGreaterThan(0)
    await box.press('ArrowDown')
    await box.press('Enter')
    expect(await page.locator('#field-partner-name-chosen').textContent()).toContain('Icheon')
    await close()
  })
})

test('says while a date is typed how it is understood, and that it is not once it is left', async () => {
  const { page, close } = await openExample(testApp, browser)
  const understood = page.locator('#field-since-understood')
  await page.getByLabel('Depuis').pressSequentially('début juin 2017')
  await expect.poll(() => understood.textContent()).toBe('Compris comme\u00a0: du 1er au 10 juin 2017')
  await page.getByLabel('Depuis').fill('bientôt')
  await expect.poll(() => understood.textContent()).toBe('')
  await page.getByLabel('Depuis').blur()
  await expect.poll(() => understood.textContent()).toContain('n’a pas été comprise')
  await close()
})

test('a day of the calendar is written into the line, and understood', async () => {
  const { page, close } = await openExample(testApp, browser)
  const line = page.locator('.date-line').first()
  expect(await line.getByRole('button', { name: 'Ouvrir le calendrier' }).count()).toBe(1)
  // The calendar itself is the browser’s: what it hands over is what is looked at.
  await line.locator('input[type=date]').evaluate((day: HTMLInputElement) => {
    day.value = '2017-06-05'
    day.dispatchEvent(new Event('change'))
  })
  expect(await page.getByLabel('Depuis').inputValue()).toBe('2017-06-05')
  await expect.poll(() => page.locator('#field-since-understood').textContent()).toContain('5 juin 2017')
  await close()
})

test('counts what is typed, and makes boxes of chosen themes', async () => {
  const { page, close } = await openExample(testApp, browser)
  await page.getByLabel('Note').fill('x'.repeat(41))
  expect(await page.locator('#field-note-count').textContent()).toContain('41')
  expect(await page.locator('#field-note-count').getAttribute('class')).toContain('field-doubt')
  const list = page.getByLabel('Thème 1')
  for (const theme of ['tourism', 'arts']) await list.selectOption(theme)
  // One list is enough: it is free for the next one, and offers no theme twice.
  expect(await page.locator('.themes select').count()).toBe(1)
  expect(await list.inputValue()).toBe('')
  expect(await list.locator('option[value=arts]').count()).toBe(0)
  expect(
    await page
      .locator('input[name=themes]:checked')
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value)),
  ).toEqual(['tourism', 'arts'])
  await page.getByLabel('tourisme').uncheck()
  await page.getByLabel('Intitulé').fill('도자기 축제')
  expect(await page.locator('[data-language]').first().textContent()).toBe('Écrit en coréen')
  await close()
})

test('moves the point on the map by clicks and by arrow keys without sending the form', async () => {
  const { page, close } = await openExample(testApp, browser)
  const map = page.getByRole('button', { name: 'Choisir le point sur la carte' })
  const latitude = async () => Number(await page.getByLabel('Latitude').inputValue())
  await page.getByLabel('Note').fill('à garder')
  await map.click({ position: { x: 100, y: 90 } })
  const clicked = await latitude()
  expect(clicked).toBeGreaterThan(44)
  await map.press('ArrowUp')
  expect(await latitude()).toBeGreaterThan(clicked)
  await map.press('Shift+ArrowDown')
  const moved = await latitude()
  await map.press('Enter')
  const shown = () => page.locator('input[name="place.view"]').inputValue()
  const near = await shown()
  await page.getByRole('button', { name: 'Revenir à la carte entière' }).click()
  expect(await shown()).not.toBe(near)
  expect(await page.getByRole('button', { name: 'Revenir à la carte entière' }).count()).toBe(0)
  expect([await latitude(), await page.getByLabel('Note').inputValue()]).toEqual([moved, 'à garder'])
  await close()
})

describe('a draft', () => {
  test('is sent two seconds after the last change, as the form would be, and said to be saved', async () => {
    const { page, drafts, close } = await openExample(testApp, browser)
    await stopClock(page)
    await page.getByLabel('Depuis').fill('2015')
    await page.clock.runFor(1500)
    await page.getByLabel('Thème 1').selectOption('arts')
    await page.clock.runFor(1900)
    expect(drafts).toEqual([])
    await page.clock.runFor(200)
    await expect.poll(() => drafts.length).toBe(1)
    expect(drafts[0]).toMatchObject({ isMarked: true, values: { since: '2015', themes: ['arts', ''] } })
    expect(Object.keys(drafts[0]?.values ?? {})).not.toContain('action')
    await expect.poll(() => statusOf(page)).toMatch(/^Brouillon enregistré à \d\d:\d\d$/)
    await page.clock.runFor(10_000)
    expect(drafts).toHaveLength(1)
    await close()
  })

  test('that cannot be sent is said not to be saved, and is sent again', async () => {
    const { page, drafts, answerDrafts, close } = await openExample(testApp, browser)
    await stopClock(page)
    answerDrafts('lost')
    await page.getByLabel('Note').fill('un')
    await page.clock.runFor(2100)
    await expect.poll(() => statusOf(page)).toContain('pas de connexion')
    answerDrafts(204)
    await page.clock.runFor(5100)
    await expect.poll(() => drafts.map(({ values }) => values.note)).toEqual(['un'])
    await expect.poll(() => statusOf(page)).toContain('Brouillon enregistré')
    await close()
  })

  test('that the server refuses is said so, and waits for another change', async () => {
    const { page, drafts, answerDrafts, close } = await openExample(testApp, browser)
    await stopClock(page)
    answerDrafts(403)
    await page.getByLabel('Note').fill('un')
    await page.clock.runFor(2100)
    await expect.poll(() => statusOf(page)).toContain('reconnectez-vous')
    await page.clock.runFor(120_000)
    expect(drafts).toHaveLength(1)
    await close()
  })

  test('goes along when the page is left in the middle, and not when the form is sent', async () => {
    const { page, origin, drafts, close } = await openExample(testApp, browser)
    await page.getByLabel('Note').fill('en partant')
    await page.goto(`${origin}/fr/about`)
    await expect
      .poll(() => drafts.map(({ values }) => [values.note, values.autosave]))
      .toEqual([['en partant', '1']])
    await page.goto(`${origin}/example`)
    await page.getByLabel('Note').fill('envoyé')
    await page.getByRole('button', { name: 'Ajouter un accord' }).click()
    await page.getByLabel('Signé').waitFor()
    expect(drafts).toHaveLength(1)
    await close()
  })
})

test('axe finds nothing against the form, with an open list and on the smallest telephone', async () => {
  const { page, close } = await openExample(testApp, browser, { viewport: { width: 320, height: 720 } })
  await page.getByRole('button', { name: 'Ajouter un accord' }).click()
  await combobox(page).pressSequentially('Gwangju')
  await page.locator('.picker').getByRole('option').first().waitFor()
  expect(await axeFindings(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await close()
})

function combobox(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Partenaire' })
}

async function activeOf(page: Page): Promise<string | null> {
  const id = await combobox(page).getAttribute('aria-activedescendant')
  if (id === null) return null
  const chosen = page.locator('.picker').getByRole('option', { selected: true })
  expect(await chosen.getAttribute('id')).toBe(id)
  return (await page.locator(`#${id}`).textContent())?.trim() ?? null
}

function statusOf(page: Page): Promise<string | null> {
  return page.locator('.autosave').textContent()
}

/** As a browser sends it: the key belongs to the composition, and the event says so. */
async function pressWhileComposing(box: Locator, key: string): Promise<void> {
  await box.evaluate((input, pressed) => {
    const event = { key: pressed, isComposing: true, bubbles: true, cancelable: true }
    input.dispatchEvent(new KeyboardEvent('keydown', event))
  }, key)
}
