import type { Namesake } from './name-book.ts'

/** An authority named in a passage. */
export interface AuthorityMention {
  /** Start of the whole expression, including words for its kind. */
  start: number
  end: number
  /** Its name as written, without those words. */
  name: string
  nameStart: number
  nameEnd: number
  kinds: readonly string[]
  /** All authorities of that name, the likeliest first; empty for an unknown name. */
  namesakes: readonly Namesake[]
  /** Its country, if the text or all its namesakes give it. */
  country: string | null
  /** Named with its kind or country: surely an authority. */
  isSure: boolean
}
