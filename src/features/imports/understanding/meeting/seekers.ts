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

/** Words that express by themselves that an authority looks for a partner. */
export const seeks =
  /(?:appels? a (?:partenariat|partenaires?|cooperation|jumelage)s?|(?:dans le but|en vue|afin|a dessein) de (?:trouver|rencontrer|nouer)|cherch\w*|recherch\w*|en quete d|a la recherche|souhait\w* (?:nouer|trouver|rencontrer|engager|developper|etablir|entrer|un partenariat|un jumelage)|(?:aimer|voudr|souhaiter)ai(?:t|ent) (?:nouer|trouver|rencontrer|se lier|se rapprocher|un partenaire|une ville)|se di(?:t|sent) (?:prete?s?|interessee?s?) a|voudrait (?:nouer|trouver|se rapprocher)|desire\w* (?:nouer|trouver)|interessee? par (?:une? )?(?:cooperation|partenariat|jumelage)|en recherche|sans partenaire|look(?:s|ing) for|seek\w*|would like to (?:find|establish|develop|set up|have)|wish\w* to (?:find|establish|develop|set up)|hopes? to (?:find|establish)|interested in (?:a |finding|establishing|partner))/
const partnerWords =
  /partenaire|partenariat|jumelage|\bcites?\b|proposition|cooperation|collectivite|ville|lien|commune|region|agglo|departement|province|syndicat|jumelle|homolog|attache|contact|authority|municipality|council|local government|\b(?:francaise?s?|coreen\w*|french|korean)\b|partner|twin|city|town|cooperation/

const wish =
  '(?:souhait|desir|aimer(?:ait|aient)|voudr|esper|envisag|demand|ser(?:ait|aient) (?:heureu|ravie?s?|interess|prete?s?|curieu|contente?s?)|se (?:dit|disent|declare|declarent|montre|montrent|tient|porte) (?:\\p{L}+ )?(?:prete|interess|candidat|disponible|volontaire|ouvert)|s.est (?:porte|declare|dit|montre)\\p{L}* (?:\\p{L}+ )?(?:candidat|interess|prete|volontaire|ouvert)|(?:est|sont|reste|serait) (?:candidat|ouvert|dispose|volontaire|interess|en quete|a la recherche|desireu|curieu)|sollicit|(?:volonte|intention|ambition) d|interet pour|(?:fait(?:es)?|faisait|font) part de (?:son|sa|leur)|(?:manifeste|exprime|marque|confirme)\\p{L}* (?:son|leur|un|l.)[^.;]{0,14}interet|s.interrog\\p{L}*|reflechi\\p{L}*|etudie\\p{L}* (?:la possibilite|l.opportunite|l.idee)|pret\\p{L}* a|(?:her|its|their|a|the) wish|wish|hope|would (?:like|welcome|love|be (?:glad|happy|pleased|interested))|(?:is|are) (?:keen|eager|open|interested|in search)|ask)\\p{L}*'
const act =
  '(?:nou(?:er|e)|identifier|accueillir|echanger|ouvrir|entreprendre|conclure|creer|batir|tisser|initier|demarrer|s.associer|s.allier|etabli|trouver|engager|lier|liens? avec|rapprocher|jumeler|jumelage|travailler|cooperer|cooperation|collaborer|rencontrer|entrer en|mise? en relation|correspondre|developper|construire|lancer|partenari|partenaire|find|establish|develop|set up|build|forge|partner|work with|link|twin|touch with)'
const another =
  "\\b(?:une?|des|d'une?|d'autres|nouve\\p{L}+|autre|a|an|another|some|one|(?:in|among|with) (?:a )?french|francais\\p{L}*|coreen\\p{L}*|french|korean)\\b[^.;]{0,40}(?:partenaire|partenariat|jumelage|jumelle|cooperation|collectivite|ville|commune|region|departement|agglomeration|agglo\\b|cite\\b|homologue|liens?\\b|municipalit|partner|twin|city|cities|town|region|council)"
const wishing = new RegExp(`\\b${wish}\\b[^.;]{0,60}${act}`, 'u')
const forAnother = new RegExp(another, 'u')
/** « n'a aucun partenaire … aimerait en trouver un », “has no partner in France and would welcome one” */
const lacking =
  /\b(?:n'a|n'ont|sans|has no|have no|without)\b[^.;]{0,30}(?:partenaire|ville jumelle|jumelage|partner|twin)[^.;]{0,60}\b(?:aimer|souhait|voudr|cherch|ser(?:ait|aient)|would|looking|hopes?|wish)/u
