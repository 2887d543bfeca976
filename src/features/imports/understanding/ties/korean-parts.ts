import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Sentence } from '../outline.ts'
import { areTwoSides } from './tie.ts'

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

const word =
  '(?:(?:(?:자매|우호|교류)[·, ]{1,2})?(?:자매|우호|결연|교류|협력|파트너|상대|친선) ?(?:결연|협력|교류)? ?(?:도시|지역|지자체|지방정부|자치단체|상대|상대국)?|(?:국제|해외|대외) ?교류(?: ?현황| ?도시| ?지역| ?협력 ?도시)?|파트너|친구|벗|단짝|짝|짝꿍|형제|동반자|길동무|이웃사촌|지기)'
// 구미시의 오랜 친구는, 고창군의 해외 벗은 셋이다, 거제시의 자매결연 도시로는
const friendOf = new RegExp(
  `^(?:의|가|이|와|과)? ?(?:[가-힣]{1,6} ){0,4}?${word}(?:들)?(?:은|는|로는|으로는|로|으로|이|가|:|라|에는)(?![가-힣])(?! ?없)`,
  'u',
)
// … 이다, … 가 있다, … 등이다: the sentence only lists them.
const isList =
  /(?:이다|다|입니다|임|있다|있음|있습니다|그들이다|뿐이다|하나다|하나임|이며|이고|이자|로|였다)[^가-힣]{0,4}$|^[^다]*$/u

// 자매도시로는 둥관시와 미슈콜츠시가 있고: those of the text's own side, which may be omitted.
const friends = new RegExp(`^[^가-힣]*(?:[가-힣]{1,4} )?${word}(?:은|는|로는|으로는|로|으로|에는|:) `, 'u')

/** 제천시의 자매도시는 장자제시와 스포캔시이다: partners listed after the word for one; `owner` is the side that has them if the sentence does not name it. */
export function friendsOf(
  names: readonly Named[],
  text: string,
  owner: AuthorityMention | null,
): { parties: [AuthorityMention, AuthorityMention]; label: string }[] {
  const [first] = names
  const isHome = first?.mention.country === 'KR' && friendOf.test(first.after)
  const home = isHome ? first.mention : owner
  if (!first || !home || (!isHome && !friends.test(first.before))) return []
  const listed = isHome ? names.slice(1) : names
  const others = listed.filter(({ mention }) => areTwoSides(home, mention))
  if (others.length === 0 || others.length !== listed.length) return []
  const last = others.at(-1)
  const isSaid =
    last !== undefined && (isList.test(text) || /^[^.]{0,40}(?:이다|다|임|이며|이고)/u.test(last.after))
  let label = ''
  return isSaid
    ? listed.map((other) => {
        // …이며 우호협력 지역으로는 일드프랑스(2018): each list has its own word.
        label = lastWord(other.before) ?? label
        return { parties: [home, other.mention], label }
      })
    : []
}

const lastWord = (words: string) => Array.from(words.matchAll(new RegExp(word, 'gu'))).at(-1)?.[0] ?? null
