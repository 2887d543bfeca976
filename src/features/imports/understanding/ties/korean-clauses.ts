import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Sentence } from '../outline.ts'

export interface Span {
  start: number
  end: number
}

/** Each partner of a sentence with its own part of it: from the last comma or connective before it to that of the next. */
export function clausesOf(partners: readonly AuthorityMention[], { start, end, unit }: Sentence): Span[] {
  const cuts = partners.map((partner, at) => {
    const from = partners[at - 1]?.end
    if (from === undefined) return start
    const gap = unit.passage.text.slice(from, partner.start)
    const last = Array.from(gap.matchAll(/(?:[,;]|(?:이어|으며|이며|고|뒤|후|및|와|과))\s/gu)).at(-1)
    return last ? from + last.index + last[0].length : from
  })
  const spans = cuts.map((cut, at) => ({ start: cut, end: cuts[at + 1] ?? end }))
  // 벳푸시, 롄윈강시, 몽고메리시와 자매결연을: what is said of the last of a list is said of all.
  for (let at = spans.length - 2; at >= 0; at -= 1) {
    const [own, next, partner, follower] = [spans[at], spans[at + 1], partners[at], partners[at + 1]]
    if (
      own &&
      next &&
      partner &&
      follower &&
      inList.test(unit.passage.text.slice(partner.end, follower.start))
    )
      own.end = next.end
  }
  return spans
}

const inList = /^(?: ?\([^)\d]*\))?(?:,|·| 및|와|과) ?(?:[가-힣]{2,6} )?$/u
