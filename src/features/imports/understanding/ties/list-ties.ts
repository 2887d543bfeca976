import { type AuthorityMention, isHome } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import type { Outline, Unit } from '../outline.ts'
import { headingOf, isDatedEntry, leadOfEntries, partnersTitle } from './entry-lines.ts'
import { isKoreanDenial } from './korean-denials.ts'
import { isKoreanEntry, isKoreanPoint, koreanEntries } from './korean-entries.ts'
import { oneToMany } from './one-to-many.ts'
import { readPair } from './pair-titles.ts'
import { itemAbove, sectionSubject } from './subjects.ts'
import { areTwoSides, isSameParty, type StatedTie, sentenceAt } from './tie.ts'

const notPartners =
  /interess|recherch|souhait|cherch|candidat|participant|present|invite|looking|seek|interest|희망|참석|관심|모집/u

/** The ties that lists state: « A – partenaires : B et C », and items beneath « Nos villes jumelles ». */
export function listTies(
  outline: Outline,
  mentions: Mentions,
  owner: AuthorityMention | null,
  isTaken: (unit: Unit) => boolean,
): StatedTie[] {
  const entries = koreanEntries(outline.units, mentions, owner)
  return outline.units.flatMap((unit, index): StatedTie[] => {
    if (unit.passage.kind === 'title' || unit.passage.kind === 'row' || isTaken(unit)) return []
    if (/[가-힣]/.test(unit.passage.text) && unit.sentences.length === 1 && isKoreanDenial(unit.passage.text))
      return []
    // 바르셀로나 인근 빌라노바: only where the partner lies.
    const own = (mentions.authorities.get(unit) ?? []).filter(
      ({ end }) => !isNear.test(unit.passage.text.slice(end)),
    )
    const told = toldUnderName(
      unit,
      own,
      mentions,
      itemAbove(outline, unit, mentions) ?? sectionSide(unit, mentions, owner) ?? owner,
    )
    const [first] = own
    if (!first) return told ? [tieOf(unit, told, 0, '')] : []
    const labelled = entries.get(unit)
    if (labelled)
      return labelled.map(({ parties, within, label }) => ({ ...tieOf(unit, parties, 0, label), within }))
    const many = oneToMany(unit, own)
    const lead =
      many.length > 0 ? null : (leadPair(unit, own) ?? leadPair(unit, withPossible(unit, own, mentions)))
    if (lead) return [tieOf(unit, lead.parties, lead.end, '')]
    if (many.length > 0)
      return many.map(({ parties, within }) => {
        const tie = tieOf(unit, parties, 0, unit.plain.slice(0, within.start))
        return {
          ...tie,
          within,
          told: ofPartner(
            tie,
            many.map((each) => each.parties[1]),
            mentions,
          ),
        }
      })
    // 가. 중국 항저우시(자매, 1994. 5. 30.): the bracket replaces a heading.
    const bracket = /^ ?\((?:자매|우호|친선|결연)[^)]{0,40}\)/u.exec(unit.plain.slice(first.end))
    if (bracket && owner && areTwoSides(owner, first) && isKoreanEntry(unit, first, unit))
      return [tieOf(unit, [owner, first], 0, bracket[0])]
    if (told) return [tieOf(unit, told, 0, '')]
    // 2) 발로리: 2007년 맺은 자매결연이 …, in a mail: the writer's tie with the authority at the beginning of a point.
    if (owner && areTwoSides(owner, first) && isKoreanPoint(unit, first))
      return [tieOf(unit, [owner, first], 0, '')]
    const heading = isDatedEntry(unit, first) ? leadOfEntries(outline, index) : headingOf(outline, index)
    if (
      hasNone.test(unit.plain) ||
      first.start > (unit.passage.kind === 'item' ? 20 : leadOfCountry(unit, mentions)) ||
      notPartners.test(unit.plain) ||
      !heading ||
      notPartners.test(heading.plain) ||
      !partnersTitle.test(heading.plain)
    )
      return []
    if (unit.passage.kind !== 'item' && unit.passage.text.length > 400) return []
    // 한편 김해시는 …: a sentence about the text's own side, not an entry.
    if (
      /[가-힣]/.test(unit.passage.text) &&
      ((owner && isSameParty(owner, first)) || !isKoreanEntry(unit, first, heading))
    )
      return []
    const side =
      firstOther(mentions.authorities.get(heading) ?? [], first) ??
      sectionSubject(unit.section, mentions) ??
      owner
    return side && areTwoSides(side, first) ? [tieOf(unit, [side, first], 0, heading.plain)] : []
  })
}

/** « Montpellier → Tlemcen, Chengdu »: the owner of the section, unless it is a partner of the text's owner. */
function sectionSide(
  unit: Unit,
  mentions: Mentions,
  owner: AuthorityMention | null,
): AuthorityMention | null {
  const subject = sectionSubject(unit.section, mentions)
  return subject && (!owner || subject.country === owner.country) ? subject : null
}

const isNear = /^(?:의)? ?(?:인근|근처|부근|근교|북쪽|남쪽|동쪽|서쪽|북부|남부|옆)(?:의)? /u

