import { romanize } from 'es-hangul'
import { expect, test } from 'vitest'
import { parseAliases } from '../aliases.ts'
import { slugify } from '../slugify.ts'
import { aliasesOf, codeOf, inForceOn, readKoreaTable, romanisationOf } from './korea-table.ts'

const table = readKoreaTable()
const all = [...table.firstLevel, ...table.secondLevel, ...table.places, ...table.former]
const byKey = new Map(all.map((row) => [row.key, row]))
const local = all.filter((row) => row.level === '2')

test('there were 17 first-level and 226 basic authorities until the end of June 2026', () => {
  for (const day of ['2024-01-18', '2025-06-30', '2026-06-30']) {
    expect(inForceOn(day, table.firstLevel)).toHaveLength(17)
    expect(inForceOn(day, table.secondLevel)).toHaveLength(226)
  }
})

test('the press reports 16 first-level and 227 basic authorities from July 2026', () => {
  expect(inForceOn('2026-07-01', table.firstLevel)).toHaveLength(16)
  expect(inForceOn('2026-07-01', table.secondLevel)).toHaveLength(227)
  const changed = all.filter((row) => row.valid_from === '2026-07-01' || row.valid_until === '2026-07-01')
  expect(changed.map((row) => row.reported_by)).toEqual(changed.map(() => 'press'))
  expect(changed).toHaveLength(10)
})

test('each first-level authority has its known number of si, gun and gu', () => {
  const counts = { 11: 25, 26: 16, 27: 9, 28: 10, 29: 5, 30: 5, 31: 5, 36: 0, 41: 31, 51: 18, 43: 11, 44: 15 }
  const south = { 52: 14, 46: 22, 47: 22, 48: 18, 50: 0 }
  const rows = inForceOn('2026-06-30', table.secondLevel)
  for (const [code, count] of Object.entries({ ...counts, ...south })) {
    expect([code, rows.filter((row) => row.parent === `KR:${code}`).length]).toEqual([code, count])
  }
})

test('the kind is the one the Korean name ends with', () => {
  const endings = new Map([
    ['si', '시'],
    ['gun', '군'],
    ['autonomous_gu', '구'],
    ['special_city', '특별시'],
    ['metropolitan_city', '광역시'],
    ['special_self_governing_city', '특별자치시'],
    ['do', '도'],
    ['special_self_governing_do', '특별자치도'],
  ])
  for (const { kind, name_ko } of all.filter((row) => row.kind !== 'administrative_place')) {
    expect([name_ko, kind, name_ko.endsWith(endings.get(kind) ?? '?')]).toEqual([name_ko, kind, true])
  }
})

test('an autonomous district lies in a special or metropolitan city, a place in a city or in Jeju', () => {
  for (const row of all.filter(({ kind }) => kind === 'autonomous_gu')) {
    expect(byKey.get(row.parent)?.kind).toMatch(/^(special|metropolitan)_city$/u)
  }
  for (const row of table.places)
    expect(byKey.get(row.parent)?.kind).toMatch(/^(si|special_self_governing_do)$/u)
})

test('every parent exists, and had begun before its child ended', () => {
  for (const row of local) {
    const parent = byKey.get(row.parent)
    expect([row.key, parent === undefined]).toEqual([row.key, false])
    if (row.valid_until !== '') expect((parent?.valid_from ?? '') < row.valid_until).toBe(true)
  }
})

test('codes are unique among those in force, and the ten digits begin with the five or two', () => {
  for (const scheme of ['kr', 'kr10', 'iso']) {
    const codes = inForceOn('2026-06-30', all)
      .map((row) => codeOf(row, scheme))
      .filter((code) => code !== '')
    expect(codes).toHaveLength(new Set(codes).size)
  }
  for (const row of all) {
    expect(row.key).toMatch(new RegExp(`^KR:${codeOf(row, 'kr')}(@\\d{4}-\\d\\d-\\d\\d)?$`, 'u'))
    expect(codeOf(row, 'kr10')).toMatch(new RegExp(`^${codeOf(row, 'kr')}\\d*$`, 'u'))
    expect(codeOf(row, 'kr10')).toHaveLength(10)
  }
})

test('a second-level code begins with the code of its first level', () => {
  for (const row of local.filter(({ parent }) => /^KR:\d\d$/u.test(parent))) {
    expect(row.key.slice(0, 5)).toBe(row.parent)
  }
})

