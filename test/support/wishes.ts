import { expect } from 'vitest'
import { type EditedRecord, openEditedRecord } from './edited-record.ts'
import { fieldsOf } from './form-fields.ts'
import { lastMailTo } from './mailbox.ts'
import type { TestApp } from './open-test-app.ts'
import { browserOf, type SignedIn, signIn } from './sign-in.ts'

export type Form = Record<string, string | string[]>

export const board = '/fr/france-coree/partners'
export const wishesApi = '/api/v1/networks/france-coree/wishes'

/** What Limoges looks for, unless something else is given. */
export const limogesWish = {
  kind: 'search',
  'title.fr.text': 'Une ville coréenne pour des résidences de céramistes',
  'text.fr.text': 'Limoges cherche une ville de potiers pour deux résidences croisées en 2018.',
  themes: ['crafts_ceramics', 'culture'],
  forms: ['project'],
  horizon: '2018',
  countries: ['KR'],
  visibility: 'public',
} satisfies Form

/** The demonstration with members of Limoges, Nantes and Icheon, and a coordinator. */
export interface WishingFixture extends EditedRecord {
  /** Speaks for Icheon. */
  icheon: SignedIn
}

export async function openWishing(): Promise<WishingFixture> {
  const record = await openEditedRecord('cooperations/limoges-icheon')
  const icheon = await signIn(record.testApp, {
    role: 'member',
    networkId: record.networkId,
    organisationIds: [await record.organisationId('icheon')],
    address: 'icheon@city.example',
  })
  return { ...record, icheon }
}

/** Sends the form of a new wish with the values in it, except those given; returns the answer. */
export async function sendWish(browser: SignedIn, given: Form = {}) {
  const fields = await fieldsOf(browser, `${board}/new`)
  return browser.post(`${board}/new`, {
    ...fields,
    ...limogesWish,
    reason: 'Délibération du 3 juillet',
    action: 'anyway',
    ...given,
  })
}

/** Publishes a wish; returns the address of its page. */
export async function addWish(browser: SignedIn, given: Form = {}): Promise<string> {
  const answer = await sendWish(browser, given)
  expect(answer.statusCode, answer.body.match(/class="field-error"[^>]*>([\s\S]*?)<\/p>/)?.[1]).toBe(303)
  return String(answer.headers.location).split('?')[0] ?? ''
}

/** States that Icheon is interested, unless something else is given; returns the address of the talks. */
export async function sayInterest(browser: SignedIn, wish: string, given: Form = {}): Promise<string> {
  const fields = await fieldsOf(browser, `${wish}/interest`)
  const answer = await browser.post(`${wish}/interest`, {
    ...fields,
    text: '이천시는 도예 작가 교류에 관심이 있습니다.',
    language: 'ko',
    ...given,
  })
  expect(answer.statusCode).toBe(303)
  return String(answer.headers.location)
}

/** Sends the form as a visitor without an account, half a minute after it was rendered. */
export async function sendInterestUnknown(testApp: TestApp, wish: string, given: Form = {}) {
  const visitor = browserOf(testApp)
  const fields = await fieldsOf(visitor, `${wish.replace('/fr/', '/ko/')}/interest`)
  testApp.clock.advance({ seconds: 30 })
  return visitor.post(`${wish.replace('/fr/', '/ko/')}/interest`, {
    ...fields,
    'authority.name': '이천시',
    text: '이천시는 도예 작가 교류에 관심이 있습니다.',
    language: 'ko',
    sender: '김담당, 국제교류팀',
    address: 'exchange@icheon.example',
    ...given,
  })
}

/** The path of the link in the last mail to an address that leads to talks. */
export async function talksLink(testApp: TestApp, address: string): Promise<string> {
  const mail = await lastMailTo(testApp, address)
  const link = mail?.links.find((each) => each.includes('/partners/introduced/')) ?? ''
  return URL.parse(link)?.pathname ?? ''
}

/** States an interest without an account and confirms it from the mail; returns the link that the visitor keeps. */
export async function sayInterestUnknown(testApp: TestApp, wish: string, given: Form = {}): Promise<string> {
  const address = String(given.address ?? 'exchange@icheon.example')
  expect((await sendInterestUnknown(testApp, wish, given)).statusCode).toBe(200)
  const confirm = await talksLink(testApp, address)
  const answer = await browserOf(testApp).post(`${confirm}/consent`)
  expect(answer.statusCode).toBe(303)
  return String(answer.headers.location)
}
