import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../../platform/context/context.ts'
import { listSides, type Side } from '../../agenda/planning/index.ts'
import { trades } from '../../contacts/index.ts'
import type { RoutedOrganisation, RoutedPeer, RoutedQuestion } from './peer.ts'
import { followWaves, planWave, type Surroundings } from './waves.ts'

let sides: ReadonlyMap<string, Side>
beforeAll(async () => {
  const days = {
    countries: ['FR', 'KR', 'ES'],
    from: '2017-01-01',
    to: '2018-12-31',
    knownOn: '2017-11-01',
    networkId: null,
  }
  const found = await listSides({} as Context, days)
  sides = new Map(found.map((side) => [side.country, side]))
})

const authority = (
  id: string,
  country = 'KR',
  more: Partial<RoutedOrganisation> = {},
): RoutedOrganisation => ({
  ...{ id, country, population: 100_000, areaPopulation: null },
  tiers: country === 'FR' ? ['commune'] : country === 'KR' ? ['basic'] : [],
  ...more,
})
const peer = (id: string, organisation: RoutedOrganisation, more: Partial<RoutedPeer> = {}): RoutedPeer => ({
  ...{
    id,
    organisation,
    trades: ['early_childhood'],
    languages: ['ko'],
    consents: true,
    notOn: [],
    quota: 2,
  },
  ...{ askedOn: [], answered: 0, asked: 0, absentUntil: null, quiet: [], sheets: [] },
  ...more,
})
const question: RoutedQuestion = {
  ...{ by: authority('issy', 'FR'), themes: ['early_childhood'], trade: 'early_childhood', language: 'fr' },
  ...{ visibility: 'group', named: [] },
}
const around = (
  tied: readonly string[] = [],
  leaving: Readonly<Record<string, number>> = {},
): Surroundings => ({
  sides,
  areTied: (one, other) => tied.includes(`${one} ${other}`) || tied.includes(`${other} ${one}`),
  leavingOn: (day) => leaving[day] ?? 0,
})
const friday = Temporal.Instant.from('2017-09-29T08:00:00Z')
const idsOf = (peers: readonly RoutedPeer[], asked = question, tied: readonly string[] = [], at = friday) =>
  planWave(asked, peers, around(tied), at).mails.map((mail) => mail.peer.id)
const whyOf = (one: RoutedPeer, asked = question, at = friday) =>
  planWave(asked, [one], around(), at).notAsked[0]?.why

describe('the days of a question', () => {
  test('jump the ten days on which Korean offices are closed, and count those on which both sides work', () => {
    const peers = [
      peer('guro', authority('guro')),
      peer('lyon', authority('lyon', 'FR')),
      peer('late', authority('late')),
    ]
    const { waves, escalatesOn } = followWaves(
      question,
      [...peers, peer('next', authority('next'))],
      around(),
      friday,
    )
    const leaves = waves.map((mails) => mails.map((mail) => `${mail.peer.id} ${mail.leavesAt}`))
    // Nine in Seoul is after the holidays; nine in Paris is the next working day, Monday 2 October.
    expect(leaves).toEqual([
      ['guro 2017-10-10T00:00:00Z', 'late 2017-10-10T00:00:00Z', 'lyon 2017-10-02T07:00:00Z'],
      ['next 2017-10-18T00:00:00Z'],
    ])
    // From 10 October: 11, 12, 13, 16, 17 are five; 24 is the tenth, and 25 the first after it.
    expect(escalatesOn).toBe('2017-10-25')
  })

  test('go to the coordinator five days after the last wave that had anybody, and at once where nobody can be asked', () => {
    const one = followWaves(question, [peer('guro', authority('guro'))], around(), friday)
    expect([one.waves.length, one.escalatesOn]).toEqual([1, '2017-10-18'])
    const none = followWaves(question, [peer('own', question.by)], around(), friday)
    expect([none.waves, none.escalatesOn]).toEqual([[], '2017-09-29'])
  })

  test.each([
    // The clocks of France go back on 29 October 2017.
    ['FR', '2017-10-27T12:00:00Z', '2017-10-30T08:00:00Z'],
    ['FR', '2017-10-26T12:00:00Z', '2017-10-27T07:00:00Z'],
    // The day after the Ascension is a bridge, and a working day.
    ['FR', '2017-05-24T12:00:00Z', '2017-05-26T07:00:00Z'],
    ['FR', '2017-05-24T06:59:00Z', '2017-05-24T07:00:00Z'],
    ['KR', '2017-09-29T00:00:00Z', '2017-09-29T00:00:00Z'],
    ['ES', '2017-10-11T12:00:00Z', '2017-10-13T07:00:00Z'],
  ])('leave at nine of a reader in %s: asked at %s, at %s', (country, at, leavesAt) => {
    const asked = { ...question, by: authority('asker', country === 'FR' ? 'KR' : 'FR') }
    const [mail] = planWave(
      asked,
      [peer('one', authority('one', country))],
      around(),
      Temporal.Instant.from(at),
    ).mails
    expect(String(mail?.leavesAt)).toBe(leavesAt)
  })

  test('wait where thirty mails of a network leave already', () => {
    const [mail] = planWave(
      question,
      [peer('one', authority('one'))],
      around([], { '2017-10-10': 30 }),
      friday,
    ).mails
    expect(mail?.day).toBe('2017-10-11')
  })
})

