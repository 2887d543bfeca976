import { type AuthorityMention, isHome } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import { type Outline, type Sentence, unitsUnder } from '../outline.ts'
import { koreanTieWords } from './korean-ties.ts'
import { tieWords } from './latin-words.ts'
import { isDateline } from './owners.ts'
import { areTwoSides, isSameParty } from './tie.ts'

const both =
  /\bles maires (?:ont|avaient|sign|de)|\bleurs? maires?\b|\b(?:les|entre les|leurs|nos) deux (?:villes?|collectivites|communes|territoires|partenaires|cites|regions|departements|provinces|parties|municipalites|metropoles|ports|maires|municipalites|conseils|agglomerations|cousines|amies|so(?:e)?urs|jumelles|mairies|bourgs|localites|capitales|iles|villages)\b|\b(?:both|the two) (?:cities|towns|sides|regions|councils|authorities|parties|mayors|municipalities|partners|districts|ports|places)\b|(?:두|양) ?(?:시(?=[는가의은])|군(?=[은이의])|도(?=[는가의])|도시|지역|지자체|자치단체|기관|지방정부)|양측/u
const acts =
  /sign|jumel|pacte|charte|convention|accord|protocole|memorandum|liees?|unies?|twinn|agreement|체결|맺|서명|결연|협약|협정/

/** « En 2016, les deux villes signaient un pacte d'amitié »: the two authorities mentioned most so far, one of each side. */
export function bothSides(
  sentence: Sentence,
  outline: Outline,
  mentions: Mentions,
): [AuthorityMention, AuthorityMention] | null {
  if (
    !both.test(sentence.plain) ||
    !acts.test(sentence.plain) ||
    !(tieWords.test(sentence.plain) || koreanTieWords.test(sentence.text))
  )
    return null
  const section = sentence.unit.section
  const near = unitsUnder(section).filter(({ index }) => index <= sentence.unit.index)
  const titled = section.title ? [section.title, ...near] : near
  const here = (mentions.authorities.get(sentence.unit) ?? []).filter(({ end }) => end <= sentence.start)
  const [one, other, third] = countMentions(here)
  if (one && other && !third && areTwoSides(one.mention, other.mention)) return [one.mention, other.mention]
  for (const units of [titled, outline.units.filter(({ index }) => index <= sentence.unit.index)]) {
    const counted = countMentions(
      units.flatMap((unit) =>
        (mentions.authorities.get(unit) ?? []).filter(({ start }) => !isDateline(unit, start)),
      ),
    )
    const [first] = counted
    // 두 도시 is the text's own and the one that was named last.
    const last =
      /[가-힣]/.test(sentence.text) && first
        ? (mentions.authorities.get(sentence.unit) ?? []).findLast(
            (each) => each.end <= sentence.start && areTwoSides(first.mention, each),
          )
        : undefined
    if (first && last) return [first.mention, last]
    const second = counted.find(({ mention }) => first && areTwoSides(first.mention, mention))
    if (first && second && second.times * 3 >= first.times) return [first.mention, second.mention]
  }
  return null
}

function countMentions(all: readonly AuthorityMention[]) {
  const counted: { mention: AuthorityMention; times: number }[] = []
  for (const mention of all) {
    const known = counted.find((each) => isSameParty(each.mention, mention))
    if (known) known.times += 1
    else counted.push({ mention, times: 1 })
  }
  return counted.sort((a, b) => b.times - a.times)
}

/**
 * « En Palestine, c'est à Jénine que va l'effort. La convention, signée en 2008, … »: an agreement without parties is between the
 * owner of the text and the only authority of the other side that the passage has named.
 */
export function impliedSides(
  sentence: Sentence,
  mentions: Mentions,
  owner: AuthorityMention | null,
): [AuthorityMention, AuthorityMention] | null {
  if (owner === null || !impliesAgreement.test(sentence.plain) || /aucun|\bpas\b/.test(sentence.plain))
    return null
  const own = mentions.authorities.get(sentence.unit) ?? []
  if (
    own.some(
      (mention) =>
        mention.start >= sentence.start && mention.end <= sentence.end && areTwoSides(owner, mention),
    )
  )
    return null
  const told = own.filter(({ end }) => end <= sentence.start)
  // Words after another authority of the owner's country concern that one.
  if (told.some((mention) => mention.country === owner.country && !isSameParty(mention, owner))) return null
  const before = told.filter((mention) => areTwoSides(owner, mention))
  const different = before.filter(
    (mention, at) => before.findIndex((each) => isSameParty(each, mention)) === at,
  )
  const [only] = different
  return only && different.length === 1 ? [owner, only] : null
}

/** « A accueille des élèves de B (Allemagne). Ces échanges ne font l'objet d'aucune convention »: the only two in the sentence before. */
export function takenUp(
  { unit, start, plain }: Sentence,
  { authorities }: Mentions,
): [AuthorityMention, AuthorityMention] | null {
  const before = unit.sentences.findLast(({ end }) => end <= start)
  if (!before || !resumes.test(plain)) return null
  const inside = (from: number, to: number) =>
    (authorities.get(unit) ?? []).filter((each) => each.start >= from && each.end <= to)
  if (inside(start, start + plain.length).length > 0) return null
  const [one, other, third] = countMentions(inside(before.start, before.end))
  return one &&
    other &&
    !third &&
    areTwoSides(one.mention, other.mention) &&
    [one, other].some(({ mention }) => isHome(mention))
    ? [one.mention, other.mention]
    : null
}

const resumes =
  /^\W*(?:ces|cette|ce|cet|this|these) (?:echanges?|cooperation|partenariat|liens?|relations?|jumelage|amitie|collaboration|exchanges?|partnership|twinning|links?)\b/u

const impliesAgreement =
  /\b(?:la|le|l'|un|une|cette|cet|ce|du|au|notre|nos|the|our) ?(?:premier |premiere )?(?:projet de |projet d')?(?:convention|accord|jumelage|charte|pacte|protocole|memorandum|lettre d'intention|declaration d'intention)[^.;]{0,60}\b(?:sign|conclu|adresse|dat|renouvel|lie)/

/** « notre pacte d'amitié », in a letter: the tie of writer and recipient. */
export function correspondents(
  sentence: Sentence,
  owner: AuthorityMention | null,
  addressee: AuthorityMention | null,
): [AuthorityMention, AuthorityMention] | null {
  if (!owner || !addressee || !areTwoSides(owner, addressee)) return null
  return ours.test(sentence.plain) || impliesAgreement.test(sentence.plain) ? [owner, addressee] : null
}

const ours =
  /\b(?:notre|our) \p{L}+ (?:et|and) (?:votre|your)\b|(?:(?:우리|저희) ?|[가-힣]{2,})[시군구도](?:와|과) 귀 ?[시군구도현성주정]|귀 ?[시군구도현성주정](?:와|과) (?:우리|저희) ?[시군구도]|귀 ?[시군구도현성주정](?:와|과)(?:의|는)? [^.]{0,40}(?:결연|협[정약]|의향서|양해각서)|\b(?:notre|nos deux|our|entre nos) (?:villes?|communes?|collectivites|cites|cities|towns|pacte|jumelage|convention|accord|partenariat|cooperation|charte|entente|twinning|agreement|partnership|friendship)/u

/** A sentence with a mere wish: no tie rests on it unless it names both sides. */
export const isOnlyProposed = ({ plain }: Sentence) =>
  onlyProposed.test(plain) && !/\bsigne\w*\b|체결/.test(plain)

const onlyProposed = /propos|souhait|pourrai|aimeri|voudri|serait|refus|declin|donner suite|regret/
