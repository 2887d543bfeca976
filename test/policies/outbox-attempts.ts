import { invite } from './people-attempts.ts'
import { type Attempt, type Browser, group, type PolicyFixture } from './policy-fixture.ts'

const outbox = `${group}/outbox`

/** The page of the mail that invited an address. */
async function mailTo({ testApp }: PolicyFixture, address: string): Promise<string> {
  const { mail_id: id } = await testApp.context.database
    .selectFrom('platform_mail')
    .select('mail_id')
    .where('to_address', '=', address)
    .executeTakeFirstOrThrow()
  return `${outbox}/${id}`
}

export async function readOutbox(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { address } = await invite(fixture, fixture.keeper)
  const answer = await browser.get(outbox)
  return { answer, isDone: answer.body.includes(await mailTo(fixture, address)) }
}

async function readLink(fixture: PolicyFixture, browser: Browser, address: string): Promise<Attempt> {
  const answer = await browser.get(await mailTo(fixture, address))
  return { answer, isDone: answer.body.includes('/invitation/') }
}

/** A caller who may not invite tries the link of another person. */
export async function readOwnLink(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const own = await invite(fixture, browser)
  return readLink(fixture, browser, (own.isDone ? own : await invite(fixture, fixture.keeper)).address)
}

export async function readLinkOfAnother(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  return readLink(fixture, browser, (await invite(fixture, fixture.keeper)).address)
}
