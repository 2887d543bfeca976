import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { pageWords } from '../../../../test/support/page-words.ts'
import { openSendings, type Sendings } from '../../../../test/support/send-letters.ts'
import { signIn } from '../../../../test/support/sign-in.ts'

let fixture: Sendings
beforeAll(async () => {
  fixture = await openSendings({ directory: 'none' })
  return fixture.close
})

test('thirty days after a letter nobody is named any more, and its report says what it said', async () => {
  const { house: testApp } = fixture
  testApp.clock.moveTo('2026-11-02T14:00:00Z')
  for (let at = 0; at < 6; at++) await fixture.subscribe({ address: `reader${at}@grande-ville.example` })
  await fixture.subscribe({ address: 'mayor@own-name.example' })
  await fixture.approve([fixture.item('event:1', 'Semaine coréenne')])
  const page = (await fixture.order('2026-11-02')).to.split('?')[0] ?? ''
  await fixture.work()
  testApp.clock.moveTo('2026-11-03T08:00:00Z')
  await fixture.deliver()
  testApp.clock.advance({ hours: 24 * 29 })
  await fixture.nightly()
  expect((await fixture.keeper.get(`${page}/readers`)).body).toContain('mayor@own-name.example')
  const before = await report(page)
  // No table of domains contains a domain that is nearly a reader’s name.
  expect(before).toContain('grande-ville.example')
  expect(before).not.toContain('own-name.example')
  testApp.clock.advance({ hours: 48 })
  await fixture.nightly()
  await fixture.nightly()
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from platform_mailing_reader)::int + (select count(*) from newsletter_sending_reader)::int as count
  `.execute(testApp.context.database)
  expect(rows[0]?.count).toBe(0)
  expect(await report(page)).toBe(before)
})

async function report(page: string): Promise<string> {
  const { network_id: networkId } = await fixture.house.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .where('slug', '=', fixture.slug)
    .executeTakeFirstOrThrow()
  const words = pageWords((await (await signIn(fixture.house, { role: 'chair', networkId })).get(page)).body)
  return words.slice(words.indexOf('Bilan de l’envoi'), words.indexOf('Aller en haut') >>> 0)
}
