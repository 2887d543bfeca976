import { expect, test } from 'vitest'
import { codeOf, readKoreaTable } from './korea-table.ts'

const table = readKoreaTable()
const all = [...table.firstLevel, ...table.secondLevel, ...table.places, ...table.former]
const byKey = new Map(all.map((row) => [row.key, row]))
const following = (key: string) => table.successions.filter(({ predecessor }) => predecessor === key)

test('a succession joins two rows of the table on the day the later one begins', () => {
  for (const { predecessor, successor, on } of table.successions) {
    expect([predecessor, byKey.has(predecessor)]).toEqual([predecessor, true])
    expect([successor, byKey.get(successor)?.valid_from]).toEqual([successor, on])
  }
})

test('whatever ended has a successor from the day it ended', () => {
  for (const row of all.filter(({ valid_until }) => valid_until !== '')) {
    const days = following(row.key).map(({ on }) => on)
    expect([row.key, days.includes(row.valid_until)]).toEqual([row.key, true])
  }
})

test('only what was split off leaves its predecessor in force', () => {
  const lasting = table.successions.filter(({ predecessor }) => byKey.get(predecessor)?.valid_until === '')
  expect(lasting.map(({ successor, kind }) => [successor, kind])).toEqual([
    ['KR:43745', 'split'],
    ['KR:44250', 'split'],
  ])
})

test('Gangwon and Jeonbuk kept every name under a new code', () => {
  const recoded = table.successions.filter(({ kind, on }) => kind === 'recode' && on >= '2023-01-01')
  expect(recoded.filter(({ successor }) => successor.startsWith('KR:51'))).toHaveLength(18)
  expect(recoded.filter(({ successor }) => successor.startsWith('KR:52'))).toHaveLength(14 + 2)
  for (const { predecessor, successor } of recoded) {
    expect(byKey.get(predecessor)?.name_ko).toBe(byKey.get(successor)?.name_ko)
    expect(predecessor.slice(-3)).toBe(successor.slice(-3))
  }
  expect(following('KR:45730')).toMatchObject([{ successor: 'KR:52730', on: '2024-01-18' }])
})

test('the four authorities of Jeju were absorbed by the province, whatever place bears their name', () => {
  for (const key of ['KR:49110', 'KR:49130', 'KR:49710', 'KR:49720']) {
    expect(following(key).filter(({ kind }) => kind === 'absorption')).toMatchObject([{ successor: 'KR:50' }])
  }
})

test('kinds and reporters are words the directory knows', () => {
  for (const { kind, reported_by } of table.successions) {
    expect(kind).toMatch(/^(merger|split|rename|recode|absorption|status_change)$/u)
    expect(reported_by).toMatch(/^(law|dataset|press)$/u)
  }
})

test('the 27 authorities of Gwangju and Jeollanam-do pass beneath their union, with new codes', () => {
  const beneath = all.filter(({ parent }) => parent === 'KR:29' || parent === 'KR:46')
  expect(table.transfers.map(({ key }) => key)).toEqual(beneath.map(({ key }) => key).toSorted())
  expect(beneath).toHaveLength(27)
  for (const transfer of table.transfers) {
    expect(transfer).toMatchObject({ on: '2026-07-01', parent: 'KR:12', reported_by: 'press' })
    expect(transfer.codes).toMatch(/^kr=(12\d{3});kr10=\1(?:0{5})$/u)
  }
  expect(new Set(table.transfers.map(({ codes }) => codes)).size).toBe(27)
  expect(codeOf(byKey.get('KR:46150') ?? expect.fail(), 'kr')).toBe('46150')
})
