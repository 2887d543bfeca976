import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'

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
