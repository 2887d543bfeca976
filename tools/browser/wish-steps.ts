import type { Page } from 'playwright-core'
import {
  newAddress,
  newMark,
  onceMade,
  openLinkOf,
  type Step,
  signInAgain,
  typeName,
  type Walk,
} from './steps.ts'
import { sayReason, unfold } from './unfold.ts'

const texts: Record<string, { title: string; text: string; interest: string }> = {
  fr: {
    title: 'Une ville coréenne pour des résidences de céramistes',
    text: 'Limoges cherche une ville de potiers pour deux résidences croisées de deux mois, à partir de l’automne 2018. Nous apportons un atelier, un logement et la porcelaine.',
    interest: 'Icheon accueille chaque printemps un festival de céramique et dispose de deux ateliers.',
  },
  ko: {
    title: '도예 작가 상호 체류를 위한 한국 도시를 찾습니다',
    text: '리모주시는 2018년 가을부터 두 달씩 두 차례의 도예 작가 상호 체류를 함께할 도시를 찾습니다. 작업실, 숙소, 도자기 재료를 제공합니다.',
    interest: '이천시는 매년 봄 도자기축제를 개최하며 작업실 두 곳을 갖추고 있습니다.',
  },
  en: {
    title: 'A Korean city for potters’ residencies',
    text: 'Limoges is looking for a city of potters for two residencies of two months each, from autumn 2018 on. We bring a studio, lodging and porcelain.',
    interest: 'Icheon holds a ceramics festival each spring and has two studios.',
  },
}

/** Words that a visitor writes in a language; French where there is nothing else. */
export function wordsIn(language: string) {
  return texts[language] ?? { title: '', text: '', interest: '' }
}

/** Fills in the open form of a new wish and publishes it, even when there is one like it; returns its address. */
export async function publishWish(page: Page, language: string, title: string): Promise<string> {
  await page.locator('input[name=kind][value=search]').check()
  await page.locator(`[name="title.${language}.text"]`).fill(title)
  await page.locator(`[name="text.${language}.text"]`).fill(wordsIn(language).text)
  await page.locator('select[name=themes]').first().selectOption('culture')
  await page.locator('select[name=themes]').first().selectOption('crafts_ceramics')
  await unfold(page)
  await page.locator('input[name=forms][value=practitioner_exchange]').check()
  await page.locator('input[name=horizon]').fill('2018')
  await sayReason(page, 'Service des relations internationales')
  await page.locator('form[action$="/partners/new"] .form-actions .primary').click()
  await page.waitForLoadState()
  const anyway = page.locator('button[value=anyway]')
  if ((await anyway.count()) > 0) await anyway.click()
  await page.waitForURL(({ pathname }) => !pathname.endsWith('/new'))
  return plainAddress(page)
}

/** A wish as its publisher sees it. */
export const openWish: Step = onceMade(async ({ page, language, visitors }) => {
  await page.goto(`${visitors.site}/${language}/france-coree/partners/new`)
  await publishWish(page, language, `${wordsIn(language).title} ${newMark()}`)
})

/** Publishes a wish as its authority does elsewhere; returns its address. */
export async function wishOf(walk: Walk): Promise<string> {
  const member = await walk.visitors.pageOf('member')
  await openWish({ ...walk, page: member })
  return plainAddress(member)
}

// The address of a wish, without the message of the last act.
function plainAddress(page: Page): string {
  return page.url().split('?')[0] ?? ''
}

export const openWishAsAnybody: Step = async (walk) => {
  await walk.page.goto(await wishOf(walk))
}

/** The map of the group with who looks for a partner by its own word. */
export const openMapWithWish: Step = async (walk) => {
  await wishOf(walk)
  await walk.page.goto(`${walk.visitors.site}/${walk.language}/france-coree/map`)
  await walk.page.locator('[data-tie=seeking-limoges]').first().waitFor({ state: 'attached' })
}

