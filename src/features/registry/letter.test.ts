import { beforeAll, describe, expect, test } from 'vitest'
import { type BuiltCooperation, buildCooperation } from '../../../test/support/build-cooperation.ts'
import { type BuiltNetwork, buildNetwork } from '../../../test/support/build-network.ts'
import { original } from '../../../test/support/build-texts.ts'
import { gatherFrom, letterFixture, readItem } from '../../../test/support/letter-fixture.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { recordLandmark } from '../networks/index.ts'
import { writeAgreement } from './agreements/commands.ts'
import type { AgreementState } from './codes.ts'

const since = '2026-10-01T09:00:00Z'
const long = '2020-01-01'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
  return testApp.close
})

const gather = (network: BuiltNetwork, key: string, given: Parameters<typeof letterFixture>[2] = { since }) =>
  gatherFrom(testApp, `registry.${key}`, letterFixture(testApp, network, given))
const slugs = async (network: BuiltNetwork, key: string, given?: Parameters<typeof letterFixture>[2]) =>
  (await gather(network, key, given)).map(({ path }) => path?.slice('/cooperations/'.length))

function sign(
  network: BuiltNetwork,
  { id, parties }: BuiltCooperation,
  on: string,
  given: { knownOn?: string; state?: AgreementState } = {},
) {
  const { knownOn = on, state = 'signed' } = given
  return writeAgreement(
    testApp.context,
    { id, networkId: network.id },
    {
      kind: 'twinning',
      title: original('Charte de jumelage'),
      parties: parties.map((each) => ({ organisationId: each.id })),
      steps: [{ state, on, knownOn }],
      position: 0,
      knownOn,
    },
  )
}

describe('new ties', () => {
  test('began, became known or were signed since the letter before; the latest comes first', async () => {
    const network = await buildNetwork(testApp.context)
    await buildCooperation(testApp.context, network.id, { slug: 'old', knownOn: long })
    await buildCooperation(testApp.context, network.id, {
      slug: 'known',
      knownOn: '2026-10-12',
      since: '1998',
    })
    await buildCooperation(testApp.context, network.id, {
      slug: 'began',
      knownOn: '2026-10-20',
      since: '2026-10-15',
    })
    const signed = await buildCooperation(testApp.context, network.id, { slug: 'signed', knownOn: long })
    await sign(network, signed, '2026-10-18')
    const draft = await buildCooperation(testApp.context, network.id, { slug: 'draft', knownOn: long })
    await sign(network, draft, '2026-10-18', { state: 'in_talks' })
    const ancient = await buildCooperation(testApp.context, network.id, { slug: 'ancient', knownOn: long })
    await sign(network, ancient, '1987', { knownOn: '2026-10-18' })
    const recent = await buildCooperation(testApp.context, network.id, { slug: 'recent', knownOn: long })
    await sign(network, recent, '2026-09-10', { knownOn: '2026-10-18' })
    expect(await slugs(network, 'newTies')).toEqual(['signed', 'began', 'recent', 'known'])
  })

  test('say why they are told, what was signed and how they stand, in the reader’s words', async () => {
    const network = await buildNetwork(testApp.context)
    const tie = await buildCooperation(testApp.context, network.id, {
      slug: 'began',
      since: '2026-10-15',
      knownOn: '2026-10-20',
      summary: original('Autour de la céramique.'),
      standings: [
        {
          status: 'active',
          intention: null,
          reason: {},
          saidById: null,
          statedOn: '2026-10-20',
          knownOn: '2026-10-20',
        },
      ],
    })
    await sign(network, tie, '2026-10-15')
    const [item] = await gather(network, 'newTies')
    if (!item) throw new Error('Nothing is told')
    expect(readItem(item)).toMatch(
      / – .* \| Nouvelle coopération \| Depuis : 15 octobre 2026 \| Charte de jumelage · signé · 15 octobre 2026 \| Active$/,
    )
    expect(readItem(item, 'ko')).toContain('| 새로 시작된 교류 | 교류 시작: 2026년 10월 15일 |')
    expect(item).toMatchObject({
      key: `cooperation:${tie.id}`,
      organisationIds: tie.parties.map(({ id }) => id),
      text: { fr: { text: 'Autour de la céramique.' } },
    })
  })

  test('are dated ones alone the first time, when the whole registry became known', async () => {
    const network = await buildNetwork(testApp.context)
    await buildCooperation(testApp.context, network.id, {
      slug: 'loaded',
      since: '2007',
      knownOn: '2026-10-20',
    })
    await buildCooperation(testApp.context, network.id, {
      slug: 'began',
      since: '2026-08-15',
      knownOn: '2026-10-20',
    })
    expect(await slugs(network, 'newTies', {})).toEqual(['began'])
  })

  test('are neither what a network does not list nor what is not yet known', async () => {
    const network = await buildNetwork(testApp.context)
    const other = await buildNetwork(testApp.context)
    const begun = { since: '2026-10-15', knownOn: '2026-10-20' }
    await buildCooperation(testApp.context, network.id, { slug: 'told', ...begun })
    await buildCooperation(testApp.context, network.id, { slug: 'beside', ...begun, listed: false })
    await buildCooperation(testApp.context, network.id, { slug: 'later', ...begun, knownOn: '2026-11-03' })
    await buildCooperation(testApp.context, other.id, { slug: 'elsewhere', ...begun })
    const signed = await buildCooperation(testApp.context, network.id, { slug: 'signed', knownOn: long })
    await sign(network, signed, '2026-10-18', { knownOn: '2026-11-03' })
    expect(await slugs(network, 'newTies')).toEqual(['told'])
    expect(await slugs(network, 'newTies', { since, today: '2026-11-03' })).toEqual(
      expect.arrayContaining(['told', 'later', 'signed']),
    )
  })
})

