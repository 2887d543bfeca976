import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tiers } from '../../partners/index.ts'
import { computePath, type PathParty } from './legal-path.ts'
import { progressOf } from './progress.ts'
import { type Act, acts, circumstances, listRules, parseRules, type StepKey } from './rules.ts'

const limoges: PathParty = { country: 'FR', tiers: ['commune'] }
const icheon: PathParty = { country: 'KR', tiers: ['basic'] }
const sejong: PathParty = { country: 'KR', tiers: ['upper', 'basic'] }

function sideOf(party: PathParty, kind: Act, on: string, given: object = {}) {
  const [side] = computePath({ kind, on, parties: [party], ...given }).sides
  if (!side) throw new Error('No side')
  return side
}
function stepOf(party: PathParty, kind: Act, on: string, step: StepKey, given: object = {}) {
  const rule = sideOf(party, kind, on, given).steps.find((each) => each.step === step)
  return rule && { required: rule.required, article: rule.article, caution: rule.caution }
}

describe('in Korea', () => {
  it('the council votes on a twinning by the article of its day, and the decree’s word of that day', () => {
    const before = '제39조제1항제10호, 시행령 제37조(자매결연)'
    const since = '제47조제1항제10호, 시행령 제39조(친선결연)'
    const vote = (on: string) => stepOf(icheon, 'twinning', on, 'vote')
    expect(vote('2015-04-22')).toEqual({ required: 'yes', article: before, caution: null })
    expect(vote('2022-01-12')?.article).toBe(before)
    expect(vote('2022-01-13')).toEqual({ required: 'yes', article: since, caution: 'new_word' })
    expect(vote('2026-12-02')?.article).toBe(since)
  })

  it('a friendship needs no vote by the Act: its ordinance says, and what 2022 changed is to be checked', () => {
    expect(stepOf(sejong, 'friendship', '2017-07-08', 'vote')).toEqual({
      required: 'depends',
      article: '제39조제2항',
      caution: 'ordinance_friendship',
    })
    const rule = sideOf(sejong, 'friendship', '2026-12-02').steps.find(({ step }) => step === 'vote')
    expect(rule).toMatchObject({
      required: 'depends',
      article: '제47조제2항',
      checked_on: null,
      caution: 'ordinance_reach',
    })
  })

  it('an event that is hosted and money beyond the budget are voted besides', () => {
    expect(stepOf(icheon, 'event', '2020-05-01', 'event_vote')?.article).toBe(
      '제39조제1항제10호, 시행령 제37조',
    )
    expect(stepOf(icheon, 'friendship', '2024-05-01', 'event_vote', { event: true })?.required).toBe('yes')
    expect(stepOf(icheon, 'friendship', '2024-05-01', 'event_vote')).toBeUndefined()
    expect(stepOf(icheon, 'friendship', '2024-05-01', 'budget_vote', { money: true })?.article).toBe(
      '제47조제1항제8호',
    )
  })
})

describe('in France', () => {
  it('a written agreement was compulsory until the law of 7 July 2014, and is optional since', () => {
    const convention = (on: string) => stepOf(limoges, 'twinning', on, 'convention')?.required
    expect([convention('1999-06-01'), convention('2014-07-07')]).toEqual(['yes', 'yes'])
    expect([convention('2014-07-09'), convention('2026-12-02')]).toEqual(['depends', 'depends'])
  })

  it('each level has its own articles, and the vote comes before the signature', () => {
    const articles = (tier: (typeof tiers)[number]) =>
      sideOf({ country: 'FR', tiers: [tier] }, 'twinning', '2026-12-02')
        .steps.filter(({ step }) => step === 'transmit' || step === 'control')
        .map(({ article }) => article)
    expect(articles('commune')).toEqual(['art. L.2131-1, L.2131-2', 'art. L.2131-6'])
    expect(articles('departement')).toEqual(['art. L.3131-1, L.3131-2', 'art. L.3132-1'])
    expect(articles('region')).toEqual(['art. L.4141-1, L.4141-2', 'art. L.4142-1'])
    expect(articles('epci')).toEqual(['art. L.5211-3', 'art. L.5211-3'])
    const order = sideOf(limoges, 'friendship', '2026-12-02').steps.map(({ step }) => step)
    expect(order.indexOf('vote')).toBeLessThan(order.indexOf('sign'))
  })

  it('no leave of the State is needed, except where the partner is a State', () => {
    const leave = (given: object) => stepOf(limoges, 'twinning', '2020-01-01', 'state_leave', given)
    expect(leave({})?.required).toBe('no')
    expect(leave({ state: true })).toEqual({
      required: 'depends',
      article: 'art. L.1115-5',
      caution: 'state_partner_leave',
    })
    expect(stepOf(limoges, 'twinning', '2000-01-01', 'state_leave', { state: true })?.caution).toBe(
      'no_article',
    )
  })

  it('two tiers in one follow the first, and are told that they have rules of their own', () => {
    const { steps, cautions } = sideOf(
      { country: 'FR', tiers: ['epci', 'departement'] },
      'twinning',
      '2026-12-02',
    )
    expect(steps.find(({ step }) => step === 'transmit')?.article).toBe('art. L.5211-3')
    expect(cautions).toEqual([{ key: 'special_status' }])
  })
})

