import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import type { Outline, Unit } from '../outline.ts'

const mostHead = 14
const addressed =
  /(?:^|[ ,])(?:a|a l'attention de|a l'intention de|to) (?:l'attention de )?(?:madame|monsieur|mme|m\.|mr|ms|mrs|frau|herr|senora?|signora?|dr|the mayor)[^.;]{0,80}\b(?:de|du|des|d'|of)(?: la| l'| le| the)? ?(?:ville de |commune d[e']|city of )?$/u
const salutation = /^(?:madame|monsieur|mesdames|messieurs|cher|chere|dear)\b[^.;]{0,60},?$/u

const friendsOf =
  /\b(?:che(?:rs|res)|dear)(?: tou(?:s|tes))? (?:amie?s|friends|jumeaux|cousins)(?: venus)? (?:de|d'|of|from)(?: la| l'| le)? ?(?:ville de )?$/u

/** The writer of a Korean letter, by its line 발신: 우리 시 in the letter means the writer's, whatever is named before. */
export function senderOf({ units }: Outline, { authorities }: Mentions): AuthorityMention | null {
  const line = units
    .slice(0, mostHead)
    .find(({ plain }) => /^ ?(?:발 ?신|보내는 ?(?:곳|사람))(?:자|처|인)? ?[:：]/u.test(plain))
  // 여수시장 (직인생략): the seal beneath an official letter.
  const seal = units
    .slice(-8)
    .find(({ plain }) => /(?:시장|군수|구청장|도지사|지사) ?[([]? ?(?:직인|관인)/u.test(plain))
  return [line, seal].flatMap((unit) => (unit ? (authorities.get(unit) ?? []) : []))[0] ?? null
}

/** The recipient of a letter, or null if a text is not one: « à Madame la Maire de Lorient ». */
export function addresseeOf({ units }: Outline, mentions: Mentions): AuthorityMention | null {
  const head = units.slice(0, mostHead)
  // 수신 : 프랑스 카르카손시장 (Monsieur le Maire de Carcassonne)
  const line = head.find(({ plain }) =>
    /^ ?(?:수 ?신|받는 ?(?:곳|사람))(?:자|처|인)?(?: ?[:：|]| )/u.test(plain),
  )
  const [named] = line ? (mentions.authorities.get(line) ?? []).slice(-1) : addressedWithin(head, mentions)
  const isLetter = head.some(({ plain }) => salutation.test(plain.trim()))
  if (named && (isLetter || named.country !== 'KR')) return named
  // « Mesdames, Messieurs, chers amis de Trossingen, »
  const friends = head.flatMap((unit) =>
    [...(mentions.authorities.get(unit) ?? []), ...(mentions.possible.get(unit) ?? [])].filter(
      ({ start, nameStart }) => friendsOf.test(unit.plain.slice(0, Math.max(start, nameStart))),
    ),
  )
  if (friends[0] && friends.every(({ country }) => country === friends[0]?.country)) return friends[0]
  if (!isLetter) return null
  for (const unit of head) {
    const named = [...(mentions.authorities.get(unit) ?? []), ...(mentions.possible.get(unit) ?? [])]
    const found = named.find(({ nameStart }) => addressed.test(unit.plain.slice(0, nameStart)))
    if (found) return found
  }
  return null
}

// 문서번호 … 시행일자 … 수신 베트남 빈푹성 인민위원장, where the lines of a head run on.
const addressedWithin = (head: readonly Unit[], { authorities }: Mentions) =>
  head.slice(0, 3).flatMap((unit) => {
    const to = /(?:^|\s)(?:수 ?신|받는 ?사람)(?:자|처|인)?(?: ?[:：]| )/u.exec(unit.plain)
    const at = to ? to.index + to[0].length : -1
    return (authorities.get(unit) ?? []).filter(({ start }) => at >= 0 && start >= at && start < at + 12)
  })

/** 우리 시(대전), 저희 군(고창군), 안녕하세요, 담양군 국제협력팀 …입니다: the owner of the text, if it states it. */
export function selfNamed({ units }: Outline, { authorities }: Mentions): AuthorityMention | null {
  for (const unit of units) {
    const found = (authorities.get(unit) ?? []).find(
      ({ start, end }) =>
        /(?:우리|저희) ?[시도군구] ?\($/u.test(unit.plain.slice(Math.max(0, start - 8), start)) ||
        (/^[^가-힣]*안녕하(?:세요|십니까|신지요)[.,!?]? ?(?:저는 )?$/u.test(unit.plain.slice(0, start)) &&
          /^(?:청)? ?[^.,]{2,30}입니다/u.test(unit.plain.slice(end))),
    )
    if (found) return found
  }
  return null
}

/**
 * « Comité de jumelage de Saint-Omer », “Westport Twinning Committee”: the town whose ties the text is about, from its title or its
 * signature.
 */
export function committeeTown(
  { units, titles }: Outline,
  { authorities }: Mentions,
): AuthorityMention | null {
  for (const unit of [...titles.slice(0, 1), ...units.slice(0, 3), ...units.slice(-3)]) {
    const found = (authorities.get(unit) ?? []).find(
      ({ start, nameStart, end }) =>
        /comite de jumelage (?:de |d')?(?:la ville )?(?:de |d')?$/u.test(
          unit.plain.slice(0, Math.max(start, nameStart)),
        ) ||
        /^ (?:town )?twinning (?:committee|association)\b/u.test(unit.plain.slice(end)) ||
        // “Kendal Town Council believes that …”
        (start < 6 &&
          /^ (?:town|city|borough|parish|county|district) council (?!member)\p{L}+s?\b/u.test(
            unit.plain.slice(end),
          )),
    )
    if (found) return found
  }
  return null
}