test('anniversaries are those of ten years and more within six months, ties and landmarks by date', async () => {
  const network = await buildNetwork(testApp.context)
  const tie = (slug: string, began: string, knownOn = long) =>
    buildCooperation(testApp.context, network.id, { slug, since: began, knownOn })
  await tie('fifty', '1977-01-15')
  await tie('twenty-five', '2001-12-01')
  await tie('five', '2021-12-01')
  await tie('too-far', '1997-06-01')
  await tie('thirteen', '2013-12-01')
  await tie('unknown', '2006-12-01', '2026-11-03')
  await recordLandmark(testApp.context, network.id, {
    slug: 'relations',
    title: { ...original('Relations diplomatiques'), ko: { text: '수교', state: 'reviewed' } },
    when: '1886-12-10',
    concerns: [],
    knownOn: long,
  })
  const found = await gather(network, 'anniversaries')
  expect(found.map((item) => readItem(item).replace(/coopération .*? \|/, 'coopération |'))).toEqual([
    'Début de la coopération | 25 ans · 1er décembre 2026 · ce mois-ci',
    'Relations diplomatiques | 140 ans · 10 décembre 2026 · dans 1 mois',
    'Début de la coopération | 50 ans · 15 janvier 2027 · dans 2 mois',
  ])
  expect([found[1]?.path, found[1]?.title.ko?.text]).toEqual([null, '수교'])
})

test.each(['newTies', 'anniversaries'])('registry.%s asks as often for three as for one', async (key) => {
  const network = await buildNetwork(testApp.context)
  const add = (slug: string) =>
    buildCooperation(testApp.context, network.id, {
      slug,
      since: key === 'newTies' ? '2026-10-15' : '2006-12-01',
      knownOn: '2026-10-20',
    })
  const count = (told: number) =>
    testApp.countQueries(async () => expect((await gather(network, key)).length).toBe(told))
  await add('one')
  const one = await count(1)
  await add('two')
  await add('three')
  expect(await count(3)).toBe(one)
  expect(one).toBeLessThanOrEqual(5)
})
