import type { Page } from 'playwright-core'
import { newAddress, newMark, onceMade, openLinkOf, type Step, typeName, type Walk } from './steps.ts'

/** Fills in the open form of an expectation of Hwaseong to a member, by the name with which its line begins, and sends it. */
export async function stateExpectation(
  page: Page,
  language: string,
  { to, address }: { to: string; address: string },
): Promise<void> {
  await typeName(page.locator('input[name="asker.name"]'), 'Hwaseong')
  const option = page.locator('select[name=asked] option').filter({ hasText: to }).first()
  await page.locator('select[name=asked]').selectOption((await option.getAttribute('value')) ?? '')
  await page
    .locator(`[name="title.${language}.text"]`)
    .fill(`${titles[language] ?? titles.en} (${newMark()})`)
  await page.locator(`[name="text.${language}.text"]`).fill(texts[language] ?? texts.en ?? '')
  await page.locator('select[name=themes]').first().selectOption('ageing')
  await page.locator('select[name=form]').selectOption('practitioner_exchange')
  await page.locator('input[name=deadline]').fill('2017-12-31')
  await page.locator('input[name=contactName]').fill('김민지')
  await page.locator('input[name=contactAddress]').fill(address)
  await page.locator(`input[name=language][value=${language}]`).check()
  await page.locator('input[name=consent]').check()
  await page.locator('form[action$="/expectations/new"] .form-end .primary').click()
  await page.waitForURL(/done=stated/)
}

const titles: Readonly<Record<string, string>> = {
  fr: 'Rencontrer des praticiens du maintien à domicile',
  ko: '고령자 재가 돌봄 실무자와의 만남',
  en: 'Meeting practitioners of care at home',
}

const texts: Readonly<Record<string, string>> = {
  fr: 'Nous préparons un service d’aide à domicile pour les personnes âgées et souhaitons observer, pendant une semaine, comment une collectivité française organise le sien.',
  ko: '고령자 재가 돌봄 서비스를 준비하고 있으며, 프랑스 지방자치단체의 운영 방식을 일주일간 직접 보고자 합니다.',
  en: 'We are preparing a service of care at home for older people, and would like to observe for a week how a French authority runs its own.',
}

/** Answers the open form: cannot, for want of competence. */
export async function decline(page: Page, language: string): Promise<void> {
  const form = page.locator('form[action$="/answers"]')
  await form.locator('input[name=answer][value=no]').check()
  await form.locator('input[name=reason][value=competence]').check()
  await form.locator(`[name="words.${language}.text"]`).fill(refusals[language] ?? '')
  await form.locator('.form-end .primary').click()
  await page.waitForURL(/done=answered/)
}

async function stateTo(to: string, { page, language, visitors }: Walk, address: string): Promise<void> {
  await page.goto(`${visitors.site}/${language}/france-coree/expectations/new`)
  await stateExpectation(page, language, { to, address })
}

const refusals: Readonly<Record<string, string>> = {
  fr: 'L’action sociale relève du département.',
  ko: '사회복지는 데파르트망 소관입니다.',
  en: 'Social care is for the département.',
}

/** The proposal of a member that takes it up. */
export const proposals: Readonly<Record<string, string>> = {
  fr: 'Le service d’aide à domicile vous reçoit une semaine en mars.',
  ko: '재가 돌봄 부서에서 3월 중 일주일간 방문단을 맞이하겠습니다.',
  en: 'Our service of care at home can receive you for a week in March.',
}

/** A member as found in the list of members, in each language. */
export const limoges: Readonly<Record<string, string>> = { fr: 'Limoges', ko: '리모주', en: 'Limoges' }
export const rochelle: Readonly<Record<string, string>> = {
  fr: 'La Rochelle',
  ko: '라로셸',
  en: 'La Rochelle',
}

/** An expectation that La Rochelle cannot answer, before it is put to others: as the secretariat sees it. */
export const openDeclined: Step = onceMade(declineOne)

async function declineOne(walk: Walk): Promise<void> {
  const { page, language } = walk
  await stateTo(rochelle[language] ?? '', walk, newAddress('asker'))
  await page.locator('section a[href*="answer="]').first().click()
  await decline(page, language)
}

/** The form by which it is reworded. */
export const editExpectation: Step = async (walk) => {
  await openDeclined(walk)
  await walk.page.locator('main a[href$="/edit"]').click()
  await walk.page.waitForURL(/\/edit$/)
}

/** An expectation that La Rochelle cannot answer, among what a search finds. */
export const searchExpectation: Step = async (walk) => {
  await openDeclined(walk)
  const words = (titles[walk.language] ?? '').split(' ').at(-1) ?? ''
  const search = `${walk.visitors.site}/${walk.language}/france-coree/search`
  await walk.page.goto(`${search}?q=${encodeURIComponent(words)}`)
  await walk.page.locator('#expectations').waitFor()
}

/** The reply to an expectation that was put to members, one of which takes it up, before it is sent: as the secretariat reads it. */
export const openReply: Step = onceMade(readReply)

async function readReply(walk: Walk): Promise<void> {
  const { page, language } = walk
  await declineOne(walk)
  await page.locator('form[action$="/relay"] .form-end .primary').click()
  await page.waitForURL(/done=relayed/)
  const line = page
    .locator('section tr')
    .filter({ hasText: limoges[language] ?? '' })
    .first()
  await line.locator('a[href*="answer="]').click()
  const form = page.locator('form[action$="/answers"]')
  await form.locator('input[name=answer][value=yes]').check()
  await form.locator(`[name="words.${language}.text"]`).fill(proposals[language] ?? '')
  await form.locator('.form-end .primary').click()
  await page.waitForURL(/done=answered/)
  await page.locator('a.button[href$="/relay/closing"]').click()
  await page.locator('.mail-body').first().waitFor()
}

/** The reply once it was sent. */
export const openReplied: Step = onceMade(async (walk) => {
  await readReply(walk)
  await sendReply(walk.page)
})

export async function sendReply(page: Page): Promise<void> {
  await page.locator('form[action$="/relay/closing"] .primary').click()
  await page.waitForURL(/done=replied/)
}

/** An expectation to Limoges, as its member sees it: with the form of an answer. */
export const openAddressed: Step = async (walk) => {
  const { page, language, visitors } = walk
  const keeper = await visitors.pageOf('coordinator')
  await stateTo(limoges[language] ?? '', { ...walk, page: keeper }, newAddress('asker'))
  await page.goto(keeper.url())
  await page.locator('form[action$="/answers"]').waitFor()
}

/** What waits for a member: that expectation, and another one that was put off. */
export const openWaiting: Step = async (walk) => {
  const { page, language, visitors } = walk
  await openAddressed(walk)
  await openAddressed(walk)
  await page.goto(`${visitors.site}/${language}/france-coree/to-do`)
  await page.locator('.to-do-later summary').first().click()
  await page.locator('.to-do-later[open] button[value=week]').click()
  await page.locator('.to-do-hidden summary').click()
}

/** An expectation as the asker sees it, by the link in their mail. */
export const openExpected: Step = async (walk) => {
  const { visitors, language } = walk
  const keeper = await visitors.pageOf('coordinator')
  const address = newAddress('asker')
  await openLinkOf(walk, address, () => stateTo(limoges[language] ?? '', { ...walk, page: keeper }, address))
}
