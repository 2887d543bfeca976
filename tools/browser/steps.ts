import type { Locator, Page } from 'playwright-core'
import { sayReason, unfold } from './unfold.ts'
import { openMailAfter, seats, type Visitors } from './visitors.ts'

export interface Walk {
  page: Page
  language: string
  visitors: Visitors
}

/** What a visitor does, from a page that is open, to come to one that has no address of its own. */
export type Step = (walk: Walk) => Promise<void>

/** A way that makes something once for each language: later walks go straight to where it led. */
export function onceMade(step: Step): Step {
  const made = new WeakMap<Visitors, Map<string, string>>()
  return async (walk) => {
    const places = made.get(walk.visitors) ?? new Map<string, string>()
    made.set(walk.visitors, places)
    const known = places.get(walk.language)
    if (known === undefined) await step(walk)
    else await walk.page.goto(known)
    places.set(walk.language, walk.page.url())
  }
}

// Several walks come to the same site: each must find its own mail and change what is there.
let walks = 0
/** Tells what one walk writes from what another one wrote. */
export const newMark = () => `${process.pid}-${++walks}`
export const newAddress = (of: string) => `${of}-${newMark()}@city.example`

/**
 * Types a name into a field that suggests, and leaves it as it is: the list of suggestions opens late on a busy machine, and
 * covers what comes below until the typist goes on.
 */
export async function typeName(field: Locator, name: string): Promise<void> {
  await field.fill(name)
  await field.blur()
}

export const askForLink: Step = async ({ page }) => {
  await page.locator('main input[name=address]').fill(newAddress('nobody'))
  await page.locator('main form:has(input[name=address]) .primary').click()
  await page.locator('main input[name=address]').waitFor({ state: 'detached' })
}

/** Where a page of the member asks for a fresh sign-in: a walk through every page takes longer than one is fresh. */
export async function signInAgain(page: Page, visitors: Visitors): Promise<void> {
  if ((await page.locator('main a[href*="/sign-in/again"]').count()) === 0) return
  const asking = page.url()
  await page.context().clearCookies()
  await visitors.signIn(page, 'member')
  await page.goto(asking)
}

/** A mail in the outbox: the link by which a person of the demonstration signs in. */
export const openMail: Step = async ({ page, language, visitors }) => {
  const nobody = await visitors.pageOf()
  await openMailAfter(
    page,
    visitors.site,
    seats.member,
    async () => {
      await nobody.goto(`${visitors.site}/${language}/sign-in`)
      await nobody.locator('main input[name=address]').fill(seats.member)
      await nobody.locator('main form:has(input[name=address]) .primary').click()
      await nobody.locator('main input[name=address]').waitFor({ state: 'detached' })
    },
    language,
  )
}

export const makeFeed: Step = async ({ page }) => {
  await page.locator('form[action$="/agenda/feeds"] button[type=submit]').click()
  await page.waitForURL(/\/agenda\/feeds$/)
  await page.locator('.secret').waitFor()
}

/** Opens a mail that another visitor’s act sent, and follows its link. */
export async function openLinkOf(
  { page, language, visitors }: Walk,
  address: string,
  send: () => Promise<void>,
) {
  await openMailAfter(page, visitors.site, address, send, language)
  await page.locator('.mail-body a.primary').click()
  await page.waitForURL(({ pathname }) => !pathname.includes('/outbox'))
}

/** A new event begins when the clocks of Paris go back: its form asks which of two hours is meant. */
export const typeHourTwice: Step = async ({ page, language }) => {
  // What another walk typed comes back, in its language.
  await unfold(page)
  await page.locator('select[name=kind]').selectOption('forum')
  await page.locator(`[name="title.${language}.text"]`).fill(`Nuit blanche ${newMark()}`)
  await page.locator('input[name=when]').fill('2027-10-31')
  await page.locator('input[name=start]').fill('02:30')
  await page.locator('input[name=zone][value="Europe/Paris"]').check()
  await typeName(page.locator('input[name="participants.0.name"]'), 'Limoges')
  await page.locator('select[name="participants.0.role"]').selectOption('host')
  await sayReason(page, 'Courriel')
  await page.locator('main form .primary').last().click()
  await page.locator('input[name=turn]').first().waitFor()
}

export const reportCorrection: Step = async ({ page }) => {
  await page
    .locator('textarea[name=words]')
    .fill(`La convention a été signée un an plus tard (${newMark()}).`)
  await page.locator('main input[name=address]').fill(newAddress('reader'))
  // A visitor quicker than any reader would be taken for a program.
  await page.waitForTimeout(3100)
  await page.locator('form[action$="/correction"] .primary').click()
  await page.locator('textarea[name=words]').waitFor({ state: 'detached' })
}

export const openCorrection: Step = async (walk) => {
  const { page } = walk
  const start = page.url()
  const address = newAddress('reader')
  await openLinkOf(walk, address, async () => {
    await page.goto(start)
    await page
      .locator('textarea[name=words]')
      .fill(`La convention a été signée un an plus tard (${newMark()}).`)
    await page.locator('main input[name=address]').fill(address)
    await page.waitForTimeout(3100)
    await page.locator('form[action$="/correction"] .primary').click()
  })
  await page.locator('form[action$="/confirmation"] .primary').click()
  await page.locator('form[action$="/confirmation"]').waitFor({ state: 'detached' })
}

/** Asks a party of a tie to confirm it, and follows the link in its mail. */
export const openConfirmation: Step = async (walk) => {
  const { language, visitors } = walk
  const address = newAddress('exchange')
  const host = await visitors.pageOf('coordinator')
  await openLinkOf(walk, address, async () => {
    await host.goto(`${visitors.site}/${language}/france-coree/cooperations/marseille-busan/confirmation`)
    const form = host.locator('form[action$="/requests"]')
    await form.locator('input[name=organisation]').first().check()
    await form.locator('input[name=address]').fill(address)
    await form.locator(`input[name=language][value=${language}]`).check()
    await form.locator('button[type=submit]').click()
    await host.waitForURL(/#requests$/)
  })
}

/** Changes the French summary of the tie whose form is open in a browser. */
async function changeSummary(page: Page, form: string, text: string) {
  await page.goto(form)
  await page.locator('textarea[name="summary.fr.text"]').fill(text)
  await sayReason(page, 'Archives du service')
  await page.locator('form[data-autosave] .form-actions .primary').click()
  await page.waitForURL(/saved=1/)
}

/** Another person saves what this one is changing. */
export const meetSomebody: Step = async ({ page, visitors }) => {
  const mine = `Limoges et Icheon travaillent la céramique ensemble (${newMark()}).`
  await page.locator('textarea[name="summary.fr.text"]').fill(mine)
  await sayReason(page, 'Notre service')
  const theirs = `Limoges et Icheon, deux villes de céramique, coopèrent depuis 2010 (${newMark()}).`
  await changeSummary(await visitors.pageOf('coordinator'), page.url(), theirs)
  await page.locator('form[data-autosave] .form-actions .primary').click()
  await page.locator('input[type=radio][value=mine]').waitFor()
}

/** Compares the last version but one of a record with the present one. */
export const compareVersions: Step = async ({ page, visitors }) => {
  const history = page.url()
  const form = history.replace(/history$/, 'edit/summary')
  const coordinator = await visitors.pageOf('coordinator')
  await changeSummary(coordinator, form, `Deux villes de céramique, jumelées en 2015 (${newMark()}).`)
  await page.goto(history)
  await page.locator('main tbody tr').nth(1).locator('a').first().click()
  await page.locator('main a[href*="with="]').first().click()
  await page.waitForURL(/with=/)
}
