import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import type { Outline, Sentence, Unit } from '../outline.ts'
import { isMostlyHangul } from '../words/scripts.ts'
import { underBareLines } from './bare-lines.ts'
import { bothSides, correspondents, impliedSides, isOnlyProposed, takenUp } from './both-sides.ts'
import { cardTies } from './card-ties.ts'
import { centralTies } from './central-ties.ts'
import { isInterested, seeksAnother } from './interested-title.ts'
import { listTies } from './list-ties.ts'
import { sentenceTies } from './sentence-ties.ts'
import type { Subjects } from './subjects.ts'
import { sentencesInCells, tableTies } from './table-ties.ts'
import { joinSame, widen } from './telling.ts'
import { areTwoSides, isSamePair, isSameParty, type StatedTie } from './tie.ts'
import { titleTies } from './title-ties.ts'

/** All ties that a text, or one of its mails, states, each pair once. */
export function findTies(outline: Outline, mentions: Mentions, subjects: Subjects): StatedTie[] {
  const titled = titleTies(outline, mentions, subjects.owner)
  const taken = new Set(titled.flatMap(({ told }) => told.map(({ unit }) => unit)))
  const tables = tableTies(outline, mentions, subjects.owner)
  for (const { stated } of tables) taken.add(stated.unit)
  const cards = cardTies(outline, mentions)
  for (const { told } of cards) for (const { unit } of told) taken.add(unit)
  const lists = listTies(outline, mentions, subjects.owner, (unit) => taken.has(unit))
  for (const { stated } of lists) taken.add(stated.unit)
  const told = outline.units
    .flatMap((unit) => (unit.passage.kind === 'title' && !tells(unit) ? [] : unit.sentences))
    .filter(({ unit }) => unit.passage.kind !== 'row')
  told.push(...outline.units.filter((unit) => !taken.has(unit)).flatMap(sentencesInCells))
  const bare = underBareLines(outline, mentions)
  const stated = told
    .filter(({ unit }) => !taken.has(unit))
    .flatMap((sentence) => sentenceTies(sentence, mentions, subjects.of(sentence), bare.get(sentence.unit)))
  for (const tie of titled) {
    tie.told = tie.told.filter((sentence) => !seeksAnother(sentence.text) && !isOfNeighbours(sentence))
    for (const sentence of [...tie.told]) {
      const own = mentions.authorities.get(sentence.unit) ?? []
      const others = sentenceTies(
        sentence,
        mentions,
        isBesides.test(sentence.plain)
          ? tie.parties.slice(0, 1)
          : own.filter(({ end }) => end <= sentence.start).slice(-1),
      ).filter(
        ({ parties }) =>
          !isSamePair(parties, tie.parties) &&
          parties.every(
            (party) =>
              (party.start >= sentence.start && party.end <= sentence.end && own.includes(party)) ||
              (isBesides.test(sentence.plain) && party === tie.parties[0]),
          ) &&
          parties.some((party) => tie.parties.some((each) => isSameParty(each, party))),
      )
      if (others.length === 0) continue
      stated.push(...others)
      tie.told.splice(tie.told.indexOf(sentence), 1)
    }
  }
  // « les deux villes » counts only in a text that never ties two by name.
  if (
    titled.length + tables.length + cards.length + lists.length + stated.length === 0 ||
    stated.length > 0 ||
    subjects.addressee
  )
    for (const { unit, ...rest } of told.filter(({ unit }) => !taken.has(unit))) {
      const sentence = unit.sentences.find(({ start }) => start === rest.start)
      const parties =
        sentence &&
        !isOnlyProposed(sentence) &&
        (correspondents(sentence, subjects.owner, subjects.addressee) ??
          (stated.some((tie) => tie.stated.unit === unit && tie.stated.start < sentence.start)
            ? null
            : bothSides(sentence, outline, mentions)) ??
          takenUp(sentence, mentions) ??
          impliedSides(sentence, mentions, subjects.owner))
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
  const all = [...titled, ...tables, ...cards, ...lists, ...stated]
  const untold = told.filter(({ unit }) => !taken.has(unit))
  all.push(...centralTies(outline, mentions, subjects, untold, all))
  const ties = widen(joinSame(all), outline, mentions, subjects.owner)
  tellKoreanMain(ties, outline, mentions, subjects)
  return ties
}

// « À noter : la Ville est aussi jumelée à Huesca », beneath the title of another tie.
const isBesides =
  /\b(?:aussi|egalement|par ailleurs|also)\b[^.;]{0,24}(?:jumel|liee?s?|unie?s?|twinned|linked)/u

// 1) 울란바토르시와 2017년 12월 우호도시 협약 체결: a numbered point of Korean minutes, in the position of a title.
const tells = ({ passage: { level, text } }: Unit) =>
  level > 1 &&
  text.length > 20 &&
  /(?:시|군|구|도|주|현|성)(?:와|과)(?:는|의)? /u.test(text) &&
  /체결|맺|결연|협[정약]|양해각서|의향서/u.test(text)

/**
 * In a Korean article, press release or letter about one tie, assigns to that tie the sentences that belong to no tie and name no
 * other party: “대표단에는 문화재단 관계자가 함께했다” is in a passage that names neither side.
 */
function tellKoreanMain(
  ties: readonly StatedTie[],
  { units }: Outline,
  { authorities }: Mentions,
  { owner, addressee }: Pick<Subjects, 'owner' | 'addressee'>,
): void {
  const whole = units.map(({ plain }) => plain).join(' ')
  // 귀 시: a letter concerns its recipient, named or not.
  const least = /(?<![가-힣])귀 ?[시군구도현성주]/u.test(whole) ? 2 : 3
  const main = withAddressee(ties, owner, addressee) ?? mainOf(ties, authorities, owner, least)
  if (!main || !isMostlyHangul(whole)) return
  const partner = main.parties.find((party) => owner && areTwoSides(owner, party))
  const first = Math.min(...main.told.map(({ unit }) => unit.index))
  const sections = new Set(main.told.map(({ unit }) => unit.section))
  const others = ties.filter((tie) => tie !== main)
  const isPassing = (each: AuthorityMention) =>
    main.parties.some((party) => isSameParty(party, each)) ||
    (each.country === partner?.country &&
      !others.some(({ parties }) => parties.some((party) => isSameParty(party, each))))
  for (const unit of units) {
    if (
      unit.index < first ||
      !mayTell(unit) ||
      !(sections.has(unit.section) || ofBoth.test(unit.section.title?.plain ?? '')) ||
      others.some(({ told }) => told.some((each) => each.unit === unit))
    )
      continue
    for (const sentence of unit.sentences) {
      const named = (authorities.get(unit) ?? []).filter(
        ({ start, end }) => start >= sentence.start && end <= sentence.end,
      )
      if (
        !main.told.includes(sentence) &&
        named.every(isPassing) &&
        isWhole(sentence) &&
        !isOfNeighbours(sentence)
      )
        main.told.push(sentence)
    }
  }
}

/** In a letter, the tie of writer and recipient. */
const withAddressee = (
  ties: readonly StatedTie[],
  owner: AuthorityMention | null,
  addressee: AuthorityMention | null,
) =>
  owner && addressee && ties.length > 1
    ? ties.find(({ parties }) =>
        [owner, addressee].every((each) => parties.some((party) => isSameParty(party, each))),
      )
    : undefined

/** The tie whose partner is named at least twice as often as any other; it must be stated at the head of the text. */
function mainOf(
  ties: readonly StatedTie[],
  authorities: Mentions['authorities'],
  owner: AuthorityMention | null,
  least: number,
): StatedTie | null {
  if (ties.length < 2 || !owner || ties.some(({ by }) => by !== 'sentence')) return null
  const all = [...authorities.values()].flat()
  const [main, next] = ties
    .map((tie) => {
      const other = tie.parties.find((party) => !isSameParty(party, owner))
      return { tie, times: all.filter((each) => other && isSameParty(each, other)).length }
    })
    .sort((a, b) => b.times - a.times)
  return main && next && main.times >= least && main.times >= next.times * 2 && main.tie.stated.unit.index < 6
    ? main.tie
    : null
}

const mayTell = ({ passage, plain, index }: Unit) =>
  (passage.kind === 'paragraph' || passage.kind === 'item') &&
  /[가-힣]/u.test(plain) &&
  // A line under the title that summarises the text.
  (index > 6 || passage.level > 1 || plain.length > 45 || /[다요음함임고며,.]$/u.test(plain)) &&
  !aside.test(plain)

// 이번 협정에 따라 두 도시는: a line that leads to points.
const ofBoth = /두 (?:도시|지역|지자체|고장)|양 ?(?:도시|측|시|군)|이번 (?:협[정약]|방문|결연)/u
const aside =
  /^[^가-힣]{0,6}(?:문의|담당|사진|자료|배포|붙임|첨부|기자|글)(?: ?[가-힣]{0,4})? ?[:：=·]|기자$/u
// Each line of a title in several lines is a piece of it.
const isWhole = ({ text, unit }: Sentence) =>
  unit.passage.kind === 'item' || /[다요음함임][.”"’)]*\s*$/u.test(text)

// 한편 이웃 시는 …, 대만의 도시도: about other, unnamed towns.
const isOfNeighbours = ({ text }: Sentence) =>
  /^(?:한편|참고로|이 밖에|그 밖에|이외에도)/u.test(text) &&
  /이웃|다른|타 ?(?:시|군|지자체)|해외 교류/u.test(text)
