import { expect } from 'vitest'
import { readFields } from '../../bench/editing/read-fields.ts'
import type { SignedIn } from './sign-in.ts'

export { readFields }

/** The fields with which a form is rendered, hidden ones included. */
export async function fieldsOf(
  browser: Pick<SignedIn, 'get'>,
  address: string,
): Promise<Record<string, string | string[]>> {
  const answer = await browser.get(address)
  expect(answer.statusCode, address).toBe(200)
  return readFields(answer.body)
}
