import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import {
  type Outline,
  type Section,
  type Sentence,
  sectionsAbove,
  sectionsIn,
  type Unit,
  unitsUnder,
} from '../outline.ts'
import { bothSides, impliedSides } from './both-sides.ts'
import { cardTies } from './card-ties.ts'
import { koreanPairs } from './korean-ties.ts'
import { latinPairs } from './latin-ties.ts'
import { listTies } from './list-ties.ts'
import { readPair } from './pair-titles.ts'
import { partnerSections } from './partner-sections.ts'
import { findSubjects } from './subjects.ts'
import { tableTies } from './table-ties.ts'
import { isSamePair, isSameParty, type StatedTie } from './tie.ts'

/** A section about authorities that look for a partner. */
export const interestedTitle =
  /interess|recherche?(?:nt)? (?:de |d'|un )?partenai|en recherche|souhait|candidat|nouer|looking for|seeking|interested|희망|관심|파트너 ?모집/u

/** All ties that a text states, each pair once. */
export function findTies(
  outline: Outline,
  mentions: Mentions,
  speakerSides: ReadonlyMap<Unit, AuthorityMention>,
): StatedTie[] {
  const subjects = findSubjects(outline, mentions, speakerSides)
  const titled = [...titleTies(outline, mentions), ...partnerSections(outline, mentions, subjects.owner)]
  const taken = new Set(titled.flatMap(({ told }) => told.map(({ unit }) => unit)))
  const tables = tableTies(outline, mentions, subjects.owner)
  for (const { stated } of tables) taken.add(stated.unit)
  const cards = cardTies(outline, mentions)
  for (const { told } of cards) for (const { unit } of told) taken.add(unit)
  const lists = listTies(outline, mentions, subjects.owner, (unit) => taken.has(unit))
  for (const { stated } of lists) taken.add(stated.unit)
  const told = outline.units
    .flatMap((unit) => (unit.passage.kind === 'title' ? [] : unit.sentences))
    .filter(({ unit }) => unit.passage.kind !== 'row')
  told.push(...outline.units.filter((unit) => !taken.has(unit)).flatMap(sentencesInCells))
  const stated = told
    .filter(({ unit }) => !taken.has(unit))
    .flatMap((sentence) => sentenceTies(sentence, mentions, subjects.of(sentence)))
  for (const tie of titled) {
    for (const sentence of [...tie.told]) {
      const own = mentions.authorities.get(sentence.unit) ?? []
      const others = sentenceTies(
        sentence,
        mentions,
        own.filter(({ end }) => end <= sentence.start).slice(-1),
      ).filter(
        ({ parties }) =>
          !isSamePair(parties, tie.parties) &&
          parties.every((party) => own.includes(party)) &&
          parties.some((party) => tie.parties.some((each) => isSameParty(each, party))),
      )
      if (others.length === 0) continue
      stated.push(...others)
      tie.told.splice(tie.told.indexOf(sentence), 1)
    }
  }
  // Only a text that nowhere ties two by name says it of « les deux villes ».
  if (titled.length + tables.length + cards.length + lists.length + stated.length === 0 || stated.length > 0)
    for (const { unit, ...rest } of told.filter(({ unit }) => !taken.has(unit))) {
      const sentence = unit.sentences.find(({ start }) => start === rest.start)
      const parties =
        sentence &&
        (bothSides(sentence, outline, mentions) ?? impliedSides(sentence, mentions, subjects.owner))
      if (sentence && parties && !stated.some((tie) => tie.stated === sentence))
        stated.push({
          parties,
          stated: sentence,
          told: [sentence],
          by: 'sentence',
          within: null,
          kindWords: '',
          cells: [],
          isBeside: isInterested(unit.section),
        })
    }
  return widen(
    joinSame([...titled, ...tables, ...cards, ...lists, ...stated]),
    outline,
    mentions,
    subjects.owner,
  )
}

/** 비고: 낭시시는 1973년부터 가나자와시와 자매도시임 — what a cell tells in a sentence of its own. */
function sentencesInCells(unit: Unit): Sentence[] {
  if (unit.passage.kind !== 'row' || !/[가-힣]/.test(unit.passage.text)) return []
  return unit.passage.cells
    .filter(({ text }) => text.length > 15)
    .map(({ start, end, text }) => ({ unit, start, end, text, plain: unit.plain.slice(start, end) }))
}

function titleTies({ root }: Outline, mentions: Mentions): StatedTie[] {
  return sectionsIn(root).flatMap((section): StatedTie[] => {
    const { title } = section
    const named = title ? (mentions.authorities.get(title) ?? []) : []
    const parties =
      title &&
      (readPair(title, named) ??
        (named.length === 1
          ? readPair(
              title,
              [...named, ...(mentions.possible.get(title) ?? [])].sort((a, b) => a.start - b.start),
            )
          : null))
    if (!title || !parties) return []
    const told = unitsUnder(section).flatMap(({ sentences }) => sentences)
    const stated = title.sentences[0]
    return stated
      ? [
          {
            parties,
            stated,
            told,
            by: 'title',
            within: null,
            kindWords: title.plain,
            cells: [],
            isBeside: isInterested(section.parent),
          },
        ]
      : []
  })
}

const isInterested = (section: Section | null) =>
  section !== null &&
  sectionsAbove(section).some(({ title }) => title !== null && interestedTitle.test(title.plain))

function sentenceTies(
  sentence: Sentence,
  mentions: Mentions,
  subjectsOf: readonly AuthorityMention[],
): StatedTie[] {
  const named = (mentions.authorities.get(sentence.unit) ?? []).filter(
    ({ end }) => !isAttribute.test(sentence.unit.plain.slice(end, end + 40)),
  )
  const own = [...named, ...partnersUnknown(sentence, mentions)].sort((a, b) => a.start - b.start)
  const isKorean = /[가-힣]/.test(sentence.text)
  const pairs = isKorean ? koreanPairs(sentence, own, subjectsOf) : latinPairs(sentence, own, subjectsOf)
  return pairs.map(({ parties, within }) => ({
    parties,
    stated: sentence,
    told: [sentence],
    by: 'sentence',
    within,
    kindWords: '',
    cells: [],
    isBeside: isInterested(sentence.unit.section),
  }))
}

// “Incheon National University”, “the Rotterdam start-up”: a body that is called after a place.
const isAttribute =
  /^ (?:national |metropolitan |city )?(?:university|college|port|start-up|startup|school|middle school|high school|airport|chamber|museum|orchestra|institute|business|port authority|대학교|대학|항만|공항|상공회의소|고등학교|중학교|박물관|미술관)/u

/** « jumelée avec Beit Sahour »: a name that nothing knows, where only a party can stand. */
function partnersUnknown(sentence: Sentence, { possible }: Mentions): AuthorityMention[] {
  const { plain } = sentence.unit
  return (possible.get(sentence.unit) ?? []).filter(({ start, end }) => {
    if (start < sentence.start || end > sentence.end) return false
    const before = plain.slice(Math.max(sentence.start, start - 90), start)
    return (
      putsPartner.test(before) ||
      (/(?:\bnous\b|\)) (?:avec|with) $/.test(before) && /^ ?: /.test(plain.slice(end, end + 3)))
    )
  })
}

