import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import { type Sentence, sectionsAbove } from '../outline.ts'
import { isKoreanDenial } from './korean-denials.ts'
import { areTwoSides, isSameParty, type Pair } from './tie.ts'

const instrument = /결연|협[정약]|양해각서|의향서|자매도시|우호도시|자매의|형제의|MOU|LOI|교류/iu
const act =
  /체결|맺|서명|조인|도장|날인|서약|썼|교환|나눈|이후|이래|결연 ?(?:후|뒤)|결연(?:을|를)? ?(?:하였|했|하여|한 )|이루어|체결 ?(?:후|뒤)|의결|가결|협의|조율|준비|초안|문안|이어 ?오|이어져|되었|됐|종료|해지|끝|격상|승격|(?:결연|협[정약]|양해각서)[.)]?\s*$/u
const strong = /결연|우호도시|자매도시|자매의 ?(?:인)?연|협[정약]|양해각서|의향서|MOU|LOI/iu

/**
 * “첫째, 중국 장수시입니다. 2008년 10월 자매결연 이후 …”: an agreement whose sentence does not name the other side is with the single authority of the
 * sentences before, or of the title above.
 */
export function impliedPair(
  sentence: Sentence,
  mentions: Mentions,
  subjects: readonly AuthorityMention[],
  heading: readonly AuthorityMention[] = [],
): Pair[] {
  const { text } = sentence
  const home =
    ownTopic(sentence, mentions) ?? subjects.find(({ country }) => country === subjects.at(-1)?.country)
  if (!home || !instrument.test(text) || !strong.test(text) || !act.test(text) || isKoreanDenial(text))
    return []
  // 내년 결연 20주년 사업으로: about a tie from elsewhere in the text.
  if (/(?:결연|협[정약]|체결) ?\d+ ?주년/u.test(text) && !/체결(?:했|하였|한)|맺|서명/u.test(text)) return []
  const own = mentions.authorities.get(sentence.unit) ?? []
  const isAbroad = (each: AuthorityMention) => areTwoSides(home, each)
  const named = own.filter(
    (each) => each.start >= sentence.start && each.end <= sentence.end && isAbroad(each),
  )
  // 몽골 튜브도, on a line of its own above.
  const above = heading.length === 1 ? (heading.find(isAbroad) ?? null) : null
  const topic = toldBefore(sentence, own.filter(isAbroad)) ?? above ?? titled(sentence, mentions, isAbroad)
  return topic && named.every((each) => isSameParty(each, topic))
    ? [{ parties: [home, topic], within: null }]
    : []
}

/** 우리나라 지자체로는 영동군이 2015년 우호협약을 맺은: a Korean authority other than that of the text. */
function ownTopic({ unit, start, end }: Sentence, { authorities }: Mentions): AuthorityMention | null {
  const { text } = unit.passage
  const named = (authorities.get(unit) ?? []).find(
    (each) => each.start >= start && each.end <= end && each.country === 'KR',
  )
  return named && /^(?:이|가) [^.,]{0,40}(?:결연|협[정약]|양해각서|의향서)/u.test(text.slice(named.end, end))
    ? named
    : null
}

const longestReach = 4

/** The only authority in the nearest sentence before. */
function toldBefore(sentence: Sentence, abroad: readonly AuthorityMention[]): AuthorityMention | null {
  const { sentences } = sentence.unit
  const at = sentences.findIndex(({ start }) => start === sentence.start)
  for (const before of sentences.slice(Math.max(0, at - longestReach), Math.max(0, at)).toReversed()) {
    const named = abroad.filter(({ start, end }) => start >= before.start && end <= before.end)
    const [first, ...others] = named
    if (first)
      return others.every((each) => isSameParty(each, first)) && !isKoreanDenial(before.text) ? first : null
  }
  return null
}

function titled(
  { unit }: Sentence,
  { authorities }: Mentions,
  isAbroad: (mention: AuthorityMention) => boolean,
): AuthorityMention | null {
  for (const { title } of sectionsAbove(unit.section)) {
    const [first, ...others] = title ? (authorities.get(title) ?? []) : []
    if (first) return isAbroad(first) && others.every((each) => isSameParty(each, first)) ? first : null
  }
  return null
}
