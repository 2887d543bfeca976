import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Sentence } from '../outline.ts'
import { isSameParty, type Pair } from './tie.ts'

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
    // 헨티도와 체결한 양해각서는 만료됨 향후계획: …: the particle of the one before is no end of its clause.
    const last = Array.from(gap.matchAll(connective))
      .filter(({ 0: word, index }) => index > 0 || gap.length < 14 || !/^[와과]/u.test(word))
      .at(-1)
    return last ? from + last.index + last[0].length : from
  })
  const spans = cuts.map((cut, at) => ({ start: cut, end: cuts[at + 1] ?? end }))
  // 벳푸시, 롄윈강시, 몽고메리시와 자매결연을: words after the last of a list apply to all.
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

const connective =
  /(?:[,;]|(?:이어|시작으로|비롯해|비롯하여|필두로|으며|이며|고|뒤|후|및|와|과|됨|하였음|했음|하였다|했다))\s/gu
const inList = /^(?: ?\([^)\d]*\))?(?:,|·| 및|와|과) ?(?:[가-힣]{2,6} )?$/u

/** Each pair with its partner's part of the sentence. */
export function withClauses(
  pairs: readonly Pair[],
  sentence: Sentence,
  mentions: readonly AuthorityMention[],
): Pair[] {
  const partners = pairs.map(({ parties }) =>
    parties[0].start > parties[1].start && pairs.every((each) => each.parties[1] === parties[1])
      ? parties[0]
      : parties[1],
  )
  const spans = clausesOf(partners, sentence)
  const told = pairs.map((pair, at): Pair => ({ ...pair, within: spans[at] ?? null }))
  // …, 2025년 3월에는 휴스턴시 사절단이 방문한다: who is named again has that clause as well.
  for (const mention of mentions) {
    const at = spans.findIndex(({ start, end }) => mention.start >= start && mention.end <= end)
    const span = spans[at]
    const own = partners.findIndex((partner) => partner !== mention && isSameParty(partner, mention))
    const pair = told[own]
    if (!span || !pair || own === at || mention.start < (partners[at]?.end ?? 0)) continue
    const gap = sentence.unit.passage.text.slice(partners[at]?.end ?? 0, mention.start)
    const cut = Array.from(gap.matchAll(/(?:으며|하며|이며|며|고|는데|지만|,),? /gu)).at(-1)
    if (!cut) continue
    const from = (partners[at]?.end ?? 0) + cut.index + cut[0].length
    pair.more = [...(pair.more ?? []), { start: from, end: span.end }]
    span.end = from
  }
  return told
}
