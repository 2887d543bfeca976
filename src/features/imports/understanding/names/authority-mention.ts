import { isWholeCountry } from '../../../directory/gazetteer/index.ts'
import type { Namesake } from './gazetteer.ts'

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

/** Whether a place is in a country that the directory covers completely: one side of every tie is, even if the text does not state it. */
export const isHome = ({ country }: { country: string | null }) => isWholeCountry(country)
