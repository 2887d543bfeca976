import type { Namesake } from './gazetteer.ts'

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
