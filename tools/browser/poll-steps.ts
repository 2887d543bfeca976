import type { Page } from 'playwright-core'
import { newAddress, newMark, onceMade, openLinkOf, type Step } from './steps.ts'

const slots = ['2017-12-12T08:00:00Z/2017-12-12T09:00:00Z', '2017-12-13T08:00:00Z/2017-12-13T09:00:00Z']

/** Fills in the open form of a poll that has its dates already, and sends it. */
export async function sendPoll(page: Page, language: string, title: string): Promise<void> {
  await page.locator(`[name="title.${language}.text"]`).fill(title)
  await page.locator('[name="deadline.day"]').fill('2017-12-01')
  await page.locator('form[action$="/polls/new"] .form-end .primary').click()
  await page.waitForURL(/done=asked/)
}

/** Invites a person in Korea to the poll whose page is open. */
export async function inviteKorean(page: Page, language: string, address: string): Promise<void> {
  const form = page.locator('form[action$="/invitations"]')
  await form.locator('textarea[name=addresses]').fill(`김민지 <${address}>`)
  await form.locator('input[name=side][value=KR]').check()
  await form.locator(`input[name=language][value=${language}]`).check()
  await form.locator('button[type=submit]').click()
  await page.waitForURL(/done=invited/)
}

/** Answers the ballot that is open: a word for each date, in their order. */
export async function answerBallot(page: Page, said: readonly string[]): Promise<void> {
  for (const [index, answer] of said.entries())
    await page.locator('.poll-ballot').nth(index).locator(`input[type=radio][value=${answer}]`).check()
  await page.locator('form[action$="/answer"] .primary').click()
  await page.waitForURL(/done=answered/)
}

/** A poll as its organisers see it, once they have answered themselves. */
export const openPoll: Step = onceMade(async ({ page, language, visitors }) => {
  const query = slots.map((slot) => `slot=${encodeURIComponent(slot)}`).join('&')
  await page.goto(`${visitors.site}/${language}/france-coree/agenda/polls/new?${query}`)
  await sendPoll(page, language, `Visioconférence ${newMark()}`)
  await page.locator('input[name=country][value=FR]').check()
  await answerBallot(page, ['yes', 'if_need_be'])
})

/** The page on which a date of a poll is taken. */
export const takeDate: Step = async (walk) => {
  await openPoll(walk)
  await walk.page.locator('main a[href*="/dates/"]').first().click()
  await walk.page.waitForURL(/\/dates\//)
}

/** A poll as a person without an account sees it, by the link in their mail. */
export const openPolled: Step = async (walk) => {
  const { language, visitors } = walk
  const keeper = await visitors.pageOf('coordinator')
  const address = newAddress('voter')
  await openLinkOf(walk, address, async () => {
    await openPoll({ ...walk, page: keeper })
    await inviteKorean(keeper, language, address)
  })
}
