import type { Mentions } from '../names/find-mentions.ts'
import type { Outline, Unit } from '../outline.ts'
import { underBareLines } from './bare-lines.ts'
import { bothSides, correspondents, impliedSides, isOnlyProposed, takenUp } from './both-sides.ts'
import { cardTies } from './card-ties.ts'
import { centralTies } from './central-ties.ts'
import { isInterested, seeksAnother } from './interested-title.ts'
import { sentencesInCells } from './korean-cells.ts'
import { isOfNeighbours, tellKoreanMain } from './korean-main.ts'
import { listTies } from './list-ties.ts'
import { sentenceTies } from './sentence-ties.ts'
import type { Subjects } from './subjects.ts'
import { tableTies } from './table-ties.ts'
import { joinSame, widen } from './telling.ts'
import { isSamePair, isSameParty, type StatedTie } from './tie.ts'
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
