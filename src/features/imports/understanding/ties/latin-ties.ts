import { type AuthorityMention, isHome } from '../names/authority-mention.ts'
import type { Sentence } from '../outline.ts'
import { apposedPairs, withSubject } from './apposed-pairs.ts'
import { isDenied } from './denials.ts'
import {
  acrossCountries,
  isBoundToNext,
  isJoinedInside,
  isPartner,
  isPlaceOnly,
  tieNear,
  weOurselves,
} from './group-roles.ts'
import { type Group, groupsOf } from './groups.ts'
import { closeTie, strongTie, tieWords, together } from './latin-words.ts'
import { pairsOfEntry, pairsOneByOne } from './one-by-one.ts'
import { clauseOf, spanOf } from './pair-spans.ts'
import { areTwoSides, isSamePair, type Pair } from './tie.ts'

/**
 * The pairs that a sentence in French or English ties: « A est jumelée avec B », « un accord entre A et B ». `subjects` are the
 * candidates for the other side if the sentence names only one.
 */
export function latinPairs(
  sentence: Sentence,
  mentions: readonly AuthorityMention[],
  subjects: readonly AuthorityMention[],
): Pair[] {
  const groups = groupsOf(sentence, mentions)
  const listed = pairsOfEntry(sentence, groups)
  if (listed.length > 0) return listed
  const apposed = apposedPairs(sentence, mentions)
  if (apposed.length > 0) return apposed
  if (!tieWords.test(sentence.plain) && !leadsPassage(sentence, groups)) return []
  const oneByOne = pairsOneByOne(sentence, groups)
  const pairs: Pair[] = [...oneByOne]
  const isPaired = ({ members }: Group) =>
    members.some((each) => oneByOne.some(({ parties }) => parties.includes(each)))
  for (const [at, group] of groups.entries()) {
    if (isPaired(group)) continue
    if (isDenied(sentence, group)) continue
    for (const pair of pairsOf({ sentence, groups, at, group, subjects, told: sideOfAll(pairs), mentions })) {
      const [one, other] = pair.parties
      const isKnown = pairs.some(({ parties }) => isSamePair(parties, pair.parties))
      if (areTwoSides(one, other) && !isKnown) pairs.push(pair)
    }
  }
  if (pairs.length === 0) pairs.push(...onlyTwo(sentence, groups))
  const ofSubject = withSubject(sentence, groups, pairs, subjects)
  if (ofSubject) return ofSubject
  // If a sentence ties a single pair, all of it concerns that pair.
  return pairs.length === 1 ? pairs.map((pair) => ({ ...pair, within: null })) : pairs
}

/** « Toulouse et Hanoï ont une longue histoire. Un accord d'amitié, d'abord, en 1996. »: the two that a whole passage is about. */
const leadsPassage = ({ unit, start }: Sentence, [first]: readonly Group[]) =>
  first !== undefined &&
  first.start - start < 4 &&
  first.start < 60 &&
  first.members.length === 2 &&
  together.test(first.after) &&
  strongTie.test(unit.plain)

/** The side that all pairs of a sentence so far share: « la Ville est jumelée avec B, … a signé avec C, négocie avec D ». */
function sideOfAll(pairs: readonly Pair[]): AuthorityMention | null {
  const [first, second] = pairs
  const side = first?.parties[0]
  return side && second && pairs.every(({ parties }) => parties[0] === side) ? side : null
}

interface Place {
  /** All authorities in the passage. */
  mentions: readonly AuthorityMention[]
  /** The subject of the sentence, if it has tied several partners to one. */
  told: AuthorityMention | null
  sentence: Sentence
  groups: readonly Group[]
  at: number
  group: Group
  subjects: readonly AuthorityMention[]
}

function pairsOf(place: Place): Pair[] {
  const { sentence, group } = place
  if (isJoinedInside(group, sentence)) {
    const isList = group.members.length > 2
    return acrossCountries(group.members).map(({ one, other }) => ({
      parties: [one, other],
      within: isList
        ? spanOf(other, group, sentence)
        : place.groups.length > 1
          ? clauseOf(group, place.groups, sentence)
          : null,
    }))
  }
  return withNext(place) ?? withRelative(place) ?? withPartner(place)
}

function withNext({ sentence, groups, at, group }: Place): Pair[] | null {
  const next = groups[at + 1]
  return next && isBoundToNext(sentence, group, next) ? everyPair(group.members, next.members) : null
}

/** « B, avec laquelle A a signé », « B, avec laquelle un pacte a été conclu »: A is the next one, else the one before. */
function withRelative({ sentence, groups, at, group, subjects }: Place): Pair[] | null {
  const opens = relative.exec(group.after)
  // Of a list only the last one is « celle à laquelle ».
  if (opens && group.members.length > 1 && isPartner(group, sentence)) return null
  if (!opens || /\b(?:in|near) the $/.test(group.before)) return null
  if (!tieNear(sentence, group.end, group.end + Math.max(120, opens[0].length + 60))) return null
  const next = groups.slice(at + 1).find(({ start }) => start >= group.end + opens[0].length)
  // “the spa town with which A struck up a friendship”
  if (next && next.start <= group.end + opens[0].length + 4) return everyPair(next.members, group.members)
  const follower =
    next && /^,? ?(?:[^,.;]{0,60}, )?(?:avec|with) \w+ (?:la |le |l'|les |the )?$/u.test(next.before)
      ? next.members
      : null
  const side = follower ?? subjectBefore(sentence, groups, at, group) ?? facing(group, subjects)
  return everyPair(side, group.members)
}

const relative =
  /^(?: \([^)]*\))?(?:,? ?(?:[^,.;]{0,60}, ?)?|, (?:the|la|une?|an?|son|sa) [^,.;]{3,50} |[^.;]{0,160}(?:town|city|ville|cite|commune|region|collectivite|departement|province)(?: \p{L}{3,14}){0,2} )(?:(?:avec|with|to|a) (?:laquelle|lequel|lesquels|lesquelles|which|whom)|auquel|auxquelles|auxquels) /u

