import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import type { Sentence } from '../outline.ts'
import { areTwoSides, type Pair } from './tie.ts'

// 3개국 3개 도시와 교류합니다, 자매도시가 두 곳 있습니다: their names follow.
const announces =
  /(?:교류|자매|우호|결연|협[정약]|협력|파트너|친구|벗)[^.]{0,30}|(?:도시|지역|지자체|자치단체|곳)[^.]{0,8}(?:와|과)[^.]{0,20}(?:교류|자매|우호|결연|협[정약]|협력)/u
const counts =
  /(?:\d+|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|여러) ?(?:개 ?)?(?:국 ?)?(?:\d+개 ?)?(?:도시|지역|지자체|자치단체|곳|군데|나라)/u
// A, B, C입니다: only names, their countries and locations. A word is read whole, or a gap could be read in many ways.
const onlyNames = /^(?:(?<![가-힣])(?:[가-힣]{2,}|[및와과])(?![가-힣])|[,·\s]|\([^)]*\))*$/u
const ending = /^(?: ?\([^)]*\))?(?:입니다|이다|다|임|이며|이고|등이다|등입니다| 등입니다| 등이다)?[.\s]*$/u

/** 우리 구는 3개 도시와 교류합니다. 이타바시구, 허시구입니다: a sentence of names only, after one that has counted them. */
export function listedPairs(
  { unit, start, end }: Sentence,
  { authorities }: Mentions,
  subjects: readonly AuthorityMention[],
): Pair[] {
  const at = unit.sentences.findIndex((each) => each.start === start)
  const before = unit.sentences[at - 1]
  const home = subjects.find(({ country }) => country === 'KR')
  if (!before || !home || !announces.test(before.text) || !counts.test(before.text)) return []
  const named = (authorities.get(unit) ?? []).filter((each) => each.start >= start && each.end <= end)
  const last = named.at(-1)
  if (!last || named.some((each) => !areTwoSides(home, each))) return []
  const text = unit.passage.text
  const gaps = named.map((each, index) => text.slice(named[index - 1]?.end ?? start, each.start))
  return gaps.every((gap) => onlyNames.test(gap)) && ending.test(text.slice(last.end, end))
    ? named.map((other) => ({ parties: [home, other], within: null }))
    : []
}

/** 예천군은 이 도시와 …: the authority abroad that was named last, if a sentence only points at it. */
export function pointedAt(
  { unit, start, end }: Sentence,
  { authorities }: Mentions,
  home: AuthorityMention | null,
): AuthorityMention[] {
  const text = unit.passage.text.slice(start, end)
  const match =
    /(?<![가-힣])(?:이|그) (?:도시|시|군|지역|고장|마을|섬|성|주|현)(?=(?:와|과)(?:는|의)? )/u.exec(text)
  const told = match
    ? (authorities.get(unit) ?? []).findLast(
        (each) => each.end <= start + match.index && (home ? areTwoSides(home, each) : each.country !== 'KR'),
      )
    : undefined
  if (!match || !told) return []
  const place = { start: start + match.index, end: start + match.index + match[0].length }
  return [{ ...told, ...place, nameStart: place.start, nameEnd: place.end }]
}
