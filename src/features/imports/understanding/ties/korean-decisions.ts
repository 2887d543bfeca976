import type { Mentions } from '../names/find-mentions.ts'
import type { Outline, Unit } from '../outline.ts'

const heading =
  /^[^가-힣]{0,6}(?:주요 ?|협의 ?)?(?:결정|의결|합의|조치|협조) ?사항(?: ?\([^)]*\))?[^가-힣]*$/u
const nextHeading = /^(?:[IVX]+|\d+)[.)] ?[^.]{2,24}$/u

/** The points of minutes beneath 결정사항 without a name abroad: 춘천시는 결과를 6월 중 각 시군에 공유한다. Internal resolutions of a meeting concern no tie. */
export function ownDecisions({ units }: Outline, { authorities }: Mentions): ReadonlySet<Unit> {
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