// « Ici on n'a jamais été jumelé », “nothing was ever agreed between the councils”
const hasNone =
  /(?:n'(?:a|est|ont)|jamais|pas) (?:jamais |pas )?(?:ete )?jumele|sans lendemain|sans suite|simple (?:contact|prise de contact)|\bnothing (?:was|has been) (?:ever )?(?:agreed|signed)|\bn'a (?:jamais )?rien signe/u

/**
 * « Schwerin. – Le jumelage date de 1961 », “Plymouth: friendship agreement signed in 2014”: the owner's tie with the authority at
 * the beginning of a passage.
 */
function toldUnderName(
  unit: Unit,
  own: readonly AuthorityMention[],
  mentions: Mentions,
  owner: AuthorityMention | null,
): AuthorityMention[] | null {
  const [first] = withPossible(unit, own, mentions)
  if (!owner || !first || first.start > 4 || hasNone.test(unit.plain) || /[가-힣]/.test(unit.plain))
    return null
  const [bold] = unit.passage.strong
  // **Beppu, Japan.** Sister city. …: in bold at the head of a passage.
  const isBold =
    bold !== undefined &&
    bold.start <= 1 &&
    bold.end >= first.end &&
    /[.:]\W*$/u.test(unit.plain.slice(0, bold.end + 1))
  const lead =
    isBold ||
    /^(?: ?\([^)]{2,40}\)|, [a-z -]{3,24})? ?(?:\. ?[–—-]|:|[–—]|\.(?= (?:[^.]{0,30}\b)?(?:jumel|twin|sister|charte|pacte|accord|convention|protocole|friendship))) /u.exec(
      unit.plain.slice(first.end),
    )
  if (!lead || !instrument.test(unit.plain.slice(first.end)) || notPartners.test(unit.plain)) return null
  const isOurs = ({ country }: AuthorityMention) => country !== null && country === owner.country
  return areTwoSides(owner, first) && own.every((each) => !isOurs(each) || isSameParty(each, owner))
    ? [owner, first]
    : null
}

const instrument =
  /\bjumelage|pacte d'amitie|accord d|protocole d|charte d|convention d|memorandum|twinn(?:ed|ing)\b|(?:friendship|cooperation|twinning) (?:agreement|pact|charter)|\b(?:sister|twin|friendship) cit(?:y|ies)\b|\bletter of intent\b/u

// 튀르키예 이스탄불 위스퀴다르구: a country at the head of a line.
const leadOfCountry = (unit: Unit, { countries }: Mentions) =>
  Math.max(4, ((countries.get(unit) ?? []).find(({ start }) => start < 2)?.end ?? 0) + 1)

const firstOther = (mentions: readonly AuthorityMention[], partner: AuthorityMention) =>
  mentions.find((each) => areTwoSides(each, partner)) ?? null

function tieOf(unit: Unit, parties: AuthorityMention[], from: number, kindWords: string): StatedTie {
  const told = unit.sentences.filter(({ end }) => end > from)
  const partner = parties.at(-1)
  const stated = sentenceAt(unit, partner && partner.end <= unit.passage.text.length ? partner.start : 0)
  return {
    parties,
    stated,
    told: told.length > 0 ? told : [stated],
    by: 'list',
    within: null,
    kindWords,
    cells: [],
    isBeside: false,
  }
}

/** Adds possible names among the first words of a passage. */
function withPossible(
  unit: Unit,
  own: readonly AuthorityMention[],
  { possible }: Mentions,
): AuthorityMention[] {
  const lead = unit.plain.search(/:|\. /)
  const among = (possible.get(unit) ?? []).filter(({ start }) => start < (lead < 0 ? 80 : lead))
  return [...own, ...among].sort((a, b) => a.start - b.start)
}

/** « Ville d'A – Ville de B : … », the pair before the words about it. */
function leadPair(
  unit: Unit,
  own: readonly AuthorityMention[],
): { parties: AuthorityMention[]; end: number } | null {
  // (베트남 측 소개) 다낭시 ↔ 일본 사카이시
  const from = /^ ?\([^)]{2,24}\) ?/u.exec(unit.plain)?.[0].length ?? 0
  if ((own[0]?.start ?? 99) > from + 6) return null
  for (const [at, { end }] of own.entries()) {
    if (at === 0 || !/^ ?(?:\([^)]*\))? ?(?:[:.–—-]|,|$)/.test(unit.plain.slice(end, end + 40))) continue
    const parties = readPair(unit, own, from <= (own[0]?.start ?? 0) ? from : 0, end)
    const gap = unit.plain.slice(own[0]?.end ?? 0, own[1]?.start ?? 0)
    // « Guéret et Zary (Pologne) : un programme piloté par … »
    const isNamedWhole =
      at === 1 &&
      isHome(own[0] ?? parties?.[0] ?? { country: null }) &&
      /^ ?(?:\([^)]*\))? : /u.test(unit.plain.slice(end))
    if (parties && (!/^ ?,|^ ?(?:et|and) /.test(gap) || (isNamedWhole && !/^ ?,/.test(gap))))
      return { parties, end }
  }
  return null
}

/** Of the sentences of a line with several partners, those that do not name only another one. */
function ofPartner(
  tie: StatedTie,
  partners: readonly (AuthorityMention | undefined)[],
  { authorities }: Mentions,
) {
  const [, partner] = tie.parties
  return tie.told.filter((sentence) => {
    if (sentence === tie.stated) return true
    const named = (authorities.get(sentence.unit) ?? []).filter(
      ({ start, end }) => start >= sentence.start && end <= sentence.end,
    )
    return (
      !named.some((each) => partners.some((other) => other && isSameParty(each, other))) ||
      named.some((each) => partner && isSameParty(each, partner))
    )
  })
}
