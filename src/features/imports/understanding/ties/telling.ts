import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import type { Outline, Sentence, Unit } from '../outline.ts'
import { tieOfBareLine, underBareLines } from './bare-lines.ts'
import { seeksAnother } from './interested-title.ts'
import { strongTie } from './latin-words.ts'
import { isSamePair, isSameParty, type StatedTie } from './tie.ts'
import { isOfAnotherAbroad, isOfLatter, isOfOthers, namesThird } from './told-of-others.ts'
import { tellBeneath, tellMain } from './untold-passages.ts'

/** Joins statements of one pair in several places to one tie, with the sentences of all. */
export function joinSame(ties: StatedTie[]): StatedTie[] {
  const joined: StatedTie[] = []
  for (const tie of ties) {
    const same = joined.find((each) => isSamePair(each.parties, tie.parties))
    if (!same) joined.push({ ...tie, told: [...tie.told] })
    else {
      if (tie.within && !same.told.includes(tie.stated))
        same.parts = new Map([...(same.parts ?? []), [tie.stated, tie.within]])
      same.cells = [...same.cells, ...tie.cells]
      same.told.push(...tie.told.filter((sentence) => !same.told.includes(sentence)))
      same.isBeside &&= tie.isBeside
    }
  }
  return joined
}

/** Assigns the sentences after the one that states a tie to that tie, until another tie is stated. */
export function widen(
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
    // Earlier sentences of its passage belong to it too, if they name no other party.
    const isFirst = !unit.sentences.slice(0, at).some((sentence) => stating.has(sentence))
    for (const sentence of isFirst || !/[가-힣]/.test(unit.plain)
      ? unit.sentences.slice(0, at).toReversed()
      : []) {
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
      if (namesThird(sentence, tie, own) || seeksAnother(sentence.text)) break
      if (isOfAnotherAbroad(sentence, tie, own)) continue
      // 올해는 룽커우시와 헨티도가 함께한다: belongs to the authorities that it names.
      const abroad = own.filter(
        (each) => each.start >= sentence.start && each.end <= sentence.end && isAbroad(each),
      )
      if (
        /[가-힣]/.test(sentence.text) &&
        abroad.length > 0 &&
        !abroad.some((each) => tie.parties.some((party) => isSameParty(party, each))) &&
        ties.some(
          (each) =>
            each !== tie && abroad.some((one) => each.parties.some((party) => isSameParty(party, one))),
        )
      )
        continue
      if (isOfOthers(sentence, tie, ties, own, owner)) continue
      if (isOfLatter(sentence, tie, own)) break
      if (!tie.told.includes(sentence)) tie.told.push(sentence)
    }
  }
  const bare = underBareLines(outline, mentions)
  const decided = ownDecisions(outline, mentions)
  let last: StatedTie | null = null
  for (const [index, unit] of outline.units.entries()) {
    if (unit.passage.kind === 'title' || unit.passage.kind === 'row' || decided.has(unit)) continue
    const heading = tieOfBareLine(bare.get(unit), ties, owner)
    const before = outline.units[index - 1]
    const above = isNextPoint(unit, before) || isNextLine(unit, before) ? last : null
    last = tellOf(unit, ties, mentions, owner, heading ?? above, heading)
  }
  const [only] = ties
  if (
    only &&
    ties.length === 1 &&
    (owner === null || only.parties.some((party) => isSameParty(party, owner))) &&
    (only.by === 'sentence' || (only.by === 'list' && only.stated.unit.passage.kind === 'paragraph')) &&
    only.stated.unit.passage.kind !== 'row' &&
    only.cells.length === 0
  ) {
    for (const unit of outline.units)
      for (const sentence of unit.passage.kind === 'title' ? [] : unit.sentences)
        if (
          !only.told.includes(sentence) &&
          !isOfElsewhere(sentence, only, mentions) &&
          !isOfAnotherAbroad(sentence, only, mentions.authorities.get(unit) ?? [])
        )
          only.told.push(sentence)
    only.told.sort((a, b) => a.unit.index - b.unit.index || a.start - b.start)
  }
  tellBeneath(ties, outline)
  tellMain(ties, outline, mentions, owner)
  return ties
}

// « un lycée de Đà Nẵng est sans lien avec la Ville », “A proposal from B was declined”: towns of a third country, with a statement
// of their own.
function isOfElsewhere(
  { unit, start, end, plain }: Sentence,
  { parties }: StatedTie,
  { authorities }: Mentions,
): boolean {
  const named = (authorities.get(unit) ?? []).filter((each) => each.start >= start && each.end <= end)
  return (
    named.length > 0 &&
    !named.some((each) => parties.some((party) => isSameParty(party, each))) &&
    named.every(({ country }) => country !== null && parties.every((party) => party.country !== country)) &&
    (strongTie.test(plain) || elsewhere.test(plain))
  )
}

const elsewhere =
  /propos|invit|declin|refus|cherch|souhait|looking for|seek|sans (?:lien|suite)|lycee|school/u

