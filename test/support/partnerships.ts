import { expect } from 'vitest'
import type { TestApp } from './open-test-app.ts'
import { pageWords } from './page-words.ts'
import type { SignedIn } from './sign-in.ts'
import { addWish, type Form, sayInterest, type WishingFixture } from './wishes.ts'

const api = '/api/v1/networks/france-coree/cooperations'

/** A cooperation of the demonstration as programs read it. */
export async function findTie(testApp: TestApp, slug: string) {
  return (await testApp.get(`${api}/${slug}`, { accept: 'application/json' })).json()
}

/** The slugs of all cooperations of the demonstration. */
export async function listTies(testApp: TestApp): Promise<string[]> {
  const { items } = (await testApp.get(`${api}?limit=100`, { accept: 'application/json' })).json()
  return items.map(({ slug }: { slug: string }) => slug)
}

/** The words of a page, on one line. */
export async function readWords(browser: Pick<SignedIn, 'get'>, address: string): Promise<string> {
  return pageWords((await browser.get(address)).body).replaceAll(/\s+/g, ' ')
}

/** Talks that Limoges has agreed to, about a wish of its own; answers their address. */
export async function agreeToTalk(fixture: WishingFixture, partner: SignedIn, given: Form): Promise<string> {
  const talks = await sayInterest(partner, await addWish(fixture.member, given))
  expect((await fixture.member.post(`${talks}/acceptance`)).statusCode).toBe(303)
  return talks
}
