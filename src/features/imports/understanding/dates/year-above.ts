import { type Outline, sectionsAbove, type Unit } from '../outline.ts'

const longest = 60
const tells = /실적|계획|추진|교류|사업|행사|동향|소식|일정|성과|활동/u
const yearOf = /((?:19|20)\d\d) ?년(?:도)?(?!부터|까지| ?이후)/gu

/** □ 2023년 주요 실적, above 대표단 파견(9월): the year that a Korean point or title says of all beneath it; null where none does. */
export function yearAbove({ units }: Outline, unit: Unit): string | null {
  const points: Unit[] = []
  let { level } = unit.passage
  if (unit.passage.kind === 'item')
    for (const each of units.slice(0, units.indexOf(unit)).toReversed()) {
      if (each.passage.kind !== 'item') break
      if (each.passage.level >= level) continue
      level = each.passage.level
      points.push(each)
    }
  const titles = sectionsAbove(unit.section).flatMap(({ title }) => (title && title !== unit ? [title] : []))
  for (const { plain } of [...points, ...titles]) {
    const [year, other] = Array.from(plain.matchAll(yearOf), ([, said = '']) => said)
    if (year && !other && plain.length < longest && tells.test(plain)) return year
  }
  return null
}
