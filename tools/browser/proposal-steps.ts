import type { Page } from 'playwright-core'
import { newAddress, newMark, onceMade, openLinkOf, type Step, type Walk } from './steps.ts'
import { openMailAfter } from './visitors.ts'

interface Proposed {
  title: string
  address: string
  body: string
}

/** Fills in the public form that is open, and sends it no quicker than a person would. */
export async function sendProposal(page: Page, language: string, proposed: Proposed): Promise<void> {
  await page.locator('select[name=kind]').selectOption('festival')
  await page.locator(`[name="title.${language}.text"]`).fill(proposed.title)
  await page.locator('input[name=when]').fill('2017-11-20/2017-11-26')
  await page.locator('input[name=body]').fill(proposed.body)
  await page.locator('main input[name=address]').fill(proposed.address)
  await page.waitForTimeout(3100)
  await page.locator('form[action$="/agenda/propose"] .primary').click()
  await page.locator('input[name=body]').waitFor({ state: 'detached' })
}

const newProposal = (): Proposed => ({
  title: `Semaine du cinéma ${newMark()}`,
  address: newAddress('embassy'),
  body: 'Ambassade de France en Corée',
})

/** Proposes an event and opens the mail that asks for its confirmation. */
export const openProposalToConfirm: Step = (walk) => openConfirmationOf(walk, newProposal())

async function openConfirmationOf(walk: Walk, proposed: Proposed): Promise<void> {
  const { page, language, visitors } = walk
  await openLinkOf(walk, proposed.address, async () => {
    await page.goto(`${visitors.site}/${language}/france-coree/agenda/propose`)
    await sendProposal(page, language, proposed)
  })
}

/** Proposes an event, confirms it, and stays on the page that its proposer keeps. */
export const openProposal: Step = onceMade(async (walk) => {
  await openConfirmationOf(walk, newProposal())
  await walk.page.locator('form[action$="/confirmation"] .primary').click()
  await walk.page.waitForURL(/done=confirmed/)
})

/** The form by which a proposer changes what they proposed. */
export const changeProposal: Step = async (walk) => {
  await openProposal(walk)
  await walk.page.locator('main a[href$="/change"]').click()
  await walk.page.locator('input[name=when]').waitFor()
}

/** A proposal as moderators see it, once a visitor proposed it elsewhere. */
export const moderateProposal: Step = async (walk) => {
  const { page, language, visitors } = walk
  const proposer = await visitors.pageOf()
  await openProposal({ ...walk, page: proposer })
  const [title = ''] =
    /Semaine du cinéma [\d-]+/.exec((await proposer.locator('main').textContent()) ?? '') ?? []
  await page.goto(`${visitors.site}/${language}/france-coree/agenda/proposals`)
  await page.locator('main tbody a').filter({ hasText: title }).click()
  await page.locator('form[action$="/decision"]').waitFor()
}

/** The forms by which a moderator amends it. */
export const amendProposal: Step = async (walk) => {
  await moderateProposal(walk)
  await walk.page.locator('main a[href$="/amendment"]').click()
  await walk.page.locator('textarea[name=note]').waitFor()
}

/** Opens the last mail to a proposer by what happens elsewhere, and the page that they keep. */
export async function openKeptLink(
  { page, language, visitors }: Pick<Walk, 'page' | 'language'> & { visitors: { site: string } },
  address: string,
  send: () => Promise<unknown>,
): Promise<void> {
  await openMailAfter(page, visitors.site, address, send, language)
  await page.locator('.mail-body a[href*="/agenda/proposed/"]').first().click()
  await page.waitForURL(/\/agenda\/proposed\//)
}