const wantsOne =
  /\b(?:aimer|souhait|voudr|esper)\p{L}*(?: bien| aussi)? en (?:trouver|avoir|nouer|rencontrer|engager|creer|developper|construire|batir|monter|lancer) une?\b|\bwould welcome one\b|\bs'y preter/u
const inPlace = /\bs'engager\b[^.;]{0,40}\b(?:en|au|aux|dans) \p{L}/u

/** Where a sentence in French or English states that an authority looks for a partner, or null. */
export function seekingAt({ plain, unit, start }: Sentence): RegExpExecArray | null {
  const match = seeks.exec(plain)
  if (
    match &&
    partnerWords.test(/^[^;]{0,140}/u.exec(plain.slice(match.index))?.[0].split(/\. (?=\P{Ll})/u)[0] ?? '')
  )
    return match
  const wished = wishing.exec(plain)
  if (
    wished &&
    (forAnother.test(plain.slice(wished.index)) ||
      inPlace.test(
        wished[0] + plain.slice(wished.index + wished[0].length, wished.index + wished[0].length + 40),
      ))
  )
    return wished
  const one = wantsOne.exec(plain)
  if (one && partnerWords.test(unit.plain.slice(Math.max(0, start - 200), start + one.index))) return one
  return lacking.exec(plain)
}

const sought =
  '(?:교류|협력|자매결연|우호|결연|파트너|상대|도시|(?<=[시군구도] )지역|지자체|자치단체|지방정부|할 곳)'
const koreanWish = [
  '희망(?!(?:했|하였)(?:으나|지만|었))',
  '찾고|찾는 ?중|찾는다|찾습|찾으려|찾지 못(?:하고|했|해|함)',
  '(?:소개|추천|연결|주선)해 (?:달라|줄|주)|(?:소개|추천|연결)받|(?:소개|추천|주선)을 (?:요청|부탁|희망|바)',
  '타진(?:하고 있|하고자|한다|함|하기로|했(?!으나|지만)|하였(?!으나|지만)|중| 중)',
  '(?:맺|나누|손을 잡|손잡|교류하|협력하|사귀|만나|맞|맞이하|함께하|시작하|잇)고(?: 싶|자 (?:한|하|함))|만남을 바',
  '모색|원하|원한다|원함|물색(?! 및)|구하|구함|구한다|구해|구합|발굴',
  '(?:하기|하길|맺기|맺길|만나기|잇기|잡기|나누기|추진하기)(?:를|을)? ?(?:바라고|바람|바랍니다|기대|원|희망)',
  '(?<!(?:관심|참여|성원|협조|참석)(?:을|를) )(?:바란다|바라고 있)',
  '관심(?!을 (?:바[라란람]|부탁|모으|끌|받|당부)|과 (?:참여|성원|협조)|이 (?:쏠|모|집중))',
  '(?:의사|의향|의지|뜻)(?:를|을|가|이)? ?(?:있|밝|전|표명|표하|보[였이]|내비|나타)',
].join('|')

/** Korean words for looking for a partner. */
export const koreanSeeks = new RegExp(
  `${sought}[^.]{0,40}(?:${koreanWish})|(?:희망(?!하는 (?:도시|지자체|시군|기관)[은는이])|찾고 있|모색|물색)[^.]{0,20}(?:교류|협력|도시|파트너)|(?:와|과|랑|하고)(?:도|의)? (?:새로 |새로운 )?(?:교류|협력|결연)(?:를|을)? ?(?:하|맺)고 싶|희망 ?(?:국가?|지역|도시|상대) ?[:：]`,
)
export const denies =
  /(?:ne |n')(?:cherch|recherch|souhait|envisag|veul|veut|desir)\w* (?:\w+ )?(?:pas|plus|aucun|ni)|demander (?:une aide|un soutien|une subvention|des fonds)|\b(?:repartir|reprendre|relancer|reactiver)\b|(?:ne|n')[^.]{0,30}(?:pas|plus|jamais|aucun)(?:(?!\bmais\b|\bet\b)[^.,]){0,30}(?:cherch|recherch|candidat|souhait)|(?:pas|plus) candidat|n'envisage|does not (?:seek|wish)|not looking|희망하지 않|희망(?:했|하였)(?:으나|지만)|(?:참여|참가|동참|방문|재개)(?:를|을|도)? ?희망|계획이 없|아닌[^.]{0,40}찾고 싶었/
