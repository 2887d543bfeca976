import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Named } from './korean-parts.ts'
import { areTwoSides } from './tie.ts'

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
