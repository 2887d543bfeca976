import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCooperation } from './build-cooperation.ts'
import { buildNetwork } from './build-network.ts'
import { findReference } from './build-organisation.ts'
import { openTestApp, type TestApp } from './open-test-app.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
})
afterAll(() => testApp.close())

describe('a test application', () => {
  test('answers pages without a port', async () => {
    const page = await testApp.get('/fr')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('<html lang="fr"')
  })

  test('is ready: database, migrations and jobs', async () => {
    const answer = await testApp.get('/readyz')
    expect(answer.json()).toEqual({
      status: 'ready',
      checks: { database: 'ok', migrations: 'ok', jobs: 'ok' },
    })
  })

  test('stands on a real part of the directory', async () => {
    expect(await findReference(testApp.context, 'evian-les-bains')).toMatchObject({
      country: 'FR',
      kind: 'commune',
    })
    for (const slug of ['valence', 'busan', 'alsace']) {
      expect(await findReference(testApp.context, slug)).toMatchObject({ slug })
    }
  })

  test('counts the statements that some work sends', async () => {
    const { context } = testApp
    const queries = await testApp.countQueries(async () => {
      await findReference(context, 'muju')
      await findReference(context, 'seoul')
    })
    expect(queries).toBe(2)
  })

  test('gives each test a network and cooperations of its own', async () => {
    const one = await buildNetwork(testApp.context)
    const other = await buildNetwork(testApp.context)
    const { slug } = await buildCooperation(testApp.context, one.id)
    const rows = await testApp.context.database
      .selectFrom('registry_cooperation')
      .select(['network_id', 'slug'])
      .where('network_id', 'in', [one.id, other.id])
      .execute()
    expect(rows).toEqual([{ network_id: one.id, slug }])
  })

  test('has a clock that stands until it is moved', () => {
    const before = testApp.clock.now().toString()
    expect(testApp.context.today).toBe('2026-11-02')
    testApp.clock.advance({ days: 3 })
    expect(testApp.context.today).toBe('2026-11-05')
    testApp.clock.moveTo(before)
  })
})