const putsPartner =
  /(?:jumel\w*|\bli[e]+s?\b|(?:partenariat|jumelage|accord|convention|charte|pacte|memorandum|protocole|twinning|twinned|agreement|partnership|linked)[^.;,]{0,40})(?: officiellement| depuis [^,.;]{3,24}| en \d{4})? (?:avec|with|a|to) (?:la |le |l'|les )?(?:ville |commune |municipalite )?(?:de |d')?$/u

/** The same pair stated in several places is one tie, told in all of them. */
function joinSame(ties: StatedTie[]): StatedTie[] {
  const joined: StatedTie[] = []
  for (const tie of ties) {
    const same = joined.find((each) => isSamePair(each.parties, tie.parties))
    if (!same) joined.push({ ...tie, told: [...tie.told] })
    else {
      same.told.push(...tie.told.filter((sentence) => !same.told.includes(sentence)))
      same.isBeside &&= tie.isBeside
    }
  }
  return joined
}

/** What follows the sentence that states a tie speaks of it as well, until another tie is stated. */
function widen(
  ties: StatedTie[],
  outline: Outline,
  mentions: Mentions,
  owner: AuthorityMention | null,
): StatedTie[] {
  const stating = new Map<Sentence, StatedTie[]>()
  for (const tie of ties)
    for (const sentence of tie.told) stating.set(sentence, [...(stating.get(sentence) ?? []), tie])
  for (const tie of ties) {
    if (tie.by !== 'sentence' && tie.by !== 'list') continue
    const { unit } = tie.stated
    const at = unit.sentences.indexOf(tie.stated)
    const own = mentions.authorities.get(unit) ?? []
    // What comes before in its passage speaks of it too, where it names nobody else.
    for (const sentence of unit.sentences.slice(0, at).toReversed()) {
      const named = own.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
      if (
        stating.has(sentence) ||
        named.some((mention) => !tie.parties.some((party) => isSameParty(party, mention)))
      )
        break
      tie.told.unshift(sentence)
    }
    const after = unit.sentences.slice(at + 1)
    for (const sentence of after) {
      const others = stating.get(sentence)
      if (others && !others.includes(tie)) break
      if (!tie.told.includes(sentence)) tie.told.push(sentence)
    }
  }
  for (const unit of outline.units)
    if (unit.passage.kind !== 'title' && unit.passage.kind !== 'row') tellOf(unit, ties, mentions, owner)
  const [only] = ties
  if (only && ties.length === 1 && only.by === 'sentence') {
    for (const unit of outline.units)
      for (const sentence of unit.passage.kind === 'title' ? [] : unit.sentences)
        if (!only.told.includes(sentence)) only.told.push(sentence)
    only.told.sort((a, b) => a.unit.index - b.unit.index || a.start - b.start)
  }
  return ties.length > 0 && mentions.mainCountries.length >= 0 ? ties : []
}

/** Sentences that name a party of one tie alone speak of that tie, and so do those that follow and name nobody. */
function tellOf(
  unit: Unit,
  ties: readonly StatedTie[],
  { authorities }: Mentions,
  owner: AuthorityMention | null,
): void {
  let before: StatedTie | null = null
  for (const sentence of unit.sentences) {
    const own = ties.find(({ told }) => told.includes(sentence))
    const named = (authorities.get(unit) ?? []).filter(
      ({ start, end }) => start >= sentence.start && end <= sentence.end,
    )
    const isOwner = (party: AuthorityMention) => owner !== null && isSameParty(party, owner)
    const spokenOf = ties.filter(({ parties }) =>
      named.some((mention) => parties.some((party) => isSameParty(party, mention) && !isOwner(party))),
    )
    const [one] = spokenOf.length > 1 ? spokenOf.filter(({ parties }) => parties.some(isOwner)) : spokenOf
    const tie: StatedTie | null = own ?? one ?? (named.length === 0 ? before : null)
    if (tie && !own && tie.by !== 'title') tie.told.push(sentence)
    before = unit.passage.text.length < 1500 ? tie : null
  }
}