/** A wish among what a search finds. */
export const searchWish: Step = async (walk) => {
  await wishOf(walk)
  const words = wordsIn(walk.language).title.split(' ').at(-1) ?? ''
  await walk.page.goto(
    `${walk.visitors.site}/${walk.language}/france-coree/search?q=${encodeURIComponent(words)}`,
  )
  await walk.page.locator('#wishes').waitFor()
}

/** The public form that says that an authority is interested. */
export const openInterest: Step = async (walk) => {
  await walk.page.goto(`${await wishOf(walk)}/interest`)
  await walk.page.locator('textarea[name=text]').waitFor()
}

/** Says for the partner’s authority that it is interested in a wish; stays on the talks. */
export async function sayInterest(page: Page, wish: string, language: string): Promise<void> {
  await page.goto(`${wish}/interest`)
  await page.locator('textarea[name=text]').fill(wordsIn(language).interest)
  await page.locator(`input[name=language][value=${language}]`).check()
  await page.locator('form[action$="/interest"] .primary').click()
  await page.waitForURL(/\/introductions\//)
}

const beginTalks: Step = onceMade(async (walk) => {
  await sayInterest(walk.page, await wishOf(walk), 'ko')
})

/** Talks as the secretariat sees them. */
export const openTalks: Step = async (walk) => {
  const partner = await walk.visitors.pageOf('partner')
  await beginTalks({ ...walk, page: partner })
  await walk.page.goto(partner.url())
  await walk.page.locator('form[action$="/messages"]').waitFor()
}

/** The page on which the adviser types a message in another language. */
export const translateTalks: Step = async (walk) => {
  await openTalks(walk)
  await walk.page.locator('main a[href$="/translation"]').first().click()
  await walk.page.locator('textarea[name=text]').waitFor()
}

/** Fills in the open form for people without an account and sends it no quicker than a person would. */
export async function sendUnknown(
  page: Page,
  language: string,
  address: string,
  authority = '경상북도',
): Promise<void> {
  await typeName(page.locator('[name="authority.name"]'), authority)
  await page.locator('textarea[name=text]').fill(`${wordsIn(language).interest} (${newMark()})`)
  await page.locator('input[name=sender]').fill('이담당, 국제교류팀')
  await page.locator('main input[name=address]').fill(address)
  await page.waitForTimeout(3100)
  await page.locator('form[action$="/interest"] .primary').click()
  await page.locator('textarea[name=text]').waitFor({ state: 'detached' })
}

/** What a person without an account is asked to confirm from their mail. */
export const openTalksToConfirm: Step = async (walk) => {
  const wish = await wishOf(walk)
  const address = newAddress('officer')
  await openLinkOf(walk, address, async () => {
    await walk.page.goto(`${wish}/interest`)
    await sendUnknown(walk.page, walk.language, address)
  })
}

/** Talks as a person without an account sees them, by the link that they keep. */
export const openTalksByLink: Step = onceMade(async (walk) => {
  await openTalksToConfirm(walk)
  await walk.page.locator('form[action$="/consent"] .primary').click()
  await walk.page.locator('form[action$="/messages"]').waitFor()
})

/** What a person is asked before what is kept about them is erased. */
export const askToErase: Step = async (walk) => {
  await openTalksByLink(walk)
  await pressErasure(walk)
}

/** What a person with an account is asked before it is erased. */
export const askToEraseAccount: Step = async (walk) => {
  const { page, visitors, language } = walk
  await page.goto(`${visitors.site}/${language}/account/data`)
  await signInAgain(page, visitors)
  await pressErasure(walk)
}

async function pressErasure({ page }: Walk): Promise<void> {
  await page.locator('main form[action$="/erasure"] button').click()
  await page.locator('input[name=sure]').waitFor({ state: 'attached' })
}

/** The form by which two that cooperate already say what becomes of their partnership. */
export const openPartnership: Step = async (walk) => {
  await openTalks(walk)
  const { page } = walk
  const accept = page.locator('form[action$="/acceptance"] button')
  if ((await accept.count()) > 0) await accept.click()
  await page.locator('.talks-partnership summary').click()
  await page.locator('input[name=outcome]').first().waitFor()
}
