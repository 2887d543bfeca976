import { type DirectoryRecord, directoryRecord, pointCells, populationCells } from '../directory-record.ts'
import { readTsv } from '../tsv.ts'
import { codeCell } from './code-cell.ts'
import type { CogGrouping } from './cog-source.ts'
import { communeParent } from './commune-records.ts'
import { epciAliases, epciName } from './epci-names.ts'
import { communePlace, type FranceSources } from './france-sources.ts'
import { nameCells } from './naming.ts'
import { departementOfCommune } from './place-finder.ts'
import { populationYear } from './population-year.ts'
import { stored } from './stored-sources.ts'

const kinds: Record<string, string> = {
  CC: 'communaute_communes',
  CA: 'communaute_agglomeration',
  CU: 'communaute_urbaine',
  METRO: 'metropole',
  MET69: 'metropole_lyon',
  EPT: 'ept',
}

const metropoleLyon = '200046977'

/** Every EPCI with its own taxation, the Métropole de Lyon and the territories of Grand Paris. */
export function epciRecords(sources: FranceSources): DirectoryRecord[] {
  const dates = new Map(readTsv(stored('fr-epci-dates.tsv')).map((row) => [row.siren ?? '', row]))
  return sources.cog.groupings.map((grouping) => {
    const { valid_from = '', reported_by = '' } = dates.get(grouping.code) ?? {}
    return { ...epciRecord(sources, grouping), valid_from, reported_by }
  })
}

/** Which communes belong to which EPCI, by key. */
export function epciMembers(sources: FranceSources): { epci: string; commune: string }[] {
  return sources.cog.groupings.flatMap(({ code, membres }) =>
    membres.map((member) => ({ epci: `FR:epci:${code}`, commune: `FR:commune:${member.code}` })),
  )
}

function epciRecord(sources: FranceSources, grouping: CogGrouping): DirectoryRecord {
  const { code, nom, type, populationMunicipale } = grouping
  const key = `FR:epci:${code}`
  const seat = largestMember(grouping)
  const departement = departementOfCommune(seat.code)
  const french = epciName(nom)
  const lyon = code === metropoleLyon
  return directoryRecord({
    key,
    kind: kindOf(type),
    level: '3',
    ...nameCells({ french, aliases: epciAliases(french) }, sources.notes.get(key)),
    codes: codeCell({ siren: code, iso: lyon ? 'FR-69M' : undefined }),
    parent: lyon ? 'FR:region:84' : communeParent(departement),
    ...populationCells(populationMunicipale, populationYear(departement)),
    ...pointCells(communePlace(sources, seat).point),
  })
}

function kindOf(type: string): string {
  const kind = kinds[type]
  if (kind === undefined) throw new Error(`unknown kind of EPCI: ${type}`)
  return kind
}

// The package does not say where the seat is; the most populous member is, nearly always, the seat's commune.
function largestMember(grouping: CogGrouping): { code: string; name: string } {
  const [first] = [...grouping.membres].sort((a, b) => b.populationMunicipale - a.populationMunicipale)
  if (first === undefined) throw new Error(`EPCI without members: ${grouping.code}`)
  return { code: first.code, name: first.nom }
}
