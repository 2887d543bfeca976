import { type AuthorityMention, isHome } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import type { Sentence, Unit } from '../outline.ts'
import { isMostlyHangul } from '../words/scripts.ts'
import { isInterested } from './interested-title.ts'
import { koreanPairs } from './korean-ties.ts'
import { impliedPair } from './korean-topics.ts'
import { latinPairs } from './latin-ties.ts'
import { act, strongTie, tieWords } from './latin-words.ts'
import { areTwoSides, type Pair, type StatedTie } from './tie.ts'

/** The ties that a sentence states; `subjectsOf` gives the candidates for the other side if it names only one. */
export function sentenceTies(
  sentence: Sentence,
  mentions: Mentions,
  subjectsOf: readonly AuthorityMention[],
  heading: readonly AuthorityMention[] = [],
): StatedTie[] {
  const own = [...namedAsParties(sentence.unit, mentions), ...partnersUnknown(sentence, mentions)].sort(
    (a, b) => a.start - b.start,
  )
  const isKorean = isMostlyHangul(sentence.text)
  const pointed = isKorean ? pointedAt(sentence, mentions, subjectsOf.at(-1) ?? null) : []
  const all = [...own, ...pointed].sort((a, b) => a.start - b.start)
  const said = isKorean ? koreanPairs(sentence, all, subjectsOf) : latinPairs(sentence, own, subjectsOf)
  const implied = isKorean
    ? [
        () => listedPairs(sentence, mentions, subjectsOf),
        () => impliedPair(sentence, mentions, subjectsOf, heading),
      ]
    : [() => epithetPair(sentence, mentions, subjectsOf)]
  const pairs = said.length > 0 ? said : (implied.map((each) => each()).find((each) => each.length > 0) ?? [])
  return pairs.map(({ parties, within, more = [], label = '' }) => ({
    parties,
    stated: sentence,
    told: [sentence, ...more.map(({ start, end }) => partOf(sentence, start, end))],
    by: 'sentence',
    within,
    kindWords: label,
    cells: [],
    isBeside: isInterested(sentence.unit.section),
  }))
}

const named = new WeakMap<readonly AuthorityMention[], AuthorityMention[]>()

/** The authorities that a passage names, without things named after them: computed once for all of its sentences. */
function namedAsParties(unit: Unit, { authorities }: Mentions): AuthorityMention[] {
  const all = authorities.get(unit) ?? []
  const known = named.get(all)
  if (known) return known
  const parties = all.filter(
    ({ start, end }) =>
      !isAttribute.test(unit.plain.slice(end, end + 40)) &&
      !isBuilding.test(unit.plain.slice(Math.max(0, start - 16), start)),
  )
  named.set(all, parties)
  return parties
}

// “Incheon National University”, “the Rotterdam start-up”: a body that is called after a place.
const isAttribute =
  /^ (?:national |metropolitan |city )?(?:university|college|port|start-up|startup|school|middle school|high school|airport|chamber|museum|orchestra|theatre|theater|symphony|ballet|choir|festival|foundation|institute|business|port authority)(?![\p{L}])|^ (?:대학교|대학|항만|공항|상공회의소|고등학교|중학교|박물관|미술관)/u

// « à l’abbaye Saint-Michel », « la salle Debussy »: what is called after a saint or a place.
const isBuilding =
  /\b(?:abbaye|eglise|cathedrale|basilique|chapelle|chateau|halles?|espace|quartier|faubourg|rue|place|pont|quai|avenue|boulevard|lycee|college|ecole|salle|theatre|stade|hopital|clinique|villa|hotel|centre|parc) $/u