describe('what is not known', () => {
  it('is said: a day before the first law, a country without rules whatever its levels, a body that is no authority', () => {
    expect(sideOf(icheon, 'twinning', '1999-01-01')).toEqual({
      party: icheon,
      steps: [],
      cautions: [{ key: 'before_first_law', day: '2007-05-11' }],
    })
    expect(sideOf(limoges, 'twinning', '1985-01-01').cautions).toEqual([
      { key: 'before_first_law', day: '1992-02-08' },
    ])
    const monaco: PathParty = { country: 'MC', tiers: [] }
    const fiveLevels: PathParty = { country: 'MA', tiers: tiers.slice(0, 5) }
    for (const party of [monaco, fiveLevels])
      expect(sideOf(party, 'twinning', '2026-12-02')).toEqual({
        party,
        steps: [],
        cautions: [{ key: 'unknown_country' }],
      })
    expect(sideOf({ country: 'FR', tiers: [] }, 'mou', '2026-12-02').cautions).toEqual([
      { key: 'no_authority' },
    ])
    const path = computePath({ kind: 'twinning', on: '2026-12-02', parties: [limoges, limoges] })
    expect(path.cautions).toEqual(['same_country'])
  })
})

describe('the table of rules', () => {
  const head =
    'country\ttiers\tkinds\twhen\tstep\tby\trequired\tlaw\tarticle\tfrom\tuntil\taddress\tchecked_on\tcaution'
  const line = (from: string, until: string, tier = '*', checked = '') =>
    ['KR', tier, '*', '', 'vote', 'council', 'yes', '지방자치법', '제1조', from, until, '', checked, ''].join(
      '\t',
    )

  it('refuses two rules of one step on one day, a code of no list, and a check without an address', () => {
    const read = (...lines: string[]) => parseRules([head, ...lines].join('\n'))
    expect(read(line('2007-01-01', '2008-01-01'), line('2008-01-02', ''))).toHaveLength(2)
    expect(() => read(line('2007-01-01', '2008-01-01'), line('2008-01-01', ''))).toThrow('Two rules')
    expect(() => read(line('2007-01-01', '', 'basic'), line('2008-01-01', '', '*'))).toThrow('Two rules')
    expect(() => read(line('2007-01-01', '', 'county'))).toThrow('tiers')
    expect(() => read(line('2007-02-31', ''))).toThrow('from')
    expect(() => read(line('2007-01-01', '', '*', '2026-11-29'))).toThrow('a check of an address')
  })

  it('gives on every day at most one article for a side and a step, in force on that day', () => {
    expect(listRules().length).toBeGreaterThan(60)
    const day = fc
      .integer({ min: 0, max: 80_000 })
      .map((days) => Temporal.PlainDate.from('1900-01-01').add({ days }).toString())
    const given = fc.record(Object.fromEntries(circumstances.map((each) => [each, fc.boolean()])))
    const party = fc.record({
      country: fc.constantFrom('FR', 'KR', 'MC'),
      tiers: fc.subarray([...tiers]),
    })
    fc.assert(
      fc.property(day, fc.constantFrom(...acts), given, party, (on, kind, flags, each) => {
        const { steps } = sideOf(each, kind, on, flags)
        expect(new Set(steps.map(({ step }) => step)).size).toBe(steps.length)
        for (const { from, until, country } of steps) {
          expect(from <= on && (until === null || on <= until)).toBe(true)
          expect(country).toBe(each.country)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('the progress of a step', () => {
  const vote = { step: 'vote', required: 'yes' } as const
  const act = (...steps: ['approved' | 'signed' | 'draft' | 'transmitted', string | null][]) => ({
    kind: 'twinning' as const,
    steps: steps.map(([state, happened]) => ({ state, happened })),
  })

  it('is out of order only where the vote is certainly later than the signature', () => {
    expect(progressOf(vote, act(['signed', '2015-04-22'], ['approved', '2015-05-01']))).toEqual({
      state: 'out_of_order',
      evidence: { state: 'approved', happened: '2015-05-01' },
    })
    for (const steps of [
      act(['approved', '2015-04-22'], ['signed', '2015-04-22']),
      act(['signed', '2015'], ['approved', '2015-05']),
    ])
      expect(progressOf(vote, steps)?.state).toBe('done')
  })

  it('is unknown where nothing is recorded, not done while the text waits, and none where nothing is asked', () => {
    expect(progressOf(vote, act(['signed', '2015']))).toEqual({ state: 'unknown', evidence: null })
    expect(progressOf(vote, act())?.state).toBe('unknown')
    const draft = act(['draft', '2015-01'])
    expect([progressOf(vote, draft)?.state, progressOf({ ...vote, step: 'control' }, draft)?.state]).toEqual([
      'not_done',
      'unknown',
    ])
    expect(progressOf({ ...vote, step: 'sign' }, act(['approved', '2015-01']))?.state).toBe('not_done')
    expect(progressOf({ ...vote, required: 'no' }, draft)).toBeNull()
  })
})
