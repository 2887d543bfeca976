import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { somebody } from '../../../test/support/known-actors.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import type { Context } from '../context/context.ts'
import { newId } from '../context/identifier.ts'
import { inTransaction } from '../database/transaction.ts'
import {
  type EditionSeries,
  findEdition,
  freezeEdition,
  listEditions,
  readFacts,
  withdrawEdition,
} from './editions.ts'
import { addErratum, listErrata, removeErrata } from './errata.ts'
import { digestOf } from './frozen-facts.ts'
import { personalEditions } from './personal-editions.ts'
import { isSecondPerson } from './second-person.ts'

const claire = somebody()
const typed = (text: string) => ({ texts: { fr: text }, reviewed: [], original: 'fr' })
const day = '2026-11-02'

let testApp: TestApp
let context: Context
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  context = { ...testApp.context, actor: claire, today: day }
  return testApp.close
})

const newSeries = (kind: EditionSeries['kind'] = 'brief'): EditionSeries => ({ networkId: newId(), kind })

function freeze(series: EditionSeries, facts: object, within = context) {
  return inTransaction(within, (inside) => freezeEdition(inside, { ...series, day, facts }))
}

test('editions are numbered by network and kind, and give back what was frozen, on the days since', async () => {
  const series = newSeries()
  const facts = { population: 1_200, name: 'Limoges', none: null }
  const first = await freeze(series, facts)
  expect(first).toEqual({ id: first.id, number: 1, digest: digestOf(facts) })
  expect(await readFacts(context, first.id)).toEqual(facts)
  expect((await freeze(series, {}, { ...context, today: '2026-11-03' })).number).toBe(2)
  expect((await freeze({ ...series, kind: 'report' }, {})).number).toBe(1)
  expect((await freeze(newSeries(), {})).number).toBe(1)
  expect(await listEditions(context, series)).toEqual([await findEdition(context, series, '1')])
  expect(await findEdition(context, series, 1)).toEqual({
    ...first,
    day,
    madeAt: expect.any(Date),
    madeBy: claire.personId,
    erasedAt: null,
    withdrawnAt: null,
    withdrawnReason: null,
  })
  const numbers = (await listEditions({ ...context, today: '2026-11-03' }, series)).map(
    ({ number }) => number,
  )
  expect(numbers).toEqual([2, 1])
  for (const number of [0, 2, 3, '1e0', '99999999999', 'x'])
    await expect(findEdition(context, series, number)).rejects.toMatchObject({ reason: 'notFound' })
})

test('two that are frozen at once get two numbers', async () => {
  const series = newSeries()
  const editions = await Promise.all([1, 2, 3, 4].map((nr) => freeze(series, { nr })))
  expect(editions.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4])
})

test('facts of more than 5 MB are refused, and leave no gap', async () => {
  const series = newSeries()
  const facts = (length: number) => ({ a: 'x'.repeat(length - '{"a":""}'.length) })
  await expect(freeze(series, facts(20_000_001))).rejects.toMatchObject({
    reason: 'tooLarge',
    message: 'The facts take 20000001 bytes; an edition holds 20000000 at most',
  })
  expect((await freeze(series, facts(20_000_000))).number).toBe(1)
})

test('facts of which one character was changed are refused, and an erasure does not make them good', async () => {
  const { id } = await freeze(newSeries(), { head: 'Hélène Kerbihan', population: 1200 })
  await sql`update platform_edition set facts = replace(facts, '1200', '1201') where edition_id = ${id}`.execute(
    context.database,
  )
  const altered = new RegExp(`^The facts of brief 1 \\(${id}\\) do not match their digest$`)
  await expect(readFacts(context, id)).rejects.toThrow(altered)
  await personalEditions.erase(context, { personId: null, names: ['Hélène Kerbihan'], addresses: [] })
  await expect(readFacts(context, id)).rejects.toThrow(altered)
})

test('an edition is withdrawn once, with its reason; its number stays taken', async () => {
  const series = newSeries()
  await freeze(series, {})
  await expect(withdrawEdition(context, series, 1, typed(' '))).rejects.toMatchObject({
    reason: 'wrongInput',
  })
  await withdrawEdition(context, series, 1, typed('Chiffre faux'))
  expect(await findEdition(context, series, 1)).toMatchObject({
    withdrawnAt: expect.any(Date),
    withdrawnReason: { fr: { text: 'Chiffre faux', state: 'original' } },
  })
  await expect(withdrawEdition(context, series, 1, typed('Encore'))).rejects.toMatchObject({
    reason: 'taken',
  })
  await expect(withdrawEdition(context, series, 2, typed('Non'))).rejects.toMatchObject({
    reason: 'notFound',
  })
  expect((await freeze(series, {})).number).toBe(2)
})

test('errata stand beside their subject alone, from the day on which they are known', async () => {
  const subject = { kind: 'brief' as const, id: newId() }
  await expect(addErratum(context, subject, typed(''))).rejects.toMatchObject({ reason: 'wrongInput' })
  await addErratum(context, subject, typed('Lire 1 201'))
  await addErratum({ ...context, today: '2026-11-03' }, subject, typed('Lire 1 202'))
  const said = async (today: string, of: typeof subject = subject) =>
    (await listErrata({ ...context, today }, of)).map(({ text }) => text.fr?.text)
  expect(await said('2026-11-01')).toEqual([])
  expect(await said(day)).toEqual(['Lire 1 201'])
  expect(await said('2026-11-03')).toEqual(['Lire 1 201', 'Lire 1 202'])
  expect(await listErrata(context, { ...subject, kind: 'report' })).toEqual([])
  await removeErrata(context, subject)
  expect(await said('2026-11-03')).toEqual([])
})

test('a name that is erased goes from the facts, which say so and have their own digest from then on', async () => {
  const series = newSeries()
  const facts = { fr: 'Présents :\nJeanne Le Goff', left: 'Muju' }
  const { id, digest } = await freeze(series, facts)
  const other = await freeze(newSeries(), { left: 'Muju' })
  const subject = { personId: claire.personId, names: ['Jeanne Le Goff'], addresses: [] }
  await personalEditions.erase(context, subject)
  expect(await readFacts(context, id)).toEqual({ fr: 'Présents :\n[nom effacé]', left: 'Muju' })
  expect(await findEdition(context, series, 1)).toMatchObject({
    digest,
    madeBy: null,
    erasedAt: expect.any(Date),
  })
  expect(await readFacts(context, other.id)).toEqual({ left: 'Muju' })
})

test('a second person is one with another account', () => {
  expect(isSecondPerson(claire, newId())).toBe(true)
  expect(isSecondPerson(claire, null)).toBe(true)
  expect(isSecondPerson(claire, claire.personId)).toBe(false)
  expect(isSecondPerson({ kind: 'operator' }, newId())).toBe(false)
})