/** « jumelée avec Beit Sahour »: an unknown name, in the position of a party. */
function partnersUnknown(
  sentence: Sentence,
  { possible, authorities, countries }: Mentions,
): AuthorityMention[] {
  const { plain } = sentence.unit
  const hasCountry = (end: number) =>
    (countries.get(sentence.unit) ?? []).some(
      (each) => each.start >= end && /^,? (?:\(|au |aux |en |in )$/u.test(plain.slice(end, each.start)),
    )
  const beganBefore = (at: number) =>
    (authorities.get(sentence.unit) ?? []).some(
      ({ start, end }) => start >= sentence.start && end <= at && at - end < 50,
    )
  return (possible.get(sentence.unit) ?? []).filter(({ start, end }) => {
    if (start < sentence.start || end > sentence.end) return false
    const before = plain.slice(Math.max(sentence.start, start - 90), start)
    const joins =
      /\b(?:et|and) (?:la |le |l'|les )?$/.test(before) &&
      (authorities.get(sentence.unit) ?? []).some(
        (mention) =>
          mention.start >= sentence.start && /^ (?:et|and) $/.test(plain.slice(mention.end, start)),
      )
    // « …Penzance au Royaume-Uni depuis 1982 et M'Bour au Sénégal »
    const isNext = /\b(?:et|and) (?:la ville de |la commune de |with |avec |a )?$/.test(before)
    if (isNext && strongTie.test(sentence.plain) && hasCountry(end) && beganBefore(start)) return true
    if (
      /\b(?:avec|with) (?:la ville de |la commune de )?$/.test(before) &&
      hasCountry(end) &&
      strongTie.test(sentence.plain)
    )
      return true
    // « le jumelage Guingamp–Shannon »
    const dashed = (authorities.get(sentence.unit) ?? []).find(
      (mention) => mention.end < start && /^ ?[-/] ?$/u.test(plain.slice(mention.end, start)),
    )
    if (dashed && namesPair.test(plain.slice(sentence.start, dashed.start))) return true
    if (isTownTied.test(plain.slice(end, end + 90))) return true
    // « la relation entre A et B reste vivante »
    if (joins && tieBetween.test(before) && tieWords.test(sentence.plain)) return true
    if (joins && act.test(plain.slice(end, end + 50)) && tieWords.test(sentence.plain)) return true
    return (
      putsPartner.test(before) ||
      (/(?:\bnous\b|\)) (?:avec|with) $/.test(before) && /^ ?: /.test(plain.slice(end, end + 3)))
    )
  })
}

const tieBetween =
  /\b(?:jumelage|partenariat|cooperation|relations?|liens?|amitie|accord|convention|echanges?|twinning|partnership|links?)\b[^.;,]{0,24} (?:entre|between) (?:la |le |l'|the )?(?:(?:ville|commune|region|departement|metropole) (?:de |d'|du )?)?[^.;,]{3,40} (?:et|and) (?:la |le |l')?$/u

const namesPair =
  /\b(?:jumelage|partenariat|cooperation|echanges?|amitie|accord|convention|twinning|partnership)(?: de jumelage| de cooperation| d'amitie)? $/u

// « à Al-Bireh, ville palestinienne avec laquelle A est jumelée »
const isTownTied =
  /^(?: \([^)]*\))?, (?:une? |la |le |sa |son |notre )?(?:ville|cite|commune|municipalite|collectivite|town|city)(?: \p{L}{4,14})? (?:(?:avec|a|with|to) (?:laquelle|which)\b|(?:jumelle|jumelee|partenaire|soe?ur|amie|twinned)\b)/u

const putsPartner =
  /(?:jumel\w*|\bli[e]+s?\b|(?:partenariat|jumelage|accord|convention|charte|pacte|memorandum|protocole|\bliens?|relations?|amitie|echanges?|cooperation|twinning|twinned|agreement|partnership|arrangement|linked|links|ties|friendship|exchanges)[^.;,]{0,40}|\b(?:tie|link|jumelage|partenariat),)(?: officiellement| depuis [^,.;]{3,24}| en \d{4})? (?:avec|with|a|to) (?:la |le |l'|les )?(?:(?:petite )?(?:ville|commune|municipalite|cite) (?:\p{L}{4,16} )?)?(?:de |d')?$/u

const partOf = ({ unit }: Sentence, start: number, end: number): Sentence => ({
  unit,
  start,
  end,
  text: unit.passage.text.slice(start, end),
  plain: unit.plain.slice(start, end),
})

const standsFor =
  /\b(?:avec|a|et|with|to|and) (?:(?:cette|this) (?:ville|cite|commune|region|province|municipalite|localite|city|town|district)|(?:la|cette|notre|sa|the|this) (?:petite |grande |jeune )?(?:ville|cite|commune|region|province|municipalite|localite|bourgade|capitale|city|town|district)(?: \p{L}+(?:aise?|oise?|ienne?|ande?|ine?|ole|ique|ane|belge|slave|suisse|russe|turque|grecque|tcheque|ish|ese|ian|an|partenaire|jumelle))|elle|it)(?=[ ,.;:]|$)/u
const denies =
  /\b(?:n'|ne )[^.;]{0,40}\b(?:pas|jamais|aucun\p{L}*|plus)\b|\b(?:not|never|no)\b|\brefus|\brejet/u

/**
 * « Châteaugiron a reçu la troupe de B. Le jumelage avec la ville sarroise fêtera ses quarante ans »: the last authority of another
 * country in the passage.
 */
function epithetPair(
  sentence: Sentence,
  { authorities, possible, countries }: Mentions,
  subjects: readonly AuthorityMention[],
): Pair[] {
  if (!standsFor.test(sentence.plain) || !strongTie.test(sentence.plain) || denies.test(sentence.plain))
    return []
  // « Des lycéens de Carrick-on-Shannon … la petite ville irlandaise »: an unknown name, in the country of the epithet.
  const nameBefore = (): AuthorityMention | undefined => {
    const country = (countries.get(sentence.unit) ?? []).find(
      ({ start, end, isAdjective }) => isAdjective && start >= sentence.start && end <= sentence.end,
    )?.country
    const name = (possible.get(sentence.unit) ?? []).findLast(
      ({ start, end }) =>
        end <= sentence.start && /\b(?:de |d'|a |of |from )$/u.test(sentence.unit.plain.slice(0, start)),
    )
    return country && country !== 'FR' && name ? { ...name, country } : undefined
  }
  const own = authorities.get(sentence.unit) ?? []
  const before = own.filter(({ end }) => end <= sentence.start)
  const inside = own.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
  const home = [...inside, ...subjects].find(isHome)
  const last = home && before.findLast((each) => areTwoSides(home, each) && each.country !== null)
  const named = last ?? (home && nameBefore())
  return home && named && inside.every((each) => each.country === home.country)
    ? [{ parties: [home, named], within: null }]
    : []
}

// 3개국 3개 도시와 교류합니다, 자매도시가 두 곳 있습니다: their names follow.
const announces =
  /(?:교류|자매|우호|결연|협[정약]|협력|파트너|친구|벗)[^.]{0,30}|(?:도시|지역|지자체|자치단체|곳)[^.]{0,8}(?:와|과)[^.]{0,20}(?:교류|자매|우호|결연|협[정약]|협력)/u
const counts =
  /(?:\d+|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|여러) ?(?:개 ?)?(?:국 ?)?(?:\d+개 ?)?(?:도시|지역|지자체|자치단체|곳|군데|나라)/u
// A, B, C입니다: only names, their countries and locations. A word is read whole, or a gap could be read in many ways.
const onlyNames = /^(?:(?<![가-힣])(?:[가-힣]{2,}|[및와과])(?![가-힣])|[,·\s]|\([^)]*\))*$/u
const ending = /^(?: ?\([^)]*\))?(?:입니다|이다|다|임|이며|이고|등이다|등입니다| 등입니다| 등이다)?[.\s]*$/u

/** 우리 구는 3개 도시와 교류합니다. 이타바시구, 허시구입니다: a sentence of names only, after one that has counted them. */
export function listedPairs(
  { unit, start, end }: Sentence,
  { authorities }: Mentions,
  subjects: readonly AuthorityMention[],
): Pair[] {
  const at = unit.sentences.findIndex((each) => each.start === start)
  const before = unit.sentences[at - 1]
  const home = subjects.find(({ country }) => country === 'KR')
  if (!before || !home || !announces.test(before.text) || !counts.test(before.text)) return []
  const named = (authorities.get(unit) ?? []).filter((each) => each.start >= start && each.end <= end)
  const last = named.at(-1)
  if (!last || named.some((each) => !areTwoSides(home, each))) return []
  const text = unit.passage.text
  const gaps = named.map((each, index) => text.slice(named[index - 1]?.end ?? start, each.start))
  return gaps.every((gap) => onlyNames.test(gap)) && ending.test(text.slice(last.end, end))
    ? named.map((other) => ({ parties: [home, other], within: null }))
    : []
}

/** 예천군은 이 도시와 …: the authority abroad that was named last, if a sentence only points at it. */
function pointedAt(
  { unit, start, end }: Sentence,
  { authorities }: Mentions,
  home: AuthorityMention | null,
): AuthorityMention[] {
  const text = unit.passage.text.slice(start, end)
  const match =
    /(?<![가-힣])(?:이|그) (?:도시|시|군|지역|고장|마을|섬|성|주|현)(?=(?:와|과)(?:는|의)? )/u.exec(text)
  const told = match
    ? (authorities.get(unit) ?? []).findLast(
        (each) => each.end <= start + match.index && (home ? areTwoSides(home, each) : each.country !== 'KR'),
      )
    : undefined
  if (!match || !told) return []
  const place = { start: start + match.index, end: start + match.index + match[0].length }
  return [{ ...told, ...place, nameStart: place.start, nameEnd: place.end }]
}
