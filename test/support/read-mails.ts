import { expect } from 'vitest'
import type { TestApp } from './open-test-app.ts'

export interface ReadMail {
  to: string
  language: string
  subject: string
  isSecret: boolean
  /** The whole body as written, to search in. */
  body: string
}

/** The mails written so far to an address, oldest first. */
export async function mailsTo(testApp: TestApp, address: string): Promise<ReadMail[]> {
  const rows = await testApp.context.database
    .selectFrom('platform_mail')
    .select(['to_address as to', 'language', 'subject', 'is_secret as isSecret', 'body'])
    .where('to_address', '=', address)
    .orderBy('written_at')
    .orderBy('mail_id')
    .execute()
  return rows.map(({ body, ...mail }) => ({ ...mail, body: JSON.stringify(body) }))
}

/** The last mail to an address once there are so many, for those written after an answer. */
export async function awaitMail(testApp: TestApp, address: string, count = 1): Promise<ReadMail> {
  await expect.poll(async () => (await mailsTo(testApp, address)).length).toBe(count)
  const mail = (await mailsTo(testApp, address)).at(-1)
  if (!mail) throw new Error(`There is no mail to ${address}`)
  return mail
}

/** The first address of this site in a mail, without its host. */
export function pathIn({ body }: ReadMail, pattern: RegExp): string {
  const found = pattern.exec(body)?.[0]
  if (!found) throw new Error(`No ${pattern} in ${body}`)
  return found.replaceAll('\\u0026', '&')
}
