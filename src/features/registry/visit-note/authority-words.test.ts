import { expect, it } from 'vitest'
import { isAuthorityKind } from '../../directory/index.ts'
import { authorityWords } from './authority-words.ts'

it.each([
  'region',
  'departement',
  'metropole',
  'commune',
  'ville_paris',
  'do',
  'special_city',
  'si',
  'gun',
  'autonomous_gu',
])('explains the level and the head of a %s', (kind) => {
  expect(isAuthorityKind(kind)).toBe(true)
  expect(authorityWords(kind)?.level).toMatch(/^registry\.note\.level/)
  expect(authorityWords(kind)?.head).toMatch(/^registry\.note\.head/)
})

it('explains nothing of a body or of a kind that it does not know', () => {
  expect([authorityWords('embassy'), authorityWords('level_1'), authorityWords('toString')]).toEqual([
    null,
    null,
    null,
  ])
})
