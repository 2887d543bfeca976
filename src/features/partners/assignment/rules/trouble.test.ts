import { describe, expect, it } from 'vitest'
import type { Participant, Rule, SessionFacts } from '../session.ts'
import { troublesOf } from './trouble.ts'

type Given = Partial<Pick<Participant, 'quota' | 'languages' | 'absences' | 'leftAt'>>

const participant = (id: string, given: Given = {}) =>
  ({ id, quota: 9, languages: [], absences: [], leftAt: null, ...given }) as unknown as Participant
const fixed = (pair: string, slotId: string | null = null): Rule => {
  const [firstId = '', secondId = ''] = pair.split('-')
  return { firstId, secondId, kind: 'fixed', slotId }
}

function troubles(
  rules: Rule[],
  participants: Participant[],
  session: Partial<SessionFacts['session']> = {},
) {
  const slots = ['s1', 's2'].map((id) => ({ id, startsAt: new Date(0), endsAt: new Date(0) }))
  const fixture = { session: { slots, tables: null, interpreters: null, ...session }, participants, rules }
  return troublesOf(fixture as unknown as SessionFacts).map(
    ({ rule, kind }) => `${rule.firstId}-${rule.secondId} ${kind}`,
  )
}

const french = { languages: ['fr'] }
const korean = { languages: ['ko'] }
const people = [
  participant('a', french),
  participant('b', french),
  participant('x', korean),
  participant('y', { languages: ['ko', 'en'] }),
]
const between = (one: string, other: string, count: number) => ({
  languages: [one, other] as [string, string],
  count,
})

describe('fixed meetings that cannot be held', () => {
  it('are none where each has its slot, its table and its interpreter', () => {
    const rules = [fixed('a-x', 's1'), fixed('b-y', 's1'), fixed('a-y', 's2'), fixed('b-x')]
    expect(troubles(rules, people, { tables: 2, interpreters: [between('fr', 'ko', 2)] })).toEqual([])
  })

  it('are those of a slot beyond its tables and its interpreters, set last', () => {
    const rules = [fixed('a-x', 's1'), fixed('b-y', 's1')]
    expect(troubles(rules, people, { tables: 1 })).toEqual(['b-y tables'])
    expect(troubles(rules, people, { interpreters: [between('fr', 'ko', 1)] })).toEqual(['b-y interpreters'])
  })

  it('leave an interpreter to those to whom no other can speak', () => {
    const rules = [fixed('b-y', 's1'), fixed('a-x', 's1')]
    const interpreters = [between('fr', 'ko', 1), between('en', 'fr', 1)]
    expect(troubles(rules, people, { interpreters })).toEqual([])
    expect(troubles(rules.toReversed(), people, { interpreters })).toEqual([])
  })

  it('are those whose languages nobody interprets, in whatever slot', () => {
    expect(troubles([fixed('a-x')], people, { interpreters: [between('de', 'ja', 5)] })).toEqual([
      'a-x interpreters',
    ])
    expect(troubles([fixed('a-x')], people, { interpreters: [] })).toEqual(['a-x interpreters'])
    expect(troubles([fixed('a-x')], people, { interpreters: null })).toEqual([])
  })

  it('are those of somebody who has left, is away, takes fewer, or is elsewhere', () => {
    const away = participant('z', { absences: ['s1'] })
    const few = participant('q', { quota: 1 })
    const left = participant('l', { leftAt: new Date() })
    const all = [...people, away, few, left]
    expect(troubles([fixed('a-z', 's1')], all)).toEqual(['a-z absence'])
    expect(troubles([fixed('a-z'), fixed('b-z')], all)).toEqual(['b-z absence'])
    expect(troubles([fixed('a-q'), fixed('b-q')], all)).toEqual(['b-q quota'])
    expect(troubles([fixed('a-l')], all)).toEqual(['a-l left'])
    expect(troubles([fixed('a-x', 's1'), fixed('a-y', 's1')], all)).toEqual(['a-y twice'])
  })
})