describe('who is asked first', () => {
  const ranked: [string, Partial<RoutedPeer>, Partial<RoutedOrganisation>][] = [
    ['trade', {}, {}],
    ['sheet', { trades: [], sheets: ['early_childhood'] }, {}],
  ]
  test('does that work, then has done it, then works beside it', () => {
    const peers = ranked.map(([id, more]) => peer(id, authority(id), more)).toReversed()
    expect(idsOf(peers)).toEqual(['trade', 'sheet'])
  })

  test.each<[string, RoutedPeer, RoutedPeer]>([
    ['has a tie', peer('z', authority('tied')), peer('a', authority('free'))],
    [
      'is of like size',
      peer('z', authority('like')),
      peer('a', authority('large', 'KR', { population: 300_001 })),
    ],
    [
      'answers',
      peer('z', authority('one'), { answered: 3, asked: 4 }),
      peer('a', authority('two'), { answered: 1, asked: 4 }),
    ],
    [
      'was asked less',
      peer('z', authority('one')),
      peer('a', authority('two'), { askedOn: ['2017-07-20'], asked: 0 }),
    ],
    ['speaks the language', peer('z', authority('one'), { languages: ['fr'] }), peer('a', authority('two'))],
  ])('%s, all else being equal', (_, first, second) => {
    expect(idsOf([second, first], question, ['issy tied'])).toEqual(['z', 'a'])
  })

  test('two of other countries, then whoever is best of all', () => {
    const own = ['o1', 'o2', 'o3'].map((id) => peer(id, authority(id, 'FR'), { answered: 9, asked: 9 }))
    const abroad = ['k1', 'k2', 'k3'].map((id) => peer(id, authority(id)))
    expect(idsOf([...own, ...abroad])).toEqual(['k1', 'k2', 'o1'])
  })
})

test.each<[string, Partial<RoutedPeer>, RoutedQuestion?]>([
  ['consent', { consents: false }],
  ['consent', { notOn: ['early_childhood'] }],
  ['visibility', {}, { ...question, visibility: 'named', named: ['other'] }],
  ['visibility', {}, { ...question, visibility: 'pair' }],
  // Until that day, this one included.
  ['absent', { absentUntil: '2017-10-10' }],
  ['quiet', { quiet: [['2017-10-01', '2017-10-31']] }],
  ['quota', { askedOn: ['2017-09-11', '2017-09-12'] }],
  ['quota', { quota: 0 }],
  // 29 September is the last Korean working day before 10 October.
  ['recent', { askedOn: ['2017-09-29'] }],
  ['competence', { organisation: authority('region', 'FR', { tiers: ['region'] }) }],
  ['trade', { trades: ['parks'] }],
])('nobody is asked whom that stands against: %s', (why, more, asked = question) => {
  expect(whyOf(peer('one', authority('one'), more), asked)).toBe(why)
})

