import type { Unit } from '../outline.ts'
import { isForeignName, isForeignPart, isKoreanName } from './hangul-words.ts'
import type { PersonMention } from './person-mention.ts'

// Nom / 성명: titled in two languages.
const names = /^(?:[\p{Script=Latin} ]+[/|] ?)?(?:성 ?명|이 ?름|성함|참석자|명단)$/u
const roles = /^(?:직 ?위|직 ?급|직 ?책|직 ?함)(?: ?\(.*\))?$/u
const bodies = /^(?:[\p{Script=Latin} ]+[/|] ?)?(?:소 ?속|기 ?관|기관명|단체명?|지자체|부서|근무처)$/u

/** The person of a row in a table with a column of names, with the office and the body from other columns. */
export function tablePersons(unit: Unit): Omit<PersonMention, 'unit'>[] {
  const { passage, section } = unit
  if (passage.kind !== 'row') return []
  const head = section.units.find(
    (each) => each.passage.kind === 'row' && each.passage.table === passage.table,
  )
  if (!head || head === unit) return []
  const columnOf = (title: RegExp) => head.passage.cells.findIndex(({ text }) => title.test(text.trim()))
  const cell = passage.cells[columnOf(names)]
  const written = cell?.text.trim().replace(/ ?\(.*$/u, '') ?? ''
  // 구 은 설, set as wide as the longest name of its column
  const name = /^(?:[가-힣] +){1,3}[가-힣]$/u.test(written) ? written.replace(/ +/gu, '') : written
  if (!cell || !isName(name)) return []
  const start = cell.start + cell.text.indexOf(written)
  const cellOf = (title: RegExp) => passage.cells[columnOf(title)]?.text.trim() || null
  return [
    {
      start,
      end: start + written.length,
      name,
      isPartial: false,
      role: cellOf(roles),
      organisation: cellOf(bodies),
    },
  ]
}

function isName(name: string): boolean {
  if (isKoreanName(name) || (/^[가-힣]{2,4}$/u.test(name) && !/미정|공석|미제출|성명|해당/u.test(name)))
    return true
  const [first = '', second = '', ...others] = name.split(' ')
  return (
    (isForeignName(first, second) || (isForeignPart(first) && isForeignPart(second))) && others.length < 3
  )
}
