import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openSendings, type Sendings } from '../../../../test/support/send-letters.ts'
import { eraseFromSendings } from './personal-data.commands.ts'
import { listSendingData } from './personal-data.queries.ts'
import { countSendings } from './queries.ts'

let fixture: Sendings
beforeAll(async () => {
  fixture = await openSendings({ directory: 'none' })
  await fixture.subscribe({ address: 'fr@ville.example' })
  return fixture.close
})

let told = 0
beforeEach(async () => {
  await sql`delete from newsletter_sending`.execute(fixture.house.context.database)
  fixture.house.clock.moveTo('2026-11-02T14:00:00Z')
  await fixture.approve([fixture.item(`event:${++told}`, 'Semaine coréenne')])
})

const change = (values: string) =>
  sql`update newsletter_sending set ${sql.raw(values)}`.execute(fixture.house.context.database)
const counted = () => countSendings(fixture.house.context)

test('a server is told of sendings that are to be prepared, should have been, or cannot be', async () => {
  expect(await counted()).toEqual({ scheduled: 0, overdue: 0, troubled: 0 })
  await fixture.order('2026-11-20')
  expect(await counted()).toEqual({ scheduled: 1, overdue: 0, troubled: 0 })
  fixture.house.clock.moveTo('2026-11-19T23:00:00Z')
  expect(await counted()).toEqual({ scheduled: 1, overdue: 1, troubled: 0 })
  await change(`trouble = 'drawing'`)
  expect(await counted()).toEqual({ scheduled: 0, overdue: 0, troubled: 1 })
  await change('trouble = null')
  await fixture.work()
  expect(await counted()).toEqual({ scheduled: 0, overdue: 0, troubled: 0 })
})

test('one that is cancelled is waited for by nobody', async () => {
  const page = (await fixture.order('2026-11-20')).to.split('?')[0]
  await fixture.keeper.post(`${page}/steps/cancel`)
  fixture.house.clock.moveTo('2026-11-30T09:00:00Z')
  expect(await counted()).toEqual({ scheduled: 0, overdue: 0, troubled: 0 })
})

test('who ordered or cancelled one is told of it, and taken out of it on request; others stay', async () => {
  const { context } = fixture.house
  const page = (await fixture.order('2026-11-20')).to.split('?')[0]
  const { rows } = await sql<{ personId: string }>`
    select ordered_by as "personId" from newsletter_sending
  `.execute(context.database)
  const personId = rows[0]?.personId ?? null
  expect(personId).not.toBeNull()
  await fixture.keeper.post(`${page}/steps/cancel`)
  const [data, ...more] = await listSendingData(context, { personId })
  expect(more).toEqual([])
  expect(data?.records).toMatchObject([{ subject: expect.anything(), number: told }])
  expect(await listSendingData(context, { personId: null })).toEqual([])

  const nobody = { personId: null, names: [], addresses: [] }
  await eraseFromSendings(context, { ...nobody, personId: crypto.randomUUID() })
  await eraseFromSendings(context, nobody)
  expect(await listSendingData(context, { personId })).toHaveLength(1)
  await eraseFromSendings(context, { ...nobody, personId })
  expect(await listSendingData(context, { personId })).toEqual([])
  expect(await sql`select 1 from newsletter_sending`.execute(context.database)).toMatchObject({ rows: [{}] })
})
