import type { Namesake } from './gazetteer.ts'

/** An authority as a passage names it. */
export interface AuthorityMention {
  /** Of the whole expression, the words that say its kind included. */
  start: number
  end: number
  /** Its name as written, without those words. */
  name: string
  nameStart: number
  nameEnd: number
  kinds: readonly string[]
  /** All that bear the name, the likeliest first; empty for one that nothing knows. */
  namesakes: readonly Namesake[]
  /** Its country, where the text or its only namesakes say it. */
  country: string | null
  /** Named with its kind or country: surely an authority. */
  isSure: boolean
}
