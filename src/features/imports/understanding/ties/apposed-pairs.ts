import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Sentence } from '../outline.ts'
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