/** Sentences that name a party of a single tie belong to that tie, and so do those that follow without naming any. */
function tellOf(
  unit: Unit,
  ties: readonly StatedTie[],
  { authorities }: Mentions,
  owner: AuthorityMention | null,
  above: StatedTie | null,
  heading: StatedTie | null,
): StatedTie | null {
  const isKorean = /[가-힣]/.test(unit.plain)
  let before: StatedTie | null = heading ?? tieOfTitle(unit, ties, authorities, owner) ?? above
  let pending: Sentence[] = []
  for (const sentence of unit.sentences) {
    const own = ties.find(({ told }) => told.includes(sentence))
    const named = (authorities.get(unit) ?? []).filter(
      ({ start, end }) => start >= sentence.start && end <= sentence.end,
    )
    const isOwner = (party: AuthorityMention) => owner !== null && isSameParty(party, owner)
    const spokenOf = ties.filter(({ parties }) =>
      named.some((mention) => parties.some((party) => isSameParty(party, mention) && !isOwner(party))),
    )
    const namesNobodyElse = isKorean ? named.every(isOwner) : named.length === 0
    const byBoth = spokenOf.find(({ parties }) =>
      parties.every((party) => named.some((mention) => isSameParty(party, mention))),
    )
    const [several] = spokenOf.length > 1 ? spokenOf.filter(({ parties }) => parties.some(isOwner)) : spokenOf
    const one = byBoth ?? several
    const tie: StatedTie | null = own ?? heading ?? one ?? (namesNobodyElse ? before : null)
    if (tie && !own && (tie.by !== 'title' || tie === byBoth)) tie.told.push(sentence)
    // 두 도시의 교류는 2001년에 시작됐다: at the head of a passage, of the tie that it comes to.
    if (!tie && isKorean && namesNobodyElse && bothOfThem.test(sentence.text)) pending.push(sentence)
    else if (tie) {
      if (tie.by !== 'title') tie.told.push(...pending)
      pending = []
    }
    before = unit.passage.text.length < 1500 ? tie : null
  }
  return before
}

const bothOfThem =
  /(?:두|양) ?(?:도시|지역|고장|지자체|자치단체|시(?=[는가의은])|군(?=[은이의])|도(?=[는가의]))|양측/u
// Lines of one block: « A est jumelée avec B. » and right beneath « Signature : 12 mai 2009. »
const isNextLine = ({ passage }: Unit, before: Unit | undefined) =>
  before !== undefined &&
  passage.kind === 'paragraph' &&
  before.passage.kind === 'paragraph' &&
  passage.line === before.passage.line + 1 &&
  passage.text.length < 200 &&
  before.passage.text.length < 200 &&
  !/[가-힣]/.test(passage.text) &&
  !/^[^.]{2,40} ?:/u.test(passage.text.replace(/^[^\p{L}]*(?:(?:Signature|Depuis|Date)[^:]*:)?/u, ''))

// Points of one rank beneath a Korean heading or speaker continue the topic of the one before.
function isNextPoint(unit: Unit, before: Unit | undefined): boolean {
  const [one, other] = [unit.passage, before?.passage]
  return (
    one.kind === 'item' &&
    other?.kind === 'item' &&
    one.level === other.level &&
    /[가-힣]/.test(one.text) &&
    // ○ 위원장 은희강: another speaker.
    !/^[가-힣]{2,6}(?: [가-힣]{2,12}){0,3} ?(?:\([^)]{0,30}\))? ?:|^\([가-힣]{2,6}(?: [가-힣]{2,8}){0,2}\) /u.test(
      one.text,
    ) &&
    unit.section === before?.section
  )
}

// ### 2. 브레머하펜시, with items of which only one states the tie: in Korean, the others belong to it too.
function tieOfTitle(
  { section, plain }: Unit,
  ties: readonly StatedTie[],
  authorities: Mentions['authorities'],
  owner: AuthorityMention | null,
): StatedTie | null {
  const [party, second] = (section.title && authorities.get(section.title)) ?? []
  if (!/[가-힣]/.test(plain) || !party || second || (owner && isSameParty(party, owner))) return null
  const own = ties.filter(
    ({ stated, parties }) =>
      stated.unit.section === section && parties.some((each) => isSameParty(each, party)),
  )
  const ours = own.filter(({ parties }) => owner && parties.some((each) => isSameParty(each, owner)))
  const [tie, other] = ours.length > 0 ? ours : own
  if (tie || !isAbroad(party)) return tie && !other ? tie : null
  // ■ 리샤오펑 (헤이룽장성 외사판공실): a representative of a partner speaks about its one tie.
  const all = ties.filter(({ parties }) => parties.some((each) => isSameParty(each, party)))
  return all.length === 1 ? (all[0] ?? null) : null
}

const isAbroad = ({ country }: AuthorityMention) => country !== null && country !== 'KR'

const heading =
  /^[^가-힣]{0,6}(?:주요 ?|협의 ?)?(?:결정|의결|합의|조치|협조) ?사항(?: ?\([^)]*\))?[^가-힣]*$/u
const nextHeading = /^(?:[IVX]+|\d+)[.)] ?[^.]{2,24}$/u

/** The points of minutes beneath 결정사항 without a name abroad: 춘천시는 결과를 6월 중 각 시군에 공유한다. Internal resolutions of a meeting concern no tie. */
function ownDecisions({ units }: Outline, { authorities }: Mentions): ReadonlySet<Unit> {
  const found = new Set<Unit>()
  let isBeneath = false
  let level = 0
  for (const unit of units) {
    const { text, kind } = unit.passage
    if (heading.test(text)) {
      isBeneath = true
      level = kind === 'item' ? unit.passage.level : 0
    } else if (kind === 'title' || nextHeading.test(text) || (kind === 'item' && unit.passage.level <= level))
      isBeneath = false
    else if (isBeneath && (authorities.get(unit) ?? []).every(({ country }) => country === 'KR'))
      found.add(unit)
  }
  return found
}