function withPartner(place: Place): Pair[] {
  const { sentence, groups, at, group, told } = place
  if (!isPartner(group, sentence)) return []
  const [before] = groups.slice(0, at).slice(-1)
  // « A est jumelée à B et liée à C, D travaille avec E »: a newly named authority is the subject.
  const isNamedAnew = before !== undefined && !isPartner(before, sentence)
  const ofAll =
    told && !isNamedAnew && group.members.some((other) => areTwoSides(told, other)) ? [told] : null
  const side =
    ofAll ??
    subjectBefore(sentence, groups, at, group) ??
    subjectAfter(groups, at, group) ??
    placeBefore(groups, at, group) ??
    impliedSide(place)
  const partners = groups.filter((each) => isPartner(each, sentence))
  return side.flatMap((one) =>
    group.members.map((other) => ({
      parties: [one, other],
      within:
        group.members.length > 1
          ? spanOf(other, group, sentence, partners)
          : clauseOf(group, partners, sentence),
    })),
  )
}

/** « A s'est rapprochée de B et a formalisé ce lien »: the only two in a sentence about a tie, whatever comes between them. */
function onlyTwo(sentence: Sentence, groups: readonly Group[]): Pair[] {
  const [one, other, third] = groups.filter((group) => !isPlaceOnly(group) || leads.test(group.before))
  if (!one || !other || third || !strongTie.test(sentence.plain)) return []
  if ([one, other].some((group) => isDenied(sentence, group)) || /[;:]|[.] /.test(other.before)) return []
  if ((isPlaceOnly(one) && !leads.test(one.before)) || isPlaceOnly(other)) return []
  return acrossCountries([...one.members, ...other.members]).map((pair) => ({
    parties: [pair.one, pair.other],
    within: null,
  }))
}

const everyPair = (ones: readonly AuthorityMention[], others: readonly AuthorityMention[]): Pair[] =>
  ones.flatMap((one) => others.map((other) => ({ parties: [one, other], within: null })))

/** The side that the sentence does not name: « notre ville et B » means the text's own. */
function impliedSide({ sentence, group, subjects, mentions }: Place): AuthorityMention[] {
  // “For Greenville it is hardly a first. The city has been twinned with B”: the last authority in the sentence before.
  const before = theTown.test(sentence.plain)
    ? mentions.findLast(({ end, start }) => end <= sentence.start && sentence.start - start < 220)
    : undefined
  if (before && group.members.every((other) => areTwoSides(before, other))) return [before]
  if (weOurselves.test(group.before)) return facing(group, subjects.toReversed(), true)
  const near = sentence.plain.slice(
    Math.max(0, group.start - sentence.start - 90),
    group.end - sentence.start + 70,
  )
  return strongTie.test(near) || closeTie.test(near)
    ? facing(group, subjects, isPronoun.test(sentence.plain))
    : []
}

const theTown =
  /^\W*(?:the (?:town|city|county|district)|cette (?:ville|commune)) (?:\p{L}+ )?(?:is|has|was|had|also|est|a|avait)\b/u
const isPronoun = /^\W*(?:elle|il|cette (?:ville|commune)|cette derniere|it|the (?:town|city))\b/

/** The likeliest subject on the other side; for a partner abroad France or Korea comes before a third country. */
function facing(group: Group, subjects: readonly AuthorityMention[], isPronoun = false): AuthorityMention[] {
  const facingIt = subjects.filter((one) => group.members.some((other) => areTwoSides(one, other)))
  const home = isPronoun || group.members.some(isHome) ? undefined : facingIt.find(isHome)
  return home ? [home] : facingIt.slice(0, 1)
}

function subjectBefore(
  sentence: Sentence,
  groups: readonly Group[],
  at: number,
  partner: Group,
): AuthorityMention[] | null {
  const before = groups.slice(0, at).toReversed()
  // “A has been twinned with B since 1959 and with C since 1968”: B is a partner as well.
  const ordered = [...before.filter((group) => !isPartner(group, sentence)), ...before]
  for (const group of ordered) {
    if (isPlaceOnly(group)) continue
    const sides = group.members.filter((member) =>
      partner.members.some((other) => areTwoSides(member, other)),
    )
    if (sides.length > 0) return sides
  }
  return null
}

// « À Saint-Malo, … la cité a dénoncé le pacte qui l'unissait à B »: a place at the beginning of a sentence is its subject.
function placeBefore(groups: readonly Group[], at: number, partner: Group): AuthorityMention[] | null {
  const [first] = groups
  if (at === 0 || !first || !leads.test(first.before)) return null
  const sides = first.members.filter((member) => partner.members.some((other) => areTwoSides(member, other)))
  return sides.length > 0 ? sides : null
}

const leads =
  /^ ?(?:a|en|dans|pour|chez|cote|du cote de|in|at|for) (?:la |le |l')?(?:ville de |commune de )?$/u

// « Le jumelage avec B, signé par A », « liée à B, la ville de A »
function subjectAfter(groups: readonly Group[], at: number, partner: Group): AuthorityMention[] | null {
  const next = groups[at + 1]
  if (!next || !/^(?:,|.{0,40}\bpar\b)/.test(next.before) || isPlaceOnly(next)) return null
  const sides = next.members.filter((member) => partner.members.some((other) => areTwoSides(member, other)))
  return sides.length > 0 ? sides : null
}
