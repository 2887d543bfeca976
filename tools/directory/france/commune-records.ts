import { type DirectoryRecord, directoryRecord, pointCells, populationCells } from '../directory-record.ts'
import { arrondissementNames } from './arrondissement-names.ts'
import { codeCell } from './code-cell.ts'
import type { CogCommune } from './cog-source.ts'
import type { CommuneLife } from './commune-lives.ts'
import { communePlace, type FranceSources } from './france-sources.ts'
import { nameCells } from './naming.ts'
import { populationYear } from './population-year.ts'

/** Communes of today, Paris among them, and the municipal arrondissements of Paris, Lyon and Marseille. */
export function communeRecords(sources: FranceSources): DirectoryRecord[] {
  const lives = Map.groupBy(sources.lives, ({ code }) => code)
  return [
    ...sources.cog.communes.map((commune) => communeRecord(sources, commune, lives.get(commune.code) ?? [])),
    ...sources.cog.arrondissements.map((arrondissement) => arrondissementRecord(sources, arrondissement)),
  ]
}

/** The parent of a commune: its département, or the collectivity that has replaced the département. */
export function communeParent(departement: string): string {
  const single: Record<string, string> = {
    '75': 'FR:region:11',
    '972': 'FR:region:02',
    '973': 'FR:region:03',
    '976': 'FR:region:06',
  }
  if (departement.startsWith('98') || departement === '975') return `FR:collectivite:${departement}`
  return single[departement] ?? `FR:departement:${departement}`
}

function communeRecord(
  sources: FranceSources,
  { code, nom, siren, departement = '', population }: CogCommune,
  lives: readonly CommuneLife[],
): DirectoryRecord {
  const key = `FR:commune:${code}`
  const life = lives.find(({ until }) => until === '')
  const place = communePlace(sources, {
    code,
    name: nom,
    formerCodes: life?.formerCodes ?? [],
    formerNames: lives.flatMap(({ name, formerNames }) => [name, ...formerNames]).toReversed(),
  })
  const former = (life?.formerNames ?? []).map((text) => ({ language: 'fr', kind: 'former', text }))
  const iso = code === '75056' ? 'FR-75C' : undefined
  return directoryRecord({
    key,
    kind: code === '75056' ? 'ville_paris' : 'commune',
    level: '4',
    ...nameCells({ french: nom, korean: place.korean, aliases: former }, sources.notes.get(key)),
    codes: codeCell({ cog: code, siren, iso, geonames: place.geonames }),
    parent: communeParent(departement),
    ...populationCells(population, populationYear(departement)),
    ...pointCells(place.point),
    valid_from: life?.from ?? '',
    reported_by: (life?.from ?? '') === '' ? '' : 'dataset',
  })
}

function arrondissementRecord(sources: FranceSources, entry: CogCommune): DirectoryRecord {
  const { code, nom, commune = '', population, departement = '' } = entry
  const key = `FR:commune:${code}`
  const names = arrondissementNames(nom)
  const point = sources.centres.get(code) ?? sources.centres.get(commune)
  return directoryRecord({
    key,
    kind: 'arrondissement_municipal',
    level: '4',
    ...nameCells(names, sources.notes.get(key)),
    name_en: names.english,
    // No list has these names in Korean: they are composed here.
    machine: 'ko',
    codes: codeCell({ cog: code }),
    parent: `FR:commune:${commune}`,
    ...populationCells(population, populationYear(departement)),
    ...pointCells(point),
  })
}
