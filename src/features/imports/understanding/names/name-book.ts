import type { Namesake } from './gazetteer.ts'

/** An authority under the folded name that was asked for. */
export type NamedAuthority = Namesake & { folded: string }

/** A French town under the word that may be its name. */
export type NamedTown = Namesake & { word: string }

/** What the understanding of a text asks of the directory, wherever that is kept. */
export interface NameBook {
  /** The authorities that bear one of some folded names, the weightiest of each name first. */
  listNamed(folded: readonly string[]): Promise<NamedAuthority[]>
  /** Every name that an organisation is found by, folded, but those of its past. */
  listAllNames(): Promise<string[]>
  /** French communes, départements and régions for each word that may mean one: at most so many a word, the largest first. */
  listFrenchTowns(asked: readonly { word: string; folded: string }[], most: number): Promise<NamedTown[]>
}
