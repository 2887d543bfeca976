import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { blocksOf } from '../../../test/support/blocks-of.ts'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import type { Context } from '../../platform/context/context.ts'
import { countToDo, listToDo } from './queries.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  return testApp.close
})

/** A coordinator of a new group in which so many things are open; half are due, and an organisation waits for a third. */
async function openThings(count: number): Promise<{ context: Context; networkId: string }> {
  const { context } = testApp
  const { id: networkId } = await buildNetwork(context)
  await context.database.transaction().execute(async (inside) => {
    // Where a commit does not wait for the disk, `vacuum` may not know yet that all see its rows.
    await sql`set local synchronous_commit = on`.execute(inside)
    await sql`
      insert into todo_line (network_id, kind, record_id, waits_for, title, path, asker, rank, since, due_on)
      select ${networkId}::uuid, 'partners.relay', gen_random_uuid(), 'secretariat',
        jsonb_build_object('fr', jsonb_build_object('text', 'Attente ' || n, 'state', 'original')), '/expectations/' || n,
        case when n % 3 = 0 then '{"fr": "Une ville"}'::jsonb end, (n % 3 <> 0)::int, date '2026-01-01' + n % 300,
        case when n % 2 = 0 then date '2026-06-01' + n % 500 end
      from generate_series(1, ${count}::int) as n order by md5(n::text)
    `.execute(inside)
  })
  const holding = { networkId, role: 'coordinator' as const, organisationIds: [] }
  const personId = '01890000-0000-7000-8000-000000000001'
  const person = {
    kind: 'person' as const,
    personId,
    name: 'Camille',
    isOperator: false,
    holdings: [holding],
    scopes: null,
  }
  return { context: { ...context, actor: person }, networkId }
}

test('the count and a page cost the same at five hundred and at five thousand open things', async () => {
  // Other groups have lines too.
  for (let group = 0; group < 20; group++) await openThings(500)
  const few = await openThings(500)
  const many = await openThings(5000)
  await sql`vacuum analyze todo_line`.execute(testApp.context.database)
  const page = { limit: 26, offset: 0 }
  const cost = async ({ context, networkId }: typeof few) => ({
    count: await blocksOf(context, (seen) => countToDo(seen, networkId)),
    list: await blocksOf(context, (seen) => listToDo(seen, networkId, page)),
  })
  const [small, large] = [await cost(few), await cost(many)]
  expect([small.count, small.list, large.count, large.list].map(({ length }) => length)).toEqual([1, 1, 1, 1])
  expect(large.count[0]).toBeLessThanOrEqual(20)
  for (const what of ['count', 'list'] as const)
    expect(large[what][0]).toBeLessThanOrEqual((small[what][0] ?? 0) * 1.3 + 2)
})
