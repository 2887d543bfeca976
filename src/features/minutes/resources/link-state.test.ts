import { expect, test } from 'vitest'
import type { LinkOutcome } from '../../../platform/links/check-link.ts'
import { type LinkKnowledge, linkAfter } from './link-state.ts'

const unknown: LinkKnowledge = { state: 'unknown', movedTo: null, deadSince: null, failures: 0 }
const after = (...outcomes: LinkOutcome['kind'][]) =>
  outcomes.reduce((known, kind, week) => {
    const outcome: LinkOutcome = kind === 'moved' ? { kind, to: 'https://new.example/' } : { kind }
    return linkAfter(known, outcome, `week ${week + 1}`)
  }, unknown)

test('is dead after two weeks without a page, or four without an answer, since the first of them', () => {
  expect(after('works', 'gone').state).toBe('works')
  expect(after('works', 'gone', 'gone')).toMatchObject({ state: 'dead', deadSince: 'week 2' })
  expect(after('unreachable', 'unreachable', 'unreachable').state).toBe('unknown')
  expect(after('unreachable', 'unreachable', 'unreachable', 'unreachable')).toMatchObject({
    state: 'dead',
    deadSince: 'week 1',
  })
})

test('works again as soon as it answers, and says where it went', () => {
  expect(after('gone', 'gone', 'works')).toEqual({ ...unknown, state: 'works' })
  expect(after('moved')).toEqual({ ...unknown, state: 'moved', movedTo: 'https://new.example/' })
})
