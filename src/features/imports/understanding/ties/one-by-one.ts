import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Sentence } from '../outline.ts'
import type { Group } from './groups.ts'
import { tieWords } from './latin-words.ts'
import { clauseOf } from './pair-spans.ts'
import { areTwoSides, type Pair } from './tie.ts'

const inOrder = /respectivement|respectively|dans cet ordre|dans l'ordre|in that order/
const ordinals: readonly RegExp[] = [
  /\b(?:(?:la|le) premiere?|l'une?|celle-la|celui-la|the (?:first|former)|one)\b/,
  /\b(?:(?:la|le) (?:deuxieme|seconde?)|l'autre|celle-ci|celui-ci|the (?:second|latter|other))\b/,
  /\b(?:(?:la|le) troisieme|the third)\b/,
  /\b(?:(?:la|le) quatrieme|the fourth)\b/,
]
const last = /\b(?:(?:la|le) derniere?|the last)\b/

/** « A, B et C, la première avec D, la deuxième avec E, la troisième avec F », « A et B … respectivement avec C et D ». */
export function pairsOneByOne(sentence: Sentence, groups: readonly Group[]): Pair[] {
  const list = groups.find(({ members }) => members.length > 1 && areOfOneCountry(members))
  if (!list) return []
  const { members } = list
  const others = groups.slice(groups.indexOf(list) + 1)
  const [next] = others
  if (inOrder.test(sentence.plain) && next && next.members.length === members.length)
    return next.members.flatMap((other, at) => pairOf(members[at], other, null))
  const found = others.flatMap((group): Pair[] => {
    const clause = group.before.slice(-70)
    const at = last.test(clause) ? members.length - 1 : ordinals.findLastIndex((words) => words.test(clause))
    const within = clauseOf(group, others, sentence)
    return at < 0 ? [] : group.members.flatMap((other) => pairOf(members[at], other, within))
  })
  return found.length >= 2 ? found : []
}

/** « Saumur : Warwick (1976), Asbach, Verviers. » among the sentences of a passage about ties. */
export function pairsOfEntry(sentence: Sentence, [first, ...groups]: readonly Group[]): Pair[] {
  const [one, more] = first?.members ?? []
  const [next] = groups
  if (!first || !one || more || !next || first.start - sentence.start > 4) return []
  const others = groups.flatMap(({ members }) => members)
  const isEntry =
    /^ ?(?:\([^)]*\))? ?: (?:la |le |l'|les )?$/u.test(next.before) &&
    others.length > 1 &&
    others.every((other) => areTwoSides(one, other)) &&
    /(?:19|20)\d\d/u.test(sentence.plain) &&
    tieWords.test(sentence.unit.plain) &&
    !/\b(?:est|sont|a|ont|sera|was|were|has|have|is|are)\b/u.test(sentence.plain)
  return isEntry
    ? others.map((other, at) => ({
        parties: [one, other],
        within: { start: other.start, end: others[at + 1]?.start ?? sentence.end },
      }))
    : []
}

const areOfOneCountry = (members: readonly AuthorityMention[]) =>
  members.every(({ country }) => country === members[0]?.country)

const pairOf = (
  one: AuthorityMention | undefined,
  other: AuthorityMention,
  within: Pair['within'],
): Pair[] => (one && areTwoSides(one, other) ? [{ parties: [one, other], within }] : [])
