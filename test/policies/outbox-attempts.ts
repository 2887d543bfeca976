import { invite } from './people-attempts.ts'
import { type Attempt, type Browser, group, type PolicyGround } from './policy-ground.ts'

const outbox = `${group}/outbox`

/** The page of the mail that invited an address. */
async function mailTo({ house }: PolicyGround, address: string): Promise<string> {
  const { mail_id: id } = await house.context.database
    .selectFrom('platform_mail')
    .select('mail_id')
    .where('to_address', '=', address)
    .executeTakeFirstOrThrow()
  return `${outbox}/${id}`
}

export async function readOutbox(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const { address } = await invite(ground, ground.keeper)
  const answer = await browser.get(outbox)
  return { answer, isDone: answer.body.includes(await mailTo(ground, address)) }
}

async function readLink(ground: PolicyGround, browser: Browser, address: string): Promise<Attempt> {
  const answer = await browser.get(await mailTo(ground, address))
  return { answer, isDone: answer.body.includes('/invitation/') }
}

/** Who may not invite tries the link of somebody else. */
export async function readOwnLink(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const own = await invite(ground, browser)
  return readLink(ground, browser, (own.isDone ? own : await invite(ground, ground.keeper)).address)
}

export async function readLinkOfAnother(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  return readLink(ground, browser, (await invite(ground, ground.keeper)).address)
}
