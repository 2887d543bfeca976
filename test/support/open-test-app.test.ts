import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCooperation } from './build-cooperation.ts'
import { buildNetwork } from './build-network.ts'
import { findReference } from './build-organisation.ts'
import { openTestApp, type TestApp } from './open-test-app.ts'

let house: TestApp
beforeAll(async () => {
  house = await openTestApp({ demonstration: true })
})
afterAll(() => house.close())

describe('a test application', () => {
  test('answers pages without a port', async () => {
    const page = await house.get('/fr')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('<html lang="fr"')
  })

  test('is ready: database, migrations and jobs', async () => {
    const answer = await house.get('/readyz')
    expect(answer.json()).toEqual({
      status: 'ready',
      checks: { database: 'ok', migrations: 'ok', jobs: 'ok' },
    })
  })

  test('stands on a real part of the directory', async () => {
    expect(await findReference(house.context, 'evian-les-bains')).toMatchObject({
      country: 'FR',
      kind: 'commune',
    })
    for (const slug of ['valence', 'busan', 'alsace']) {
      expect(await findReference(house.context, slug)).toMatchObject({ slug })
    }
  })

  test('counts the statements that some work sends', async () => {
    const { context } = house
    const queries = await house.countQueries(async () => {
      await findReference(context, 'muju')
      await findReference(context, 'seoul')
    })
    expect(queries).toBe(2)
  })

  test('gives each test a network and cooperations of its own', async () => {
    const one = await buildNetwork(house.context)
    const other = await buildNetwork(house.context)
    const { slug } = await buildCooperation(house.context, one.id)
    const rows = await house.context.database
      .selectFrom('registry_cooperation')
      .select(['network_id', 'slug'])
      .where('network_id', 'in', [one.id, other.id])
      .execute()
    expect(rows).toEqual([{ network_id: one.id, slug }])
  })

  test('has a clock that stands until it is moved', () => {
    const before = house.clock.now().toString()
    expect(house.context.today).toBe('2026-11-02')
    house.clock.advance({ days: 3 })
    expect(house.context.today).toBe('2026-11-05')
    house.clock.moveTo(before)
  })
})
