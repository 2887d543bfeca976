import { expect } from 'vitest'
import type { SignedIn } from './sign-in.ts'

/** One press on a link’s page erases nothing: it shows what goes, what stays and that it is for good, with a link back. */
export async function askedBeforeErasure(
  browser: Pick<SignedIn, 'get' | 'post'>,
  link: string,
): Promise<void> {
  const before = (await browser.get(link)).statusCode
  const asked = await browser.post(`${link}/erasure`)
  expect([asked.statusCode, asked.headers['cache-control']]).toEqual([200, 'private, no-store'])
  const form = /<form method="post" action="([^"]*)"[\s\S]*?<\/form>/.exec(asked.body.split('<dl')[1] ?? '')
  expect(form?.[1]).toBe(`${link}/erasure`)
  expect(form?.[0]).toContain('name="sure" value="yes"')
  expect(form?.[0]).toContain(`href="${link}"`)
  expect(asked.body.split('<dl')[1]?.match(/<dd/g)?.length).toBe(3)
  expect((await browser.get(link)).statusCode).toBe(before)
  // A link in a mail erases nothing by being opened.
  expect((await browser.get(`${link}/erasure`)).statusCode).toBe(404)
}
