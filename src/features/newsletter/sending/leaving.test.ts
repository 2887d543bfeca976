import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openSendings, type Sendings } from '../../../../test/support/send-letters.ts'
import { browserOf } from '../../../../test/support/sign-in.ts'
import { letterLink } from '../../../../test/support/subscribe-to-letter.ts'
import { personalMails } from '../../../platform/mail/personal-mails.ts'
import { eraseFromNewsletter } from '../personal-data.commands.ts'

let fixture: Sendings
beforeAll(async () => {
  fixture = await openSendings({ directory: 'none' })
  return fixture.close
})
beforeEach(() => {
  fixture.server.received.length = 0
  fixture.house.clock.moveTo('2026-11-02T14:00:00Z')
})

let told = 0
/** Orders and prepares a letter that leaves the next morning. */
async function prepared() {
  await fixture.approve([fixture.item(`event:${++told}`, 'Semaine coréenne')])
  const { to } = await fixture.order('2026-11-02')
  await fixture.work()
  return to.split('?')[0] ?? ''
}
const morning = async () => {
  fixture.house.clock.moveTo('2026-11-03T08:00:00Z')
  await fixture.deliver()
  return fixture
    .received()
    .map(({ to }) => to)
    .toSorted()
}

test('whoever leaves between preparing and sending does not get it; whoever comes back by then does', async () => {
  const visitor = browserOf(fixture.house)
  const stays = await fixture.subscribe({ address: 'stays@ville.example' })
  const leaves = await fixture.subscribe({ address: 'leaves@ville.example' })
  const page = await prepared()
  await visitor.post(`${leaves}/leaving`)
  await visitor.post(`${stays}/leaving`)
  await visitor.post(`${stays}/return`)
  expect(await morning()).toEqual(['stays@ville.example'])
  expect((await fixture.keeper.get(`${page}/readers?outcome=left`)).body).toContain('adresse effacée')
  const { rows } = await sql`
    select 1 from platform_mailing_reader where to_address = 'leaves@ville.example'
  `.execute(fixture.house.context.database)
  expect(rows).toEqual([])
})

test('whoever moves gets it at the new address alone, with links that work there', async () => {
  const visitor = browserOf(fixture.house)
  const path = await fixture.subscribe({ address: 'before@ville.example' })
  await prepared()
  await visitor.post(`${path}/address`, { address: 'after@ville.example' })
  await visitor.post(await letterLink(fixture.house, 'after@ville.example', 'address'))
  const got = await morning()
  expect(got).toContain('after@ville.example')
  expect(got).not.toContain('before@ville.example')
  const mail = fixture.received().find(({ to }) => to === 'after@ville.example')
  const link = /href="([^"]*\/newsletter\/preferences\/[0-9a-f]+)"/.exec(mail?.html ?? '')?.[1] ?? ''
  expect((await fixture.house.get(new URL(link).pathname)).statusCode).toBe(200)
})

test('whom a coordinator takes off the list does not get it', async () => {
  await fixture.subscribe({ address: 'taken-off@ville.example' })
  await prepared()
  const { id } = await subscription('taken-off@ville.example')
  await fixture.keeper.post(`/fr/${fixture.letters}/subscribers/${id}/removal`)
  expect(await morning()).not.toContain('taken-off@ville.example')
})

test('whoever is erased gets nothing and is named nowhere, and the numbers stay', async () => {
  await fixture.subscribe({ address: 'erased@ville.example' })
  const page = await prepared()
  const subject = { personId: null, names: [], addresses: ['erased@ville.example'] }
  await eraseFromNewsletter(fixture.house.context, subject)
  await personalMails.erase(fixture.house.context, subject)
  expect(await morning()).not.toContain('erased@ville.example')
  const outcomes = (await fixture.keeper.get(`${page}/readers.csv`)).body
  expect(outcomes).not.toContain('erased@')
  expect(outcomes).toContain('désabonnement avant le départ')
})

test('whoever subscribes once readers are fixed does not get it, and reads it on the site', async () => {
  await prepared()
  await fixture.subscribe({ address: 'late@ville.example' })
  expect(await morning()).not.toContain('late@ville.example')
})

function subscription(address: string) {
  return fixture.house.context.database
    .selectFrom('newsletter_subscription')
    .select('subscription_id as id')
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
}
