import type { DirectoryRecord } from './directory-record.ts'
import { type Candidate, type CandidateArea, candidatePath, readCandidate } from './korea/candidate.ts'
import { explanations } from './korea/explained-differences.ts'
import { aliasesOf, codeOf, type KoreaTable, readKoreaTable, romanisationOf } from './korea/korea-table.ts'

/** One cell in which our table and the other one do not agree; `reason` is empty when nothing explains it. */
export type Difference = { key: string; field: string; ours: string; theirs: string; reason: string }

const farthestHall = 12

/** Compares our authorities and places with another table, row by row, joined by code and never by name.
 * Points farther than 12 km from each other count as a difference. */
export function compareKorea(table: KoreaTable, candidate: Candidate): Difference[] {
  const first = candidate.level1.flatMap((area) => {
    const row = table.firstLevel.find((each) => codeOf(each, 'iso') === area.iso)
    if (row === undefined) return [missing(area.iso, '', area.name_ko)]
    return [
      ...differences(row, [
        ['name_ko', row.name_ko, area.name_ko],
        ['kr', codeOf(row, 'kr'), area.admin_code],
        ['romanisation', row.kind === 'do' ? romanisationOf(row) : row.name_en, area.name_en],
      ]),
      ...distance(row, area),
    ]
  })
  const rows = [...table.secondLevel, ...table.places]
  const second = candidate.level2.flatMap((area) => {
    const row = rows.find((each) => codeOf(each, 'kr') === area.admin_code_5_2024)
    return row === undefined
      ? [missing(area.admin_code_5_2024, '', area.name_ko)]
      : compareArea(row, area, table)
  })
  return [...first, ...second, ...onlyOurs(table, candidate)].map(explain)
}

function compareArea(row: DirectoryRecord, area: CandidateArea, table: KoreaTable): Difference[] {
  const parent = table.firstLevel.find((each) => each.key === row.parent)
  const districts = table.places.filter(
    (place) => place.parent === row.key && place.valid_from < '2018-01-01',
  )
  return [
    ...differences(row, [
      ['name_ko', row.name_ko, area.name_ko],
      ['romanisation', romanisationOf(row), area.name_en],
      ['hanja', aliasesOf(row, 'hanja').join(), (area.name_hanja ?? '').normalize('NFC')],
      ['kind', row.kind, area.kind === 'gu' ? 'autonomous_gu' : area.kind],
      ['parent', parent ? codeOf(parent, 'iso') : '', area.iso_parent_now ?? area.iso_parent],
      // Jeonju's districts got new codes with its code of 2024, and are left to the count of all districts.
      ...(row.key === 'KR:52110'
        ? []
        : [['districts', names(districts, row), area.non_autonomous_gu.toSorted().join()] satisfies Cell]),
    ]),
    ...distance(row, area),
  ]
}

type Cell = [field: string, ours: string, theirs: string]

function differences(row: DirectoryRecord, cells: readonly Cell[]): Difference[] {
  return cells
    .filter(([, ours, theirs]) => ours !== theirs)
    .map(([field, ours, theirs]) => ({ key: row.key, field, ours, theirs, reason: '' }))
}

function distance(row: DirectoryRecord, area: { lat: number; lon: number }): Difference[] {
  const north = (Number(row.lat) - area.lat) * 111.2
  const east = (Number(row.lon) - area.lon) * 111.2 * Math.cos((area.lat * Math.PI) / 180)
  const kilometres = Math.hypot(north, east)
  if (kilometres <= farthestHall) return []
  const theirs = `${area.lat}, ${area.lon}: ${kilometres.toFixed(0)} km`
  return [{ key: row.key, field: 'point', ours: `${row.lat}, ${row.lon}`, theirs, reason: '' }]
}

function names(districts: readonly DirectoryRecord[], city: DirectoryRecord): string {
  return districts
    .map((district) => `${city.name_ko}${district.name_ko}`)
    .toSorted()
    .join()
}

function onlyOurs(table: KoreaTable, candidate: Candidate): Difference[] {
  const theirs = new Set<string>([
    ...candidate.level1.map((area) => area.iso),
    ...candidate.level2.map((area) => area.admin_code_5_2024),
    ...candidate.level2.flatMap((area) => area.non_autonomous_gu),
  ])
  const cityOf = (row: DirectoryRecord) =>
    table.secondLevel.find((each) => each.key === row.parent)?.name_ko ?? ''
  return [...table.firstLevel, ...table.secondLevel, ...table.places]
    .filter(
      (row) =>
        ![codeOf(row, 'iso'), codeOf(row, 'kr'), cityOf(row) + row.name_ko].some((id) => theirs.has(id)),
    )
    .map((row) => missing(codeOf(row, 'kr'), row.name_ko, ''))
}

function missing(code: string, ours: string, theirs: string): Difference {
  return { key: `KR:${code}`, field: 'row', ours, theirs, reason: '' }
}

function explain(difference: Difference): Difference {
  const found = explanations.find(({ key, field }) => field === difference.field && key.test(difference.key))
  return { ...difference, reason: found?.reason ?? '' }
}

if (import.meta.main) {
  const candidate = readCandidate()
  if (candidate === undefined) {
    console.log(`Nothing was compared: ${candidatePath} is absent.`)
  } else {
    const found = compareKorea(readKoreaTable(), candidate)
    for (const { key, field, ours, theirs, reason } of found) {
      console.log([key, field, ours || '(none)', theirs || '(none)', reason || 'NOT EXPLAINED'].join('\t'))
    }
    const unexplained = found.filter(({ reason }) => reason === '').length
    console.log(`${found.length} differences, ${unexplained} of them not explained.`)
    if (unexplained > 0) process.exitCode = 1
  }
}
