import { readFileSync } from 'node:fs'
import type { NewOrganisation } from '../../src/features/directory/organisation.ts'
import { type ReferenceRow, readReferenceRows } from '../../src/features/directory/reference-file.ts'
import { stableId } from '../../src/platform/context/identifier.ts'
import type { LocalizedName } from '../../src/platform/i18n/localized-text.ts'
import { projectPath } from '../../src/platform/settings/project-path.ts'
import { Chance } from './chance.ts'
import {
  cities,
  frenchBodies,
  koreanBodies,
  otherBodies,
  persons,
  surnames,
  syllables,
} from './made-up-words.ts'

/**
 * Bodies that might exist beside the real authorities: six in ten French, three Korean (with a name for abroad), one
 * from elsewhere. Every run gives equal ones.
 */
export function* madeUpOrganisations(count: number): Generator<NewOrganisation> {
  const chance = new Chance(20_170_707)
  const communes = readRows('fr-communes.tsv')
  const counties = readRows('kr-second-level.tsv')
  for (let number = 1; number <= count; number++) {
    const among = chance.below(10)
    if (among < 6) yield french(number, chance, chance.oneOf(communes))
    else if (among < 9) yield korean(number, chance, chance.oneOf(counties))
    else yield other(number, chance)
  }
}

function french(number: number, chance: Chance, place: ReferenceRow): NewOrganisation {
  const [kind, pattern] = chance.oneOf(frenchBodies)
  const name = fillIn(pattern, {
    p: chance.oneOf(persons),
    s: chance.oneOf(surnames),
    c: place.short_fr || place.name_fr || '',
  })
  return body(number, 'FR', kind, { fr: elide(name) }, place)
}

function korean(number: number, chance: Chance, place: ReferenceRow): NewOrganisation {
  const [kind, own, abroad] = chance.oneOf(koreanBodies)
  const [one, two] = [chance.oneOf(syllables), chance.oneOf(syllables)]
  const words = {
    k: place.name_ko || '',
    K: place.short_en || place.name_en || '',
    b: one[0] + two[0],
    B: one[1].slice(0, 1).toUpperCase() + one[1].slice(1) + two[1].toLowerCase(),
  }
  return body(number, 'KR', kind, { ko: fillIn(own, words), en: fillIn(abroad, words) }, place)
}

function other(number: number, chance: Chance): NewOrganisation {
  const [kind, pattern] = chance.oneOf(otherBodies)
  return body(
    number,
    'PT',
    kind,
    { en: fillIn(pattern, { s: chance.oneOf(surnames), w: chance.oneOf(cities) }) },
    null,
  )
}

function body(
  number: number,
  country: string,
  kind: string,
  name: LocalizedName,
  place: ReferenceRow | null,
): NewOrganisation {
  const key = `${country}:bench:${number}`
  return {
    organisationId: stableId(key),
    key,
    slug: `${kind.replaceAll('_', '-')}-${number}`,
    country,
    kind,
    level: null,
    name,
    shortName: {},
    machineNames: [],
    aliases: [],
    about: {},
    codes: {},
    parentId: place?.key ? stableId(place.key) : null,
    population: null,
    populationYear: null,
    place: place?.lat && place.lon ? { latitude: Number(place.lat), longitude: Number(place.lon) } : null,
    validFrom: null,
    validUntil: null,
    validityReportedBy: null,
  }
}

function fillIn(pattern: string, words: Record<string, string>): string {
  return pattern.replace(/\{(\w)\}/g, (_, letter: string) => words[letter] ?? '')
}

function elide(name: string): string {
  return name
    .replace(/ de (?=[AEIOUYÉÈÊÎH])/g, ' d’')
    .replace(/ de Le /, ' du ')
    .replace(/ de Les /, ' des ')
}

function readRows(file: string): ReferenceRow[] {
  return readReferenceRows(readFileSync(projectPath('data', 'directory', file), 'utf8'))
}
