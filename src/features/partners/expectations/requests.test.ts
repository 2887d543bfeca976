import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buildExpectationFixture,
  type ExpectationFixture,
} from '../../../../test/support/expectation-fixture.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { newId } from '../../../platform/context/identifier.ts'

let testApp: TestApp
let fixture: ExpectationFixture
const today = '2026-11-02'

beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  fixture = await buildExpectationFixture(testApp)
})
afterAll(() => testApp.close())

describe('the database refuses, whatever the code does', () => {
  let path = ''
  let id = ''
  beforeAll(async () => {
    path = await fixture.state({ consent: '' })
    id = (await fixture.requestsOf(path))[0]?.expectationId ?? ''
  })
  const insert = (statement: ReturnType<typeof sql>) => statement.execute(testApp.context.database)
  const relay = (relayId = newId()) =>
    sql`insert into partners_expectation_relay (relay_id, expectation_id, consent, relayed_on, relayed_at)
      values (${relayId}, ${id}, 'given', ${today}, now())`
  const ask = (organisationId: string, given: { memberUntil?: string; validUntil?: string } = {}) =>
    sql`insert into partners_expectation_request (request_id, expectation_id, asker_id, organisation_id, relay_id, membership_id,
        member_until, valid_until, asked_on, asked_at)
      select ${newId()}, ${id}, ${fixture.asker.id}, ${organisationId}, (select relay_id from partners_expectation_relay where expectation_id = ${id}),
        m.membership_id, ${given.memberUntil ?? null}::date, ${given.validUntil ?? null}::date, ${today}, now()
      from networks_membership m where m.organisation_id = ${organisationId}`

  test('a relay without a consent', async () => {
    await expect(insert(relay())).rejects.toThrow(/foreign key/)
    await fixture.askers.post(`${path}/consent`, { consent: 'refused' })
    await expect(insert(relay())).rejects.toThrow(/foreign key/)
  })

  test('to take a consent back once it was relayed', async () => {
    await fixture.askers.post(`${path}/consent`, { consent: 'given' })
    await insert(relay())
    const withdrawal = sql`update partners_expectation_consent set answer = 'withdrawn' where expectation_id = ${id}`
    await expect(insert(withdrawal)).rejects.toThrow(/foreign key/)
    await expect(insert(relay())).rejects.toThrow(/unique/)
  })

  test('to ask the asker, somebody twice, who has left, and who was dissolved', async () => {
    await expect(insert(ask(fixture.asker.id))).rejects.toThrow(/check/)
    await expect(insert(ask(fixture.asked.id))).rejects.toThrow(/unique/)
    await expect(insert(ask(fixture.left.id, { memberUntil: '2026-06-30' }))).rejects.toThrow(/check/)
    await expect(insert(ask(fixture.dissolved.id, { validUntil: '2026-10-01' }))).rejects.toThrow(/check/)
    await insert(ask(fixture.able.id))
  })

  test('to close it as met by who has not said so, and to change the answer by which it was met', async () => {
    const named =
      (await fixture.requestsOf(path)).find(({ organisationId }) => organisationId === fixture.able.id)?.id ??
      ''
    const close = (answered: string | null) =>
      sql`insert into partners_expectation_closing (expectation_id, outcome, request_id, answer, closed_on, closed_at)
        values (${id}, 'satisfied', ${answered === null ? null : named}, ${answered}, ${today}, now())`
    await expect(insert(close(null))).rejects.toThrow(/check/)
    await expect(insert(close('yes'))).rejects.toThrow(/foreign key/)
    await fixture.answer(path, fixture.able, { answer: 'yes' }, fixture.ableMember)
    await insert(close('yes'))
    const changed = sql`update partners_expectation_request set answer = 'no', reason = 'budget' where request_id = ${named}`
    await expect(insert(changed)).rejects.toThrow(/foreign key/)
  })

  test('an expectation without a theme, and a refusal without a reason', async () => {
    const themeless = sql`update partners_expectation set themes = '{}' where expectation_id = ${id}`
    await expect(insert(themeless)).rejects.toThrow(/check/)
    const reasonless = sql`update partners_expectation_request set answer = 'no', reason = null, answered_on = ${today}, answered_at = now()
      where expectation_id = ${id} and organisation_id = ${fixture.asked.id}`
    await expect(insert(reasonless)).rejects.toThrow(/check/)
  })
})
