import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { pageWords } from '../../../../test/support/page-words.ts'
import { openSendings, type Sendings } from '../../../../test/support/send-letters.ts'

let fixture: Sendings
beforeAll(async () => {
  fixture = await openSendings({ directory: 'none' })
  return fixture.close
})

test('where a network counts, each gets counted links but those who do not want it, and what is followed is counted', async () => {
  const { house: testApp, keeper, letters } = fixture
  testApp.clock.moveTo('2026-11-02T14:00:00Z')
  await keeper.post(`/fr/${letters}/practice`, { counting: 'yes' })
  for (const address of ['counted@ville.example', 'uncounted@ville.example'])
    await fixture.subscribe({ address })
  await sql`
    update newsletter_subscription set uncounted_at = now() where address = 'uncounted@ville.example'
  `.execute(testApp.context.database)
  await fixture.approve([fixture.item('event:1', 'Festival de films')])
  await fixture.order('2026-11-02')
  await fixture.work()
  testApp.clock.moveTo('2026-11-03T08:00:00Z')
  await fixture.deliver()
  const mails = Object.fromEntries(fixture.received().map((mail) => [mail.to, mail.html]))
  expect(mails['uncounted@ville.example']).toContain('Festival de films')
  expect(mails['uncounted@ville.example']).not.toContain('/newsletter/counted/')
  const [link = ''] =
    /\/fr\/[^"]*\/newsletter\/counted\/[0-9a-f-]{36}\/[0-9a-f]{20}/.exec(
      mails['counted@ville.example'] ?? '',
    ) ?? []
  const answer = await testApp.get(link, { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)' })
  expect(answer.statusCode).toBe(302)
  const { rows } = await sql`select sum(times)::int as times from newsletter_counted`.execute(
    testApp.context.database,
  )
  expect(rows).toEqual([{ times: 1 }])
})

test('a digest is counted like an issue, by its own addresses, and its page says how it is read', async () => {
  const { house: testApp, keeper } = fixture
  for (const address of ['season@ville.example', 'quiet@ville.example'])
    await fixture.subscribe({ address, frequency: 'digest' })
  await sql`
    update newsletter_subscription set uncounted_at = now() where address = 'quiet@ville.example'
  `.execute(testApp.context.database)
  testApp.clock.moveTo('2026-12-01T00:00:30Z')
  await fixture.work()
  await fixture.work()
  testApp.clock.moveTo('2026-12-01T08:00:00Z')
  await fixture.deliver()
  const mails = Object.fromEntries(fixture.received().map((mail) => [mail.to, mail.html]))
  expect(mails['quiet@ville.example']).toContain('Festival de films')
  expect(mails['quiet@ville.example']).not.toContain('/newsletter/counted/')
  const { rows } = await sql<{ id: string }>`
    select sending_id as id from newsletter_sending where kind = 'digest'
  `.execute(testApp.context.database)
  const id = rows[0]?.id ?? ''
  const links = [
    ...new Set(
      mails['season@ville.example']?.match(/\/fr\/[^"]*\/newsletter\/counted\/[0-9a-f-]{36}\/\w+(?:\.gif)?/g),
    ),
  ]
  expect(links.length).toBeGreaterThan(2)
  for (const link of links) expect(link).toContain(`/counted/${id}/`)
  const person = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)' }
  const answers = await Promise.all(links.map((link) => testApp.get(link, person)))
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([
    200,
    ...links.slice(1).map(() => 302),
  ])
  const other = await fixture.another()
  expect(
    (await testApp.get((links[0] ?? '').replace(fixture.slug, other.network.slug), person)).statusCode,
  ).toBe(404)
  const page = pageWords((await keeper.get(`/fr/${fixture.letters}/sendings/${id}`)).body)
  expect(page).toContain('1 ouverture enregistrée')
  expect(page).toContain('Clics, au plus')
  // This counts nothing more for the issue.
  const issue = await sql`select sum(times)::int as times from newsletter_counted`.execute(
    testApp.context.database,
  )
  expect(issue.rows).toEqual([{ times: 1 }])
})
