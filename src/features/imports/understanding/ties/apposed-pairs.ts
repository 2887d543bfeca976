import { type AuthorityMention, isHome } from '../names/authority-mention.ts'
import type { Sentence } from '../outline.ts'
import type { Group } from './groups.ts'
import { strongTie } from './latin-words.ts'
import { areTwoSides, type Pair } from './tie.ts'

// « Saumur, jumelée avec », « Bressuire, qui aide depuis 1986 la commune de », “Hastings (twinned with”
const tied =
  /^(?: \([^)]*\))?(?:,| \(| qui| whose| dont)[^.;:]{0,30}\b(?:jumel|alliee?|amie?s?\b|liee?s?\b|unie?s?\b|associee?|partenaires?\b|en (?:relation|lien|contact)|cooper|aide|soutien|accompagn|appui|travaill|echang|marraine|parrain|twin|linked|partner|allied|tied|support|work|friend)[^.;:,]{0,60}$/u
const paired =
  /^(?: \([^)]*\))? ?(?:avec|with|-|\/|et|and|\() ?(?:la |le |l'|les |the )?(?:(?:ville|commune|region) (?:de |d'))?$/u
// « , Saint-Herblain », « ; et la Ville de Quimper »
const parted =
  /^[^.]{0,90}[,;)] ?(?:(?:et|puis|enfin|and|then|finally),? )?(?:(?:la |le |l'|les |the )?(?:ville|commune|region|departement|city|town) (?:de |d'|du |des |of )?|la |le |l'|les |the )?$/u

/** « Saumur, jumelée avec Kayes depuis 1998, Quimper, en relation avec Sikasso, et Albi, qui aide Abomey »: two by two in one sentence. */
export function apposedPairs(sentence: Sentence, mentions: readonly AuthorityMention[]): Pair[] {
  const { plain } = sentence.unit
  const inside = mentions.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
  const pairs: [AuthorityMention, AuthorityMention][] = []
  // « Coopérations en Palestine : Lille avec Naplouse (1998), Rennes avec Jéricho (2007) »
  const isOfTies = strongTie.test(plain.slice(sentence.start, inside[0]?.start))
  for (let at = 0; at + 1 < inside.length; at += 2) {
    const [one, other, next] = inside.slice(at, at + 3)
    if (!one || !other) break
    const gap = plain.slice(one.end, other.start)
    const isPair = (tied.test(gap) || (isOfTies && paired.test(gap))) && areTwoSides(one, other)
    if (!isPair) return []
    if (next && !parted.test(plain.slice(other.end, next.start))) return []
    pairs.push([one, other])
  }
  if (pairs.length < 2) return []
  return pairs.map((parties, at) => ({
    parties,
    within: { start: parties[0].start, end: pairs[at + 1]?.[0].start ?? sentence.end },
  }))
}

/**
 * « A compte trois villes jumelles : B (Allemagne) et C (Portugal) », “A is twinned with B in England and with C in Germany”:
 * successive partners are tied to the subject of the sentence, not to one another.
 */
export function withSubject(
  sentence: Sentence,
  groups: readonly Group[],
  pairs: readonly Pair[],
  subjects: readonly AuthorityMention[],
): Pair[] | null {
  const [first] = groups[0]?.members ?? []
  const subject = first && isHome(first) ? first : pronoun.test(sentence.plain) ? subjects.find(isHome) : null
  if (!subject) return null
  const isPartners = ({ parties: [one, other] }: Pair) =>
    [one, other].every((each) => each !== subject && areTwoSides(each, subject)) &&
    !ofItself.test(sentence.plain.slice(one.end - sentence.start, other.start - sentence.start))
  const further = furtherPartners(subject, groups, pairs)
  if (!pairs.some(isPartners) && further.length === 0) return null
  const partners = [...pairs.flatMap((pair) => (isPartners(pair) ? pair.parties : [])), ...further]
  const told = new Map(pairs.filter((pair) => !isPartners(pair)).map((pair) => [pair.parties[1], pair]))
  const all = groups.flatMap(({ members }) => members)
  return [
    ...told.values(),
    ...all
      .filter((each) => partners.includes(each) && !told.has(each))
      .map((other): Pair => {
        const next = all.find(({ start }) => start > other.end)
        return { parties: [subject, other], within: { start: other.start, end: next?.start ?? sentence.end } }
      }),
  ]
}

/** « unie à B par un jumelage, à C (Belgique) et à la ville tchèque de D »: the further names after the same preposition. */
function furtherPartners(
  subject: AuthorityMention,
  groups: readonly Group[],
  pairs: readonly Pair[],
): AuthorityMention[] {
  const of = pairs.find(({ parties }) => parties.includes(subject))
  const at = groups.findIndex(({ members }) => members.some((each) => of?.parties[1] === each))
  const preposition = /\b(a|avec|with|to) (?:la |le |l'|the )?$/u.exec(groups[at]?.before ?? '')?.[1]
  if (at < 0 || !preposition) return []
  const goesOn = new RegExp(
    `(?:,|\\bet|\\band|;) (?:aussi |egalement )?${preposition} (?:(?:la |le |l'|the )?(?:\\p{L}+ )?(?:ville|commune|cite|town|city)(?: \\p{L}+)? (?:de |d'|of )?|la |le |l'|the )?$`,
    'u',
  )
  const further: AuthorityMention[] = []
  for (const { before, members } of groups.slice(at + 1)) {
    const [first] = members
    if (!first || /[.]/.test(before) || !goesOn.test(before)) break
    further.push(...members.filter((each) => areTwoSides(each, subject)))
  }
  return further
}

const pronoun =
  /^[^\p{L}]*(?:(?:enfin|par ailleurs|en outre|also|finally|aussi),? )?(?:ce dernier|il|elle|ils|elles|on|nous|it|we|she|they|(?:la|notre|le|the|our) (?:ville|commune|municipalite|comite|departement|region|metropole|town|city|council))(?: [a-z' ]{0,14})? \p{L}/u

// « avec B, elle-même jumelée avec C », “with B, which is twinned with C”
const ofItself = /\b(?:qui|dont|elle-meme|lui-meme|laquelle|lequel|which|itself|whose|a son tour|entre)\b/u
