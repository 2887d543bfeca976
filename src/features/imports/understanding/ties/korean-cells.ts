import type { AuthorityMention } from '../names/authority-mention.ts'
import type { CountryMention } from '../names/countries.ts'
import { isNotHangulName } from '../names/not-hangul-names.ts'
import type { Sentence, Unit } from '../outline.ts'

const shortest = 15

/** 비고: 낭시시는 1973년부터 가나자와시와 자매도시임 — a full sentence in a cell of a Korean table. */
export function sentencesInCells(unit: Unit): Sentence[] {
  if (unit.passage.kind !== 'row' || !/[가-힣]/.test(unit.passage.text)) return []
  return unit.passage.cells
    .filter(({ text }) => text.length > shortest)
    .map(({ start, end, text }) => ({ unit, start, end, text, plain: unit.plain.slice(start, end) }))
}

/** 레제지(도르도뉴): an unknown name in a cell of partners, if the table gives the country. */
export function unknownInCell(
  unit: Unit,
  at: number,
  ofColumn: string | null,
  named: readonly CountryMention[] = [],
): AuthorityMention[] {
  const cell = unit.passage.cells[at]
  // 네덜란드 호르큼, where no column gives the country
  const before =
    cell &&
    named.find((each) => each.start >= cell.start && each.start < cell.start + 2 && each.end <= cell.end)
  const country = before?.country ?? ofColumn
  const text = cell && before ? cell.text.slice(before.end - cell.start) : (cell?.text ?? '')
  const name = /^\s*([가-힣]{2,9})(?= ?(?:\(|$))/u.exec(text)?.[1]
  if (!cell || !name || country === null || country === 'KR' || isNotHangulName(name) || isAbsence.test(name))
    return []
  const start = cell.start + cell.text.indexOf(name)
  const place = { start, end: start + name.length }
  return [
    { ...place, name, nameStart: start, nameEnd: place.end, kinds: [], namesakes: [], country, isSure: true },
  ]
}

const isAbsence = /없음|해당|미정|미체결|미제출|추진|협의|검토|희망|모집/u
