import type { Page } from 'playwright-core'
import { addNewEvent } from './registration-steps.ts'
import { newMark, onceMade, type Step, typeName, type Walk } from './steps.ts'
import { sayReason } from './unfold.ts'

const event = 'groupe-rencontres-2017'
const participants = ['Limoges', 'Marseille', 'Tours', 'Icheon', 'Busan', 'Sejong']

/** The bilateral meetings of an event, with participants and wishes; the first walk opens them. */
export const openSession: Step = onceMade(async ({ page, language, visitors }) => {
  const place = placeOf(visitors.site, language)
  await page.goto(place)
  if (page.url().endsWith('/setup')) await setUp(page, place)
  await page.goto(place)
})

async function setUp(page: Page, place: string): Promise<void> {
  await page.goto(`${place}/setup`)
  await page.locator('input[name="hours.0.day"]').fill('2017-10-10')
  await page.locator('input[name=tables]').fill('2')
  await page.locator('form.form .form-end .primary').click()
  await page.waitForURL(/done=set/)
  for (const name of participants) await addOne(page, place, name)
  await page.goto(place)
  for (const [index, wanted] of [
    [0, 2],
    [1, 1],
    [2, 3],
    [3, 1],
    [4, 2],
  ] as const) {
    await page.goto(place)
    await page
      .locator('#participants')
      .locator('xpath=ancestor::section')
      .locator('tbody th a')
      .nth(index)
      .click()
    await page.locator('a[href*="/wishes"]').click()
    const places = page.locator('.wishes input[type=text]')
    for (let at = 0; at < wanted; at++) await places.nth(at).fill(String(at + 1))
    await page.locator('form.form .primary').click()
    await page.waitForURL(/done=wished/)
  }
}

/** Adds a participant, by the name of its organisation. */
export async function addOne(page: Page, place: string, name: string): Promise<void> {
  await page.goto(`${place}/participants/new`)
  await typeName(page.locator('input[name="organisation.name"]'), name)
  await page.locator('button[value=add]').click()
  await page.waitForLoadState()
  if (/done=added/.test(page.url())) return
  // Several have this name: the authority of the group is the first.
  await page.locator('input[type=radio][name="organisation.id"]').first().check()
  await page.locator('button[value=add]').click()
  await page.waitForURL(/done=added/)
}

/** Sends the settings of meetings that are open, the fields by their names. */
export async function saveSetup(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`form.form [name="${name}"]`)
    if ((await field.first().getAttribute('type')) === 'radio')
      await page.locator(`form.form [name="${name}"][value="${value}"]`).check()
    else if ((await field.evaluate((each) => each.tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
  await page.locator('form.form .form-end .primary').click()
  await page.waitForURL(/done=set/)
}

const placeOf = (site: string, language: string) =>
  `${site}/${language}/france-coree/agenda/${event}/meetings`

const under = (path: string): Step =>
  onceMade(async (walk: Walk) => {
    await openSession(walk)
    await walk.page.goto(`${placeOf(walk.visitors.site, walk.language)}/${path}`)
  })

export const openSetup = under('setup')
export const openAdditions = under('participants/new')
export const openRules = under('rules')

/** The page of the first participant. */
export const openParticipant: Step = onceMade(async (walk) => {
  await openSession(walk)
  await walk.page.locator('main tbody th a').first().click()
  await walk.page.locator('#presence').waitFor()
})

export const openParticipantForm: Step = onceMade(async (walk) => {
  await openParticipant(walk)
  await walk.page.locator('main a[href*="/edit"]').click()
  await walk.page.locator('input[name=quota]').waitFor()
})

export const openWishes: Step = onceMade(async (walk) => {
  await openParticipant(walk)
  await walk.page.locator('main a[href*="/wishes"]').click()
  await walk.page.locator('.wishes').waitFor()
})

const assign: Step = async (walk) => {
  await openSession(walk)
  await assignHere(walk.page)
}

async function assignHere(page: Page): Promise<void> {
  await page.locator('#field-run button').click()
  await page.waitForURL(/\/runs\//)
  await page.locator('#fairness').waitFor()
}

/** An assignment that has ended. */
export const openRun: Step = onceMade(assign)

/** The meetings once they were published. */
export const openPublished: Step = onceMade(async (walk) => {
  await assign(walk)
  const publish = walk.page.locator('form[action$="/publication"] button')
  if ((await publish.count()) > 0) await publish.click()
  await openSession(walk)
  await walk.page.locator('#timetable').waitFor()
})

/** Published meetings of an event that has moved since. */
export const openMoved: Step = onceMade(async ({ page, language, visitors }) => {
  const moved = await addNewEvent(page, visitors.site, language, `Rencontres ${newMark()}`)
  await page.goto(`${moved}/meetings/setup`)
  await saveSetup(page, { 'hours.0.day': '2017-11-20' })
  for (const name of ['Limoges', 'Icheon']) await addOne(page, `${moved}/meetings`, name)
  await page.goto(`${moved}/meetings`)
  await page.locator('main tbody th a').first().click()
  await page.locator('a[href*="/wishes"]').click()
  await page.locator('.wishes input[type=text]').first().fill('1')
  await page.locator('form.form .primary').click()
  await page.goto(`${moved}/meetings`)
  await assignHere(page)
  await page.locator('form[action$="/publication"] button').click()
  await page.waitForURL(/done=published/)
  await moveEvent(page, moved, '2017-11-22')
  await page.goto(`${moved}/meetings`)
})

/** The published meetings as a participant reads them. */
export const openMovedTimetable: Step = onceMade(async (walk) => {
  await openMoved(walk)
  await walk.page.locator('main tbody th a').first().click()
  await walk.page.locator('#presence').waitFor()
})

/** Gives an event another day. */
export async function moveEvent(page: Page, event: string, day: string): Promise<void> {
  await page.goto(`${event}/edit/when`)
  await page.locator('input[name=when]').fill(day)
  await sayReason(page, 'Courriel')
  await page.locator('main form .primary').last().click()
  await page.waitForURL(({ pathname }) => !pathname.endsWith('/edit/when'))
}
