import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import { type Outline, type Section, sectionsAbove, sectionsIn, type Sentence, type Unit, unitsUnder } from '../outline.ts'
import { koreanPairs } from './korean-ties.ts'
import { latinPairs } from './latin-ties.ts'
import { listTies } from './list-ties.ts'
import { readPair } from './pair-titles.ts'
import { findSubjects } from './subjects.ts'
import { tableTies } from './table-ties.ts'
import { isSamePair, type StatedTie } from './tie.ts'

/** A section about authorities that look for a partner. */
export const interestedTitle =
  /interess|recherche?(?:nt)? (?:de |d'|un )?partenai|en recherche|souhait|candidat|nouer|looking for|seeking|interested|희망|관심|파트너 ?모집/u

/** All ties that a text states, each pair once. */
export function findTies(outline: Outline, mentions: Mentions, speakerSides: ReadonlyMap<Unit, AuthorityMention>): StatedTie[] {
  const subjects = findSubjects(outline, mentions, speakerSides)
  const titled = titleTies(outline, mentions)
  const taken = new Set(titled.flatMap(({ told }) => told.map(({ unit }) => unit)))
  const tables = tableTies(outline, mentions, subjects.owner)
  for (const { stated } of tables) taken.add(stated.unit)
  const lists = listTies(outline, mentions, subjects.owner, (unit) => taken.has(unit))
  for (const { stated } of lists) taken.add(stated.unit)
  const told = outline.units.flatMap((unit) => (unit.passage.kind === 'title' ? [] : unit.sentences)).filter(({ unit }) => unit.passage.kind !== 'row')
  const stated = told
    .filter(({ unit }) => !taken.has(unit))
    .flatMap((sentence) => sentenceTies(sentence, mentions, subjects.of(sentence)))
  return widen(joinSame([...titled, ...tables, ...lists, ...stated]), outline, mentions)
}

function titleTies({ root }: Outline, mentions: Mentions): StatedTie[] {
  return sectionsIn(root).flatMap((section): StatedTie[] => {
    const { title } = section
    const parties = title && readPair(title, mentions.authorities.get(title) ?? [])
    if (!title || !parties) return []
    const told = unitsUnder(section).flatMap(({ sentences }) => sentences)
    const stated = title.sentences[0]
    return stated ? [{ parties, stated, told, by: 'title', within: null, kindWords: title.plain, isBeside: isInterested(section.parent) }] : []
  })
}

const isInterested = (section: Section | null) =>
  section !== null && sectionsAbove(section).some(({ title }) => title !== null && interestedTitle.test(title.plain))

function sentenceTies(sentence: Sentence, mentions: Mentions, subject: AuthorityMention | null): StatedTie[] {
  const own = mentions.authorities.get(sentence.unit) ?? []
  const isKorean = /[가-힣]/.test(sentence.text)
  const pairs = isKorean ? koreanPairs(sentence, own, subject) : latinPairs(sentence, own, subject)
  return pairs.map(({ parties, within }) => ({
    parties,
    stated: sentence,
    told: [sentence],
    by: 'sentence',
    within,
    kindWords: '',
    isBeside: isInterested(sentence.unit.section),
  }))
}

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
function widen(ties: StatedTie[], outline: Outline, mentions: Mentions): StatedTie[] {
  const stating = new Map<Sentence, StatedTie[]>()
  for (const tie of ties) for (const sentence of tie.told) stating.set(sentence, [...(stating.get(sentence) ?? []), tie])
  for (const tie of ties) {
    if (tie.by !== 'sentence' && tie.by !== 'list') continue
    const { unit } = tie.stated
    const after = unit.sentences.slice(unit.sentences.indexOf(tie.stated) + 1)
    for (const sentence of after) {
      const others = stating.get(sentence)
      if (others && !others.includes(tie)) break
      if (!tie.told.includes(sentence)) tie.told.push(sentence)
    }
  }
  const [only] = ties
  if (only && ties.length === 1 && only.by === 'sentence') {
    for (const unit of outline.units)
      for (const sentence of unit.passage.kind === 'title' ? [] : unit.sentences) if (!only.told.includes(sentence)) only.told.push(sentence)
    only.told.sort((a, b) => a.unit.index - b.unit.index || a.start - b.start)
  }
  return ties.length > 0 && mentions.mainCountries.length >= 0 ? ties : []
}
