import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Sentence } from '../outline.ts'

/** The role of a name in its sentence, by the particle after it. */
export type Part = 'topic' | 'with' | 'of' | 'between' | 'place' | 'other'

export interface Named {
  mention: AuthorityMention
  part: Part
  /** Up to the next name, or to the end of the sentence. */
  after: string
  before: string
}

// 까오라인시 대표단이, 브레스트시(시장 서지안)는: a representative may come between a name and its particle.
const office =
  '(?: ?(?:시청|군청|구청|도청|시의회|군의회|의회|지역의회|정부|청|측|쪽|시장|군수|구청장|도지사|지사|대표단|방문단|사절단|시민|건|관계자|일행))?(?: ?\\([^)]*\\))?'
const parts: readonly [Part, RegExp][] = [
  ['with', new RegExp(`^${office}(?:와의|과의|와는|과는|와도|과도|와|과|하고|하고는|랑)(?![가-힣])`, 'u')],
  ['between', new RegExp(`^${office} ?(?:간|사이)(?:의|에)?(?![가-힣])`, 'u')],
  ['place', new RegExp(`^${office}(?:에서|에|로|으로|까지|부터)(?!서는|는)(?![가-힣])`, 'u')],
  [
    'topic',
    // 경기도 예지수: 호찌민시와 …, the name before the colon is the speaker.
    new RegExp(
      `^(?: [가-힣]{2,4}(?: [가-힣]{2,8})?)?:|^${office}(?:은|는|이|가|도|에서는|에서도|, (?!미국|중국|일본|베트남|독일|\\d)| [“"])`,
      'u',
    ),
  ],
  ['of', new RegExp(`^${office}의(?![가-힣])`, 'u')],
]

// 업무협약을 늘린 곳은 봉화군. — the topic comes at the end of the sentence.
const cleft = /(?:곳|것|도시|지자체|주인공|상대)[은는] (?:바로 )?$/u

/** The names of a sentence, each with its role there. */
export function namesOf({ start, end, unit }: Sentence, mentions: readonly AuthorityMention[]): Named[] {
  const { text } = unit.passage
  const own = mentions.filter((each) => each.start >= start && each.end <= end)
  return own.map((mention, at) => {
    const after = text.slice(mention.end, own[at + 1]?.start ?? end)
    const before = text.slice(own[at - 1]?.end ?? start, mention.start)
    // (김해시) 무나카타시와 …: the speaker, in brackets at the head.
    const isSpeaker =
      at === 0 && /^[^가-힣]*[([【]$/u.test(before) && /^(?:, ?[가-힣]{2,4})?[)\]】]/u.test(after)
    const found =
      cleft.test(before) || isSpeaker
        ? 'topic'
        : (parts.find(([, pattern]) => pattern.test(after))?.[0] ?? 'other')
    // 미국 러벅시, 그리고 …: of a list, where 군산시, … is who speaks.
    const isListed = found === 'topic' && mention.country !== 'KR' && /^(?: ?\([^)]*\))?,/u.test(after)
    const part = isListed ? 'other' : found
    return { mention, part, after, before }
  })
}

/** 우리 시는, 저희 군에서는, 도와 하와이주의: the text's own side, named only by its kind. */
export function selfMentions(
  { start, end, unit }: Sentence,
  mentions: readonly AuthorityMention[],
  home: AuthorityMention | null,
): AuthorityMention[] {
  if (!home) return []
  const text = unit.passage.text.slice(start, end)
  return Array.from(
    text.matchAll(
      /(?<![가-힣·])(?:(?:우리|저희|본|당) ?)?(?:시|도|군|구|(?<=(?:우리|저희) )[시군구도]?의회)(?=(?: ?\([가-힣]+\))? ?(?:는|은|와|과|가|이|의|에서는|에서도|사이|간)(?![가-힣]))/gu,
    ),
  ).flatMap((match) => {
    const at = start + match.index
    const place = { start: at, end: at + match[0].length }
    return mentions.some((each) => each.start < place.end && place.start < each.end)
      ? []
      : [{ ...home, ...place, nameStart: place.start, nameEnd: place.end }]
  })
}
