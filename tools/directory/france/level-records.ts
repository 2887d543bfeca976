import { type DirectoryRecord, directoryRecord, pointCells, populationCells } from '../directory-record.ts'
import { readTsv } from '../tsv.ts'
import { codeCell } from './code-cell.ts'
import { communePlace, type FranceSources } from './france-sources.ts'
import { nameCells } from './naming.ts'
import { populationYear } from './population-year.ts'
import { stored } from './stored-sources.ts'

/** The 18 régions (four of them single or special collectivities) and the six overseas collectivities. */
export function regionRecords(sources: FranceSources): DirectoryRecord[] {
  const regions = new Map(sources.cog.regions.map((region) => [region.code, region]))
  const listed = readTsv(stored('fr-regions.tsv')).map((row) => {
    const code = row.code ?? ''
    const region = regions.get(code)
    if (region === undefined) throw new Error(`région ${code} is not in the official code`)
    const departements = sources.cog.departements.filter((one) => one.region === code).map((one) => one.code)
    return levelRecord(sources, {
      ...row,
      key: `FR:region:${code}`,
      level: '1',
      cog: code,
      name: region.nom,
      seat: region.chefLieu,
      parts: departements.join(' '),
    })
  })
  return [...listed, ...collectivities(sources, '1')]
}

/** The 101 départements, those without a council of their own included, and the CEA. */
export function departementRecords(sources: FranceSources): DirectoryRecord[] {
  const dates = new Map(readTsv(stored('fr-departements.tsv')).map((row) => [row.code ?? '', row]))
  const listed = sources.cog.departements
    .filter(({ zone }) => zone !== 'com')
    .map(({ code, nom, region, chefLieu }) =>
      levelRecord(sources, {
        ...(dates.get(code) ?? { valid_from: firstDepartements }),
        key: `FR:departement:${code}`,
        kind: withoutCouncil.has(code) ? 'administrative_place' : 'departement',
        level: '2',
        cog: code,
        iso: sharedIso.has(code) ? '' : `FR-${code}`,
        name: nom,
        seat: chefLieu,
        parts: code,
        parent: `FR:region:${region}`,
      }),
    )
  return [...listed, ...collectivities(sources, '2')]
}

/** One authority above the communes from a row of text cells; `parts` are the départements counted. */
export function levelRecord(sources: FranceSources, row: Record<string, string>): DirectoryRecord {
  const { key = '', kind = '', level = '', cog = '', iso = '', name = '', seat = '', parts = '' } = row
  const { parent = '', valid_from = '', valid_until = '', reported_by = '' } = row
  const { siren, population, population_year, lat, lon } = row
  const counted = parts === '' ? undefined : inhabitants(sources, parts.split(' '))
  const year = Number(population_year || populationYear(parts))
  return directoryRecord({
    key,
    kind,
    level,
    ...nameCells({ french: name }, sources.notes.get(key)),
    codes: codeCell({ cog, siren, iso }),
    parent,
    ...populationCells(population ? Number(population) : counted, year),
    ...(lat ? { lat, lon } : pointCells(communePlace(sources, seatCommune(sources, seat)).point)),
    valid_from,
    valid_until,
    reported_by,
  })
}

// The decree of 4 March 1790 drew the first départements.
const firstDepartements = '1790-03-04'
const withoutCouncil = new Set(['976'])

// ISO 3166-2 has one code for Paris, and one for an overseas région and its département: see the other row.
const sharedIso = new Set(['75', '971', '972', '973', '974', '976'])

function collectivities(sources: FranceSources, level: string): DirectoryRecord[] {
  return readTsv(stored('fr-collectivities.tsv'))
    .filter((row) => row.level === level)
    .map((row) => levelRecord(sources, { ...row, key: `FR:collectivite:${row.code}` }))
}

// The council of the Rhône does not act in the Métropole de Lyon: it counts the other communes alone.
function inhabitants(sources: FranceSources, departements: readonly string[]): number | undefined {
  const rhone = departements.length === 1 && departements[0] === '69'
  const lyon = sources.cog.groupings.find(({ type }) => type === 'MET69')
  const elsewhere = new Set(rhone ? lyon?.membres.map(({ code }) => code) : [])
  const counted = sources.cog.communes.filter(
    ({ code, departement = '' }) => departements.includes(departement) && !elsewhere.has(code),
  )
  if (counted.length === 0) return undefined
  return counted.reduce((sum, { population = 0 }) => sum + population, 0)
}

function seatCommune(sources: FranceSources, code: string): { code: string; name: string } {
  const commune = sources.cog.communes.find((one) => one.code === code)
  return { code, name: commune?.nom ?? '' }
}
