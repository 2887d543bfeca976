import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { cooperationRecord, partyRecord } from '../../../../test/support/cooperation-record.ts'
import { hostileText } from '../../../../test/support/hostile-text.ts'
import { cellText } from '../../../platform/documents/xml.ts'
import { themes } from '../../networks/index.ts'
import type { CooperationAnswer } from '../records/schema.ts'
import { shares, writeIati } from './iati.ts'
import { sectorOf } from './iati-codes.ts'

const context = {
  network: { slug: 'france-coree', name: { fr: 'Groupe', ko: '그룹', en: 'Group' } },
  today: '2017-07-08',
  generatedAt: '2026-11-02T09:00:00Z',
  firstTrace: { fr: 'première trace', ko: '첫 기록', en: 'first trace' },
}

async function* slice(...records: CooperationAnswer[]): AsyncGenerator<CooperationAnswer[]> {
  yield records
}

async function xmlOf(...records: CooperationAnswer[]): Promise<string> {
  const xml = (await Array.fromAsync(writeIati(slice(...records), context))).join('')
  expect(XMLValidator.validate(xml)).toBe(true)
  return xml
}

type Node = Record<string, Node[] | string> & { ':@'?: Record<string, string> }
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
})

async function activityOf(
  record: CooperationAnswer,
): Promise<{ children: Node[]; attributes: Record<string, string> }> {
  const root: Node = parser.parse(await xmlOf(record)).find((node: Node) => 'iati-activities' in node)
  const activity = (root['iati-activities'] as Node[]).find((node) => 'iati-activity' in node)
  return { children: activity?.['iati-activity'] as Node[], attributes: activity?.[':@'] ?? {} }
}

const nameOf = (node: Node) => Object.keys(node).find((key) => key !== ':@') ?? ''
const named = (children: Node[], name: string) => children.filter((node) => nameOf(node) === name)
const narratives = (node: Node | undefined) =>
  Object.fromEntries(
    named((node?.[nameOf(node)] ?? []) as Node[], 'narrative').map((each) => [
      each[':@']?.['xml:lang'],
      (each.narrative as Node[])[0]?.['#text'] ?? '',
    ]),
  )

const textOf = (node: Node | undefined) => (node ? (node[nameOf(node)] as Node[])[0]?.['#text'] : undefined)

const full = cooperationRecord({
  since: '2016',
  themes: ['culture', 'arts', 'tourism', 'mobility'],
  summary: { fr: 'Un lien', en: 'A tie', ko: '협력' },
  actor_roles: [{ slug: 'cci', name: { fr: 'CCI' }, country: 'FR', kind: 'chamber_of_commerce', role: {} }],
})

// iati-activities-schema.xsd of version 2.03: elements of an activity in their order, and those required at least once.
const order = [
  'iati-identifier',
  'reporting-org',
  'title',
  'description',
  'participating-org',
  'other-identifier',
  'activity-status',
  'activity-date',
  'contact-info',
  'activity-scope',
  'recipient-country',
  'recipient-region',
  'location',
  'sector',
  'tag',
]
const mandatory = [
  'iati-identifier',
  'reporting-org',
  'title',
  'description',
  'participating-org',
  'activity-status',
  'activity-date',
]

