import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import type { Sentence } from '../outline.ts'

export const isTopic = /^(?: ?\([^)]*\))?(?:은|는|에서|이|가)(?![가-힣])/u

/** 정읍시가 … 찾고 있고, 임실군은 … 사귀고 싶어 한다: several subjects in a Korean sentence, each with its own clause. */
export function clausesOfEach(sentence: Sentence, { authorities }: Mentions): Sentence[] {
  const { unit, start, end } = sentence
  const topics = (authorities.get(unit) ?? []).filter(
    (each) =>
      each.start >= start &&
      each.end <= end &&
      each.country === 'KR' &&
      isTopic.test(unit.plain.slice(each.end)),
  )
  if (topics.length < 2 || !/[가-힣]/.test(sentence.text)) return [sentence]
  return topics.map((topic, at) => {
    const [from, to] = [at === 0 ? start : topic.start, topics[at + 1]?.start ?? end]
    return {
      unit,
      start: from,
      end: to,
      text: unit.passage.text.slice(from, to),
      plain: unit.plain.slice(from, to),
    }
  })
}

/** “They met officials of B; that city is looking for …”: the last authority in the clause before. */
export function spokenOf(
  { start, unit }: Sentence,
  own: readonly AuthorityMention[],
  clause: number,
): AuthorityMention | null {
  const words = unit.plain.slice(clause).replace(/^[;\s]+/u, '')
  return clause > start && standsFor.test(words) ? (own.findLast(({ end }) => end <= clause) ?? null) : null
}

/** « Quelqu'un connaît-il B ? Elle cherche … », « le vœu de B. Cette commune cherche … »: the last authority in the sentence before. */
export function namedBefore(
  { unit, start, plain }: Sentence,
  { authorities }: Mentions,
): AuthorityMention | null {
  if (!standsFor.test(plain)) return null
  const before = unit.sentences.findLast(({ end }) => end <= start)
  return (
    (authorities.get(unit) ?? []).findLast(
      (each) => before && each.start >= before.start && each.end <= start,
    ) ?? null
  )
}

const standsFor =
  /^\W*(?:elle|il|cette (?:ville|commune|region|province|union|federation|collectivite)|ce (?:departement|district|comte)|la (?:ville|commune|municipalite|region|province|mairie|collectivite)|le (?:departement|district)|it|the (?:town|city|municipality|district|county)|(?:this|that) (?:town|city|council))\b/

/** 몽토방과 카스트르가 … 구하고 있다: those before the last one of a list. */
export function besidesIn(
  sentence: Sentence,
  last: AuthorityMention,
  mentions: Mentions,
): AuthorityMention[] {
  const { unit, start } = sentence
  const before = (mentions.authorities.get(unit) ?? []).findLast(
    (each) => each.start >= start && each.end <= last.start,
  )
  if (!/[가-힣]/.test(unit.passage.text)) return listedAfter(sentence, last, mentions)
  const isBeside =
    before &&
    before.country === last.country &&
    /^(?:와|과|·|, ?| 및) ?$/u.test(unit.passage.text.slice(before.end, last.start))
  return isBeside ? [before, ...besidesIn(sentence, before, mentions)] : []
}

/** « Lens, Liévin et le Département de l'Aude cherchent »: those after the first one of a list. */
function listedAfter(sentence: Sentence, first: AuthorityMention, mentions: Mentions): AuthorityMention[] {
  const { unit, end } = sentence
  const next = (mentions.authorities.get(unit) ?? []).find(
    (each) => each.start >= first.end && each.end <= end,
  )
  return next && next.country === first.country && alsoNames.test(unit.plain.slice(first.end, next.start))
    ? [next, ...listedAfter(sentence, next, mentions)]
    : []
}

const alsoNames =
  /^(?: \([^)]{2,40}\))?(?:,|,? et|,? ainsi que|,? and) (?:(?:la|le|les|l'|the) ?)?(?:(?:ville|commune|departement|region|metropole|city|town) )?(?:de |d'|du |des |de la |de l'|of )?$/u

/** « Plusieurs collectivités sont intéressées : Niort, … et le Département de l'Aude »: all authorities that follow such a sentence. */
export function announcedIn({ unit, start, end }: Sentence, { authorities }: Mentions): AuthorityMention[] {
  const own = (authorities.get(unit) ?? []).filter((each) => each.start >= start && each.end <= end)
  const [first] = own
  return first && announces.test(unit.plain.slice(start, first.start))
    ? own.filter(({ country }) => country === first.country)
    : []
}

const announces =
  /^\W*(?:sont|etaient|se (?:disent|declarent|montrent)) (?:\p{L}+ )?(?:interess|candidat|volontaire|desireu|en quete|a la recherche|sans partenaire)[^:.;]{0,70}:(?: ?(?:la |le |l'|les )?(?:ville |commune |departement |region |metropole )?(?:de |d'|du |des |de la |de l')?)?$|^[^:.;]{0,60}\b(?:collectivites|villes|communes|departements|regions|agglomerations|metropoles|intercommunalites|territoires|municipalites|membres|cities|towns|councils|authorities)\b[^:.;]{0,60}\b(?:interess|interet|souhait|desir|cherch|recherch|candidat|sans partenaire|en quete|interested|looking|seek)[^:.;]{0,70}:(?: ?(?:la |le |l'|les )?(?:ville |commune |departement |region |metropole )?(?:de |d'|du |des |de la |de l')?)?$/u

/** « Youmna Chartouni, maire de Deir el-Qamar. Elle cherche … »: an unknown town, whose mayor speaks. */
export function placeOfSpeaker({ unit }: Sentence, { possible }: Mentions): AuthorityMention | null {
  return (
    (possible.get(unit) ?? []).find(
      ({ start }) =>
        start < 90 &&
        /maire (?:adjointe? )?(?:de |d')$/.test(unit.plain.slice(Math.max(0, start - 20), start)),
    ) ?? null
  )
}