test('administrative and ISO codes are not taken for each other', () => {
  const iso = (key: string) => codeOf(byKey.get(key) ?? expect.fail(key), 'iso')
  expect([iso('KR:36'), iso('KR:50'), iso('KR:51'), iso('KR:52')]).toEqual([
    'KR-50',
    'KR-49',
    'KR-42',
    'KR-45',
  ])
})

test('the romanisation is the one es-hangul finds, but for an n it puts before ya and yeo', () => {
  const endings: Record<string, string> = { 시: 'si', 군: 'gun', 구: 'gu' }
  const inserted = [
    '안양시',
    '남양주시',
    '단양군',
    '청양군',
    '담양군',
    '통영시',
    '밀양시',
    '함양군',
    '덕양구',
  ]
  const differing = new Set<string>()
  for (const row of local) {
    const stem = romanize(row.name_ko.slice(0, -1))
    const expected = `${stem[0]?.toUpperCase()}${stem.slice(1)}-${endings[row.name_ko.slice(-1)]}`
    if (romanisationOf(row) !== expected) differing.add(row.name_ko)
  }
  expect([...differing].toSorted()).toEqual(inserted.toSorted())
})

test('points lie in the Republic of Korea, and both cells are filled or neither', () => {
  for (const { key, lat, lon } of all) {
    expect([key, lat === '']).toEqual([key, lon === ''])
    if (lat === '') continue
    expect([key, Number(lat) > 33.1 && Number(lat) < 38.6]).toEqual([key, true])
    expect([key, Number(lon) > 125.9 && Number(lon) < 131]).toEqual([key, true])
  }
  expect(all.filter(({ lat }) => lat === '').map(({ key }) => key)).toEqual([
    'KR:12',
    ...['KR:41591', 'KR:41593', 'KR:41595', 'KR:41597'],
  ])
})

test('basic authorities add up to the population of their province in 2024, provinces to the national total', () => {
  const sum = (rows: { population: string }[]) =>
    rows.reduce((total, row) => total + Number(row.population), 0)
  expect(sum(table.firstLevel)).toBe(51_217_221)
  for (const row of table.firstLevel.filter(({ key }) => key !== 'KR:12' && key !== 'KR:36')) {
    const beneath = [...table.secondLevel, ...table.places].filter(({ parent }) => parent === row.key)
    expect([row.key, sum(beneath)]).toEqual([row.key, Number(row.population)])
  }
})

test('names are in composed letters, without stray space, and every alias reads', () => {
  for (const row of all) {
    const text = Object.values(row).join('\t')
    expect(text).toBe(text.normalize('NFC'))
    expect(text).not.toMatch(/ {2}|\t | \t|\|\||\|\t/u)
    for (const { text: alias, kind } of parseAliases(row.aliases)) {
      if (kind === 'hanja') expect(alias).toMatch(/^(서울)?\p{Script=Han}+$/u)
    }
    expect(aliasesOf(row, 'hanja')).toHaveLength(1)
  }
})

test('slugs are unique and those promised elsewhere are kept', () => {
  expect(new Set(all.map(({ slug }) => slug)).size).toBe(all.length)
  for (const { slug } of all) expect(slug).toBe(slugify(slug))
  const promised = {
    gyeonggi: 'KR:41',
    gyeongsangbuk: 'KR:47',
    'guro-gu': 'KR:11530',
    hwaseong: 'KR:41590',
    daegu: 'KR:27',
    icheon: 'KR:41500',
    busan: 'KR:26',
    suncheon: 'KR:46150',
    incheon: 'KR:28',
    seoul: 'KR:11',
    sejong: 'KR:36',
    taean: 'KR:44825',
    muju: 'KR:52730',
    daejeon: 'KR:30',
    miryang: 'KR:48270',
    'seocho-gu': 'KR:11650',
    'gangnam-gu': 'KR:11680',
    jeju: 'KR:50',
    'jeju-si': 'KR:50110',
    'seogwipo-si': 'KR:50130',
    gwangju: 'KR:29',
    'gwangju-gyeonggi': 'KR:41610',
    'goseong-gangwon': 'KR:51820',
    'goseong-gyeongnam': 'KR:48820',
    'jung-gu-seoul': 'KR:11140',
    'seo-gu-incheon': 'KR:28260',
  }
  for (const [slug, key] of Object.entries(promised))
    expect([slug, byKey.get(key)?.slug]).toEqual([slug, slug])
})