test.each<Partial<RoutedPeer>>([
  { absentUntil: '2017-10-09' },
  { askedOn: ['2017-09-25'] },
  { askedOn: ['2017-08-01', '2017-08-02', '2017-08-03'] },
])('somebody is asked again once that is over: %o', (more) => {
  const asked = more.askedOn?.includes('2017-09-25') ? Temporal.Instant.from('2017-10-18T00:00:00Z') : friday
  expect(idsOf([peer('one', authority('one'), more)], question, [], asked)).toEqual(['one'])
})

test('no wave breaks a rule, and the order of people never counts', () => {
  const countries = fc.constantFrom('FR', 'KR', 'ES')
  const anyPeer = fc
    .record({
      organisation: fc.record({ number: fc.integer({ min: 0, max: 5 }), country: countries }),
      trades: fc.subarray([...trades], { maxLength: 3 }),
      consents: fc.boolean(),
      quota: fc.integer({ min: 0, max: 3 }),
      askedOn: fc.array(
        fc.integer({ min: 1, max: 29 }).map((day) => `2017-09-${String(day).padStart(2, '0')}`),
        { maxLength: 4 },
      ),
      answered: fc.integer({ min: 0, max: 4 }),
    })
    .map(({ organisation: { number, country }, ...more }) => ({
      ...more,
      organisation: authority(`${country}${number}`, country),
    }))
  const peersOf = fc
    .array(anyPeer, { maxLength: 25 })
    .map((list) =>
      list.map((more, index) =>
        peer(String(index), more.organisation, { ...more, asked: more.askedOn.length + more.answered }),
      ),
    )
  const ask = fc.record({
    visibility: fc.constantFrom('group', 'named'),
    number: fc.integer({ min: 0, max: 5 }),
    country: countries,
  })
  fc.assert(
    fc.property(
      peersOf,
      ask,
      fc.infiniteStream(fc.nat()),
      (peers, { visibility, number, country }, numbers) => {
        const by = authority(`${country}${number}`, country)
        const asked: RoutedQuestion = {
          ...question,
          by,
          visibility: visibility as 'group',
          named: ['KR1', 'FR2'],
        }
        const { waves, notAsked } = followWaves(asked, peers, around(), friday)
        const mixed = peers
          .map((each) => ({ each, at: numbers.next().value }))
          .toSorted((one, other) => one.at - other.at)
          .map(({ each }) => each)
        const again = followWaves(asked, mixed, around(), friday)
        const ids = (found: typeof waves) => found.map((mails) => mails.map((mail) => mail.peer.id))
        expect(ids(again.waves)).toEqual(ids(waves))
        for (const mails of waves) {
          expect(mails.length).toBeLessThanOrEqual(3)
          expect(new Set(mails.map((mail) => mail.peer.organisation.id)).size).toBe(mails.length)
          for (const mail of mails) {
            expect(mail.peer.organisation.id).not.toBe(by.id)
            if (visibility === 'named') expect(asked.named).toContain(mail.peer.organisation.id)
            const month = Temporal.PlainDate.from(mail.day).subtract({ days: 30 }).toString()
            expect(mail.peer.askedOn.filter((on) => on >= month).length).toBeLessThan(mail.peer.quota)
            expect(mail.peer.consents).toBe(true)
          }
        }
        // Everybody is asked once, or the reason is told.
        expect([...ids(waves).flat(), ...notAsked.map(({ id }) => id)].toSorted()).toEqual(
          peers.map(({ id }) => id).toSorted(),
        )
      },
    ),
    { numRuns: 200 },
  )
})
