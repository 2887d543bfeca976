import type { AuthorityMention } from '../names/authority-mention.ts'
import { isNotHangulName } from '../names/not-hangul-names.ts'
import type { Sentence, Unit } from '../outline.ts'

const shortest = 15

/** 비고: 낭시시는 1973년부터 가나자와시와 자매도시임 — what a cell of a Korean table tells in a sentence of its own. */
export function sentencesInCells(unit: Unit): Sentence[] {
  if (unit.passage.kind !== 'row' || !/[가-힣]/.test(unit.passage.text)) return []
  return unit.passage.cells
    .filter(({ text }) => text.length > shortest)
    .map(({ start, end, text }) => ({ unit, start, end, text, plain: unit.plain.slice(start, end) }))
}

/** 레제지(도르도뉴): what a cell of partners names that nothing knows, where the table says the country. */
export function unknownInCell(unit: Unit, at: number, country: string | null): AuthorityMention[] {
  const cell = unit.passage.cells[at]
  const name = cell ? /^\s*([가-힣]{2,9})(?= ?(?:\(|$))/u.exec(cell.text)?.[1] : undefined
  if (!cell || !name || country === null || country === 'KR' || isNotHangulName(name) || isAbsence.test(name))
    return []
  const start = cell.start + cell.text.indexOf(name)
  const place = { start, end: start + name.length }
  return [
    { ...place, name, nameStart: start, nameEnd: place.end, kinds: [], namesakes: [], country, isSure: true },
  ]
}

const isAbsence = /없음|해당|미정|미체결|미제출|추진|협의|검토|희망|모집/u