describe('a cooperation as an activity of IATI 2.03', () => {
  test.each([
    ['with all that it can hold', full],
    ['with the least', cooperationRecord({ stated: { status: 'active', on: '2017-07-07' } })],
  ])('%s has the elements that the standard asks for, in its order', async (_, record) => {
    const { children, attributes } = await activityOf(record)
    const names = children.map(nameOf)
    expect(names).toEqual([...names].sort((a, b) => order.indexOf(a) - order.indexOf(b)))
    for (const name of mandatory) expect([name, names.includes(name)]).toEqual([name, true])
    for (const name of ['iati-identifier', 'reporting-org', 'title', 'activity-status'])
      expect(named(children, name).length).toBe(1)
    expect(attributes['last-updated-datetime']).toBe(record.updated_at)
  })

  test('names itself by the publisher, the network and its slug, and says who reports', async () => {
    const { children } = await activityOf(full)
    expect(textOf(named(children, 'iati-identifier')[0])).toBe('XX-ENTENTE-france-coree-limoges-icheon')
    const [reporting] = named(children, 'reporting-org')
    expect(reporting?.[':@']).toEqual({ ref: 'XX-ENTENTE', type: '90', 'secondary-reporter': '1' })
    expect(narratives(reporting)).toEqual({ fr: 'Groupe', ko: '그룹', en: 'Group' })
  })

  test('speaks three languages, each marked', async () => {
    const { children } = await activityOf(full)
    expect(narratives(named(children, 'title')[0])).toEqual({
      fr: 'Limoges – Icheon',
      ko: '리모주 – 이천시',
      en: 'Limoges – Icheon',
    })
    expect(narratives(named(children, 'description')[0])).toEqual({ fr: 'Un lien', ko: '협력', en: 'A tie' })
    expect(narratives(named(children, 'activity-date')[0])).toEqual({ fr: '2016', ko: '2016년', en: '2016' })
  })

  test('gives parties as accountable authorities and actors as those who carry out', async () => {
    const { children } = await activityOf(full)
    expect(named(children, 'participating-org').map((node) => node[':@'])).toEqual([
      { type: '11', role: '2' },
      { type: '11', role: '2' },
      { type: '70', role: '4' },
    ])
  })

  test('shares a hundred per cent among countries and among sectors, each named once', async () => {
    const { children } = await activityOf(full)
    expect(named(children, 'recipient-country').map((node) => node[':@'])).toEqual([
      { code: 'FR', percentage: '50' },
      { code: 'KR', percentage: '50' },
    ])
    expect(named(children, 'sector').map((node) => node[':@'])).toEqual([
      { vocabulary: '1', code: '16061', percentage: '33.34' },
      { vocabulary: '1', code: '33210', percentage: '33.33' },
      { vocabulary: '1', code: '21010', percentage: '33.33' },
    ])
    const { children: bare } = await activityOf(cooperationRecord({ since: '2016' }))
    expect(named(bare, 'sector').map((node) => node[':@'])).toEqual([
      { vocabulary: '1', code: '99810', percentage: '100' },
    ])
  })

  test.each([
    ['active', false, '2'],
    ['slow', false, '2'],
    ['dormant', true, '6'],
    ['reactivating', true, '6'],
    ['suspended', true, '6'],
    ['ended', true, '4'],
    ['prospective', false, '1'],
    ['in_talks', false, '1'],
    ['in_talks', true, '2'],
  ] as const)('that is %s (signed: %s) has the status %s', async (status, signed, code) => {
    const steps = signed ? [{ state: 'signed' as const, on: '1999', words: {} }] : []
    const agreement = {
      id: full.id,
      kind: 'mou' as const,
      state: signed ? ('signed' as const) : null,
      signed_on: signed ? '1999' : null,
      title: {},
      object: {},
      parties: [],
      parent: null,
      steps,
      planned_amount: null,
      currency: null,
    }
    const { children } = await activityOf(
      cooperationRecord({ since: '1999', status, agreements: [agreement] }),
    )
    expect(named(children, 'activity-status')[0]?.[':@']).toEqual({ code })
  })

  test.each([
    ['its start', { since: '2016-11' }, '2016-11-01', '2'],
    ['a start to come', { since: '2018' }, '2018-01-01', '1'],
    ['the only side of an interval that is known', { since: '../2016' }, '2016-12-31', '2'],
    [
      'its first trace',
      { since: null, stated: { status: 'active' as const, on: '2017-07-07' } },
      '2017-07-07',
      '2',
    ],
  ])('is dated by %s', async (_, given, isoDate, type) => {
    const { children } = await activityOf(cooperationRecord(given))
    expect(named(children, 'activity-date').map((node) => node[':@'])).toEqual([
      { 'iso-date': isoDate, type },
    ])
  })

  test('says so where the date is only a first trace', async () => {
    const { children } = await activityOf(
      cooperationRecord({ stated: { status: 'active', on: '2017-07-07' } }),
    )
    expect(narratives(named(children, 'activity-date')[0]).en).toBe('7 July 2017 (first trace)')
  })

  test('is left out, with a word about it, when nothing about it has a date', async () => {
    const xml = await xmlOf(cooperationRecord({ slug: 'a--b' }))
    expect(xml).not.toContain('<iati-activity ')
    expect(xml).toContain('<!-- a- -b: nothing about it has a date -->')
  })

  test('gives back every text that stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const held = `x${text}x`
        const parties = [partyRecord({ name: { fr: held } })]
        const { children } = await activityOf(
          cooperationRecord({ since: '2016', parties, summary: { fr: held } }),
        )
        expect(narratives(named(children, 'description')[0])).toEqual({ fr: cellText(held) })
      }),
    )
  })
})

describe('shares', () => {
  test('always make a hundred', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
        const sum = shares(count).reduce((total, share) => total + Math.round(Number(share) * 100), 0)
        expect([count, sum, shares(count).length]).toEqual([count, 10_000, count])
      }),
    )
  })
})

describe('sectors', () => {
  test('are five-digit codes for every theme', () => {
    for (const theme of themes) expect([theme, /^\d{5}$/.test(sectorOf[theme])]).toEqual([theme, true])
  })
})
