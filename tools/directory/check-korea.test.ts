import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compareKorea } from './check-korea.ts'
import { candidatePath, readCandidate } from './korea/candidate.ts'
import { explanations } from './korea/explained-differences.ts'
import { readKoreaTable } from './korea/korea-table.ts'

const table = readKoreaTable()

const miryang = {
  name_ko: '밀양시',
  name_en: 'Miryang-si',
  name_hanja: '密陽市',
  lat: 35.5,
  lon: 128.75,
  admin_code_5_2024: '48270',
  iso_parent: 'KR-48',
  kind: 'si' as const,
  non_autonomous_gu: [],
}
const found = (area: Partial<typeof miryang>) =>
  compareKorea(table, { level1: [], level2: [{ ...miryang, ...area }] }).filter(({ theirs }) => theirs !== '')

test('finds nothing to say of an authority on which both tables agree', () => {
  expect(found({})).toEqual([])
})

test('names the cell in which the tables differ, with both values', () => {
  expect(found({ name_en: 'Myriang-si' })).toEqual([
    { key: 'KR:48270', field: 'romanisation', ours: 'Miryang-si', theirs: 'Myriang-si', reason: '' },
  ])
  expect(found({ name_hanja: '密養市' })).toMatchObject([{ field: 'hanja', reason: '' }])
  expect(found({ iso_parent: 'KR-47' })).toMatchObject([{ field: 'parent', ours: 'KR-48' }])
  expect(found({ lat: 35.9 })).toMatchObject([{ field: 'point' }])
})

test('reports a code that we do not have', () => {
  expect(found({ admin_code_5_2024: '48271' })).toEqual([
    { key: 'KR:48271', field: 'row', ours: '', theirs: '밀양시', reason: '' },
  ])
})

test('answers undefined for a file that is absent', () => {
  expect(readCandidate(`${candidatePath}.absent`)).toBeUndefined()
})

describe.runIf(existsSync(candidatePath))('against ../shared/reference/kr-authorities.candidate.json', () => {
  const candidate = readCandidate()
  const differences = candidate === undefined ? [] : compareKorea(table, candidate)

  test('every difference is explained', () => {
    expect(candidate?.level2).toHaveLength(229)
    expect(differences.filter(({ reason }) => reason === '')).toEqual([])
  })

  test('every explanation explains something', () => {
    const idle = explanations.filter(
      ({ key, field }) => !differences.some((each) => each.field === field && key.test(each.key)),
    )
    expect(idle).toEqual([])
  })
})

describe.runIf(!existsSync(candidatePath))('without ../shared', () => {
  test('says that the comparison of Korean authorities did not run when ../shared is absent', () => {
    console.warn(`not compared: ${candidatePath} is absent`)
    expect(readCandidate()).toBeUndefined()
  })
})
