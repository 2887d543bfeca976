import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { openSendings, type Sendings } from '../../../../test/support/send-letters.ts'

let ground: Sendings
beforeAll(async () => {
  ground = await openSendings({ directory: 'none' })
  return ground.close
})

test('where a network counts, each gets counted links but those who do not want it, and what is followed is counted', async () => {
  const { house, keeper, letters } = ground
  house.clock.moveTo('2026-11-02T14:00:00Z')
  await keeper.post(`/fr/${letters}/practice`, { counting: 'yes' })
  for (const address of ['counted@ville.example', 'uncounted@ville.example'])
    await ground.subscribe({ address })
  await sql`
    update newsletter_subscription set uncounted_at = now() where address = 'uncounted@ville.example'
  `.execute(house.context.database)
  await ground.approve([ground.item('event:1', 'Festival de films')])
  await ground.order('2026-11-02')
  await ground.work()
  house.clock.moveTo('2026-11-03T08:00:00Z')
  await ground.deliver()
  const mails = Object.fromEntries(ground.received().map((mail) => [mail.to, mail.html]))
  expect(mails['uncounted@ville.example']).toContain('Festival de films')
  expect(mails['uncounted@ville.example']).not.toContain('/newsletter/counted/')
  const [link = ''] =
    /\/fr\/[^"]*\/newsletter\/counted\/[0-9a-f-]{36}\/[0-9a-f]{20}/.exec(
      mails['counted@ville.example'] ?? '',
    ) ?? []
  const answer = await house.get(link, { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)' })
  expect(answer.statusCode).toBe(302)
  const { rows } = await sql`select sum(times)::int as times from newsletter_counted`.execute(
    house.context.database,
  )
  expect(rows).toEqual([{ times: 1 }])
})
