import type { Sentence, Unit } from '../outline.ts'

const shortest = 15

/** 비고: 낭시시는 1973년부터 가나자와시와 자매도시임 — what a cell of a Korean table tells in a sentence of its own. */
export function sentencesInCells(unit: Unit): Sentence[] {
  if (unit.passage.kind !== 'row' || !/[가-힣]/.test(unit.passage.text)) return []
  return unit.passage.cells
    .filter(({ text }) => text.length > shortest)
    .map(({ start, end, text }) => ({ unit, start, end, text, plain: unit.plain.slice(start, end) }))
}
