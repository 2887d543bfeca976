import { readdirSync, readFileSync } from 'node:fs'
import type { EditionRows } from '../../src/features/directory/datasets.commands.ts'
import { type ReferenceRow, readReferenceRows } from '../../src/features/directory/reference-file.ts'
import { projectPath } from '../../src/platform/settings/project-path.ts'

// Names of several communes each, some of them large.
const homonyms = new Set([
  'Saint-Denis',
  'Valence',
  'Sainte-Marie',
  'Montreuil',
  'La Rochelle',
  'Rochefort',
  'Beaumont',
])

/**
 * A part of the reference files that loads in a second: all of Korea, the regions and départements, the large cities
 * and intercommunalities, communes that share a name, and every authority that a demonstration names.
 */
export function readSmallDirectory(): EditionRows {
  const named = slugsOfDemonstrations()
  const chosen = [
    ...readRows('fr-regions.tsv'),
    ...readRows('fr-departements.tsv'),
    ...readRows('fr-epci.tsv').filter(
      (row) => named.has(row.slug ?? '') || Number(row.population) >= 300_000,
    ),
    ...readRows('fr-communes.tsv').filter((row) => isChosen(row, named, 40_000)),
    ...readRows('fr-former.tsv').filter(
      (row) => row.key?.startsWith('FR:region:') || isChosen(row, named, 40_000),
    ),
    ...files((name) => name.startsWith('kr-')).flatMap(readRows),
  ]
  const keys = new Set(chosen.map((row) => row.key))
  const hasBoth = (row: ReferenceRow, one: string, other: string) =>
    keys.has(row[one]) && keys.has(row[other])
  return {
    organisations: chosen.map((row) => (keys.has(row.parent) ? row : { ...row, parent: '' })),
    successions: files((name) => name.startsWith('successions-'))
      .flatMap(readRows)
      .filter((row) => hasBoth(row, 'predecessor', 'successor')),
    transfers: files((name) => name.startsWith('transfers-'))
      .flatMap(readRows)
      .filter((row) => hasBoth(row, 'key', 'parent')),
    memberships: readRows('fr-epci-members.tsv').filter((row) => hasBoth(row, 'epci', 'commune')),
  }
}

function isChosen(row: ReferenceRow, named: Set<string>, population: number): boolean {
  return homonyms.has(row.name_fr ?? '') || named.has(row.slug ?? '') || Number(row.population) >= population
}

function readRows(file: string): ReferenceRow[] {
  return readReferenceRows(readFileSync(projectPath('data', 'directory', file), 'utf8'))
}

function files(matches: (name: string) => boolean): string[] {
  return readdirSync(projectPath('data', 'directory'))
    .filter((name) => name.endsWith('.tsv') && matches(name))
    .sort()
}

/** Everything alone between quotation marks that looks like a slug: more than the names of authorities, and all of them. */
function slugsOfDemonstrations(): Set<string> {
  const folder = projectPath('data', 'demonstration')
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(projectPath('data', 'demonstration', name), 'utf8'))
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/: "([a-z0-9]+(?:-[a-z0-9]+)*)"/g)].map(([, slug]) => slug ?? ''),
    ),
  )
}
