import type { StoredPassage } from '../sources/queries.ts'

/** Letters of a text that are sent at once. */
const largestPortion = 6_000

/** A text in portions of whole passages; one that is longer by itself is a portion of its own. */
export function portionsOf(passages: readonly StoredPassage[]): StoredPassage[][] {
  const portions: StoredPassage[][] = []
  let size = 0
  for (const passage of passages) {
    const last = portions.at(-1)
    if (last && size + passage.text.length <= largestPortion) last.push(passage)
    else {
      portions.push([passage])
      size = 0
    }
    size += passage.text.length
  }
  return portions
}
