import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import {
  divisionsNamed,
  expandAbbreviations,
  listReferences,
  worldPlacesNamed,
} from '../../../directory/gazetteer/index.ts'

export type Gazetteer = ReadonlyMap<string, readonly Namesake[]>

/** All authorities with some folded names: those of the directory, of the countries named in the text, and towns of the world. */
export async function lookUpNames(
  book: NameBook,
  folded: ReadonlySet<string>,
  countries: readonly string[],
): Promise<Gazetteer> {
  const asked = new Map<string, string>([...folded].map((name) => [name, expandAbbreviations(name)]))
  const wanted = new Set([...asked.values()].filter((name) => name.length > 1 || /[가-힣]/.test(name)))
  const found = new Map<string, Namesake[]>()
  const add = (name: string, namesake: Namesake) => found.set(name, [...(found.get(name) ?? []), namesake])
  for (const { folded: name, ...namesake } of await book.listNamed([...wanted])) add(name, namesake)
  for (const { folded: name, organisation } of listReferences(countries, wanted)) {
    const isHeld = found.get(name)?.some(({ id }) => id === organisation.organisationId)
    if (!isHeld) add(name, referenceNamesake(organisation))
  }
  for (const [name, divisions] of divisionsNamed(wanted)) {
    for (const { organisationId, country, english, korean } of divisions) {
      if (organisationId !== null && found.get(name)?.some(({ id }) => id === organisationId)) continue
      add(name, {
        id: organisationId,
        country,
        kind: 'level_1',
        name: { en: english, ko: korean },
        code: null,
        weight: divisionWeight,
        nameKind: 'official',
        isPast: false,
        parentId: null,
      })
    }
  }
  for (const [name, places] of worldPlacesNamed(wanted)) {
    for (const place of places.slice(0, mostPlaces)) {
      add(name, {
        id: null,
        town: place.geonames,
        country: place.country,
        kind: 'municipality',
        name: { en: place.name, ...(place.korean === null ? {} : { ko: place.korean }) },
        code: null,
        weight: place.population,
        nameKind: 'place',
        isPast: false,
        parentId: null,
      })
    }
  }
  return new Map(
    [...asked].flatMap(([name, expanded]) =>
      found.has(expanded) ? [[name, found.get(expanded) ?? []]] : [],
    ),
  )
}

const mostPlaces = 6
// Their populations are not in the files; all are larger than the towns of the same name.
const divisionWeight = 1_000_000

function referenceNamesake(
  organisation: ReturnType<typeof listReferences>[number]['organisation'],
): Namesake {
  return {
    id: organisation.organisationId ?? null,
    country: organisation.country,
    kind: organisation.kind,
    name: organisation.name,
    code: null,
    weight: organisation.population ?? 1000,
    nameKind: 'official',
    isPast: false,
    parentId: organisation.parentId ?? null,
  }
}

/** An authority with a certain name. */
export interface Namesake {
  /** Its id in the directory; null for a town that the directory does not hold. */
  id: string | null
  /** The GeoNames number of such a town. */
  town?: string
  country: string
  kind: string
  name: LocalizedName
  /** COG or SIREN in France, the administrative standard code in Korea. */
  code: string | null
  /** Its weight in the directory, which ranks namesakes. */
  weight: number
  /** official, short, alias, former, bare… */
  nameKind: string
  isPast: boolean
  /** The key of the authority above it. */
  parentId: string | null
}

/** An authority with the folded name of the query. */
export type NamedAuthority = Namesake & { folded: string }

/** A French town with the word of the query. */
export type NamedTown = Namesake & { word: string }

/** The directory's answers for understanding a text, wherever the directory is. */
export interface NameBook {
  /** The authorities with one of some folded names, the weightiest of each name first. */
  listNamed(folded: readonly string[]): Promise<NamedAuthority[]>
  /** Every name that an organisation is found by, folded, except former ones. */
  listAllNames(): Promise<string[]>
  /** French communes, départements and régions for each word that may mean one: at most so many a word, the largest first. */
  listFrenchTowns(asked: readonly { word: string; folded: string }[], most: number): Promise<NamedTown[]>
}
