import { type DirectoryRecord, directoryRecord, type Point, pointCells } from '../directory-record.ts'
import { matchAreas, type NamedArea } from './area-matching.ts'
import type { Subdivision } from './world-sources.ts'

export type CountryAreas = {
  country: string
  subdivisions: readonly Subdivision[]
  firstAreas: readonly NamedArea[]
  secondAreas: readonly NamedArea[]
  points: ReadonlyMap<string, Point>
  knownPairs: ReadonlyMap<string, string>
}

/**
 * First and second levels of one country. GeoNames draws both, with English names and points; ISO 3166-2
 * gives codes and local names, and fills in where GeoNames has no area.
 */
export function countryRecords(areas: CountryAreas): DirectoryRecord[] {
  const { country, subdivisions, firstAreas, secondAreas } = areas
  const listed = subdivisions.filter(({ code }) => !unions.has(code))
  const top = listed.filter(({ parent }) => parent === country)
  if (firstAreas.length === 0) return isoRecords(listed, top)
  const first = matched(areas, firstAreas, matchAreas(top, firstAreas, areas.knownPairs), listed, '1')
  const keys = new Map(firstAreas.map((area, index) => [area.code, first[index]?.key ?? '']))
  const lower = listed.filter(({ code }) => !first.some(({ codes }) => codes === `iso=${code}`))
  const lowerPairs = matchAreas(lower, secondAreas)
  const second = matched(areas, secondAreas, lowerPairs, listed, '2').map((row, index) => ({
    ...row,
    parent: keys.get(secondAreas[index]?.code.split('.')[0] ?? '') ?? '',
  }))
  // A list much longer than the first level puts two levels side by side: what is left over is of the second.
  const flat = top.length > 2 * firstAreas.length && secondAreas.length > 0
  const left = flat
    ? lower.filter(({ code }) => !lowerPairs.has(code)).map((one) => isoRecord(one, '2', ''))
    : []
  return [...first, ...second, ...left]
}

// England and Wales, Great Britain and the United Kingdom have codes, but are nobody's authority.
const unions = new Set(['GB-EAW', 'GB-GBN', 'GB-UKM'])

function matched(
  { country, points }: CountryAreas,
  areas: readonly NamedArea[],
  pairs: ReadonlyMap<string, NamedArea>,
  listed: readonly Subdivision[],
  level: string,
): DirectoryRecord[] {
  const isoOf = new Map([...pairs].map(([code, area]) => [area.code, code]))
  return areas.map((area) => {
    const iso = isoOf.get(area.code)
    const local = listed.find(({ code }) => code === iso)?.name ?? area.name
    return directoryRecord({
      key: iso === undefined || level === '2' ? `${country}:gn:${area.code}` : iso.replace('-', ':'),
      kind: `level_${level}`,
      level,
      name_en: area.name,
      codes: iso === undefined ? '' : `iso=${iso}`,
      aliases: local === area.name ? '' : `en:alias:${local}`,
      ...pointCells(points.get(area.code)),
    })
  })
}

function isoRecords(listed: readonly Subdivision[], top: readonly Subdivision[]): DirectoryRecord[] {
  return listed.map((one) => {
    const first = top.includes(one)
    return isoRecord(one, first ? '1' : '2', first ? '' : one.parent.replace('-', ':'))
  })
}

function isoRecord({ code, name }: Subdivision, level: string, parent: string): DirectoryRecord {
  const key = code.replace('-', ':')
  return directoryRecord({ key, kind: `level_${level}`, level, name_en: name, codes: `iso=${code}`, parent })
}
