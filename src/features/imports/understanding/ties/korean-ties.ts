import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Sentence } from '../outline.ts'
import type { Pair } from './latin-ties.ts'
import { areTwoSides } from './tie.ts'

/** Words by which Korean speaks of ties. */
export const koreanTieWords =
  /자매|우호|친선|결연|협약|협정|양해각서|MOU|LOI|의향서|교류|협력|동맹|인연|주고받|서명한/i
const signing = /체결|맺|서명|조인|결연|교환한|교환하였|교환했/

/** What a name does in its sentence, by the particle after it. */
type Part = 'topic' | 'with' | 'of' | 'between' | 'place' | 'other'

interface Named {
  mention: AuthorityMention
  part: Part
  /** Up to the next name, or to the end of the sentence. */
  after: string
  before: string
}

/** The pairs that a Korean sentence ties: “A는 B와 자매결연을 맺었다”, “A와 B의 자매결연”, “A-B 자매결연”. */
export function koreanPairs(
  sentence: Sentence,
  mentions: readonly AuthorityMention[],
  subjects: readonly AuthorityMention[],
): Pair[] {
  if (!koreanTieWords.test(sentence.text) || isDenied(sentence.text)) return []
  // The last of the subjects is the owner of the text: what a partner of its own is tied to is of its country.
  const home = subjects.at(-1) ?? null
  const own = subjects.filter((each) => each.country === home?.country)
  const names = namesOf(
    sentence,
    [...mentions, ...selfMentions(sentence, mentions, own[0] ?? null)].sort((a, b) => a.start - b.start),
  )
  const pairs: Pair[] = []
  const add = (one: AuthorityMention, other: AuthorityMention) => {
    if (
      areTwoSides(one, other) &&
      !pairs.some(({ parties }) => parties.includes(one) && parties.includes(other))
    )
      pairs.push({ parties: [one, other], within: null })
  }
  for (const [at, named] of names.entries()) {
    const next = names[at + 1]
    if (next && isJoined(named, next, sentence)) add(named.mention, next.mention)
    else if (isPartner(named, names.slice(at + 1)))
      for (const side of sidesOf(names, at, own)) add(side, named.mention)
    else if (isContinued(named, names.slice(0, at), pairs))
      add(pairs.at(-1)?.parties[0] ?? named.mention, named.mention)
  }
  const told = names[0]
  const subject = own.find((each) => told && areTwoSides(each, told.mention))
  if (
    pairs.length === 0 &&
    told &&
    subject &&
    names.every((each) => each.mention === told.mention || !areTwoSides(told.mention, each.mention)) &&
    isToldOf(told, sentence.text)
  )
    add(subject, told.mention)
  return pairs.length > 1 ? withClauses(pairs, sentence) : pairs
}

/** 우리 시는, 도와 하와이주의: the text's own side by its kind alone. */
function selfMentions(
  { start, end, unit }: Sentence,
  mentions: readonly AuthorityMention[],
  home: AuthorityMention | null,
): AuthorityMention[] {
  if (!home) return []
  const text = unit.passage.text.slice(start, end)
  return Array.from(
    text.matchAll(/(?<![가-힣·])(?:(?:우리|본|당) ?)?(?:시|도|군|구)(?=(?:는|은|와|가|이|의)(?![가-힣]))/gu),
  ).flatMap((match) => {
    const at = start + match.index
    const place = { start: at, end: at + match[0].length }
    return mentions.some((each) => each.start < place.end && place.start < each.end)
      ? []
      : [{ ...home, ...place, nameStart: place.start, nameEnd: place.end }]
  })
}

const office = '(?:시청|군청|시의회|의회|정부|청|측|시장|군수|구청장|도지사|지사)?(?: ?\\([^)]*\\))?'
const parts: readonly [Part, RegExp][] = [
  ['with', new RegExp(`^${office}(?:와의|과의|와는|과는|와도|과도|와|과|하고|하고는)(?![가-힣])`, 'u')],
  ['between', new RegExp(`^${office} ?(?:간|사이)(?:의|에)?(?![가-힣])`, 'u')],
  ['place', new RegExp(`^${office}(?:에서|에|로|으로|까지|부터)(?!서는|는)(?![가-힣])`, 'u')],
  ['topic', new RegExp(`^${office}(?:은|는|이|가|도|에서는|에서도|,)`, 'u')],
  ['of', new RegExp(`^${office}의(?![가-힣])`, 'u')],
]

function namesOf({ start, end, unit }: Sentence, mentions: readonly AuthorityMention[]): Named[] {
  const { text } = unit.passage
  const own = mentions.filter((each) => each.start >= start && each.end <= end)
  return own.map((mention, at) => {
    const after = text.slice(mention.end, own[at + 1]?.start ?? end)
    return {
      mention,
      part: parts.find(([, pattern]) => pattern.test(after))?.[0] ?? 'other',
      after,
      before: text.slice(own[at - 1]?.end ?? start, mention.start),
    }
  })
}

/** 춘천시와 프랑스 샤를빌메지에르가, 루앙·군산 간, 평택시-르아브르시: named in one breath, and tied. */
function isJoined(one: Named, other: Named, { text }: Sentence): boolean {
  if (!areTwoSides(one.mention, other.mention)) return false
  if (/^ ?[-–—~↔⇔] ?$/u.test(one.after)) return koreanTieWords.test(text)
  const gap = one.after.replace(/\([^)]*\)/gu, '')
  const isOneBreath =
    /^(?:[가-힣]{0,3}(?:와|과)|·|, ?| 및) ?(?:[가-힣]{2,6}(?:의|주|도|현|성|시)? )?(?:[가-힣]{2,6}의 )?$/u.test(
      gap,
    )
  if (!isOneBreath || (one.part !== 'with' && other.part !== 'between')) return false
  // 일본 아오모리시와 중국 르자오시와: two partners of a third.
  if (other.part === 'with') return false
  return other.part === 'between' || koreanTieWords.test(other.after) || koreanTieWords.test(text)
}

const twinned =
  /(?:자매|우호|교류|결연|협력|친선) ?(?:결연 ?)?(?:도시|지역|자치단체|지자체|지방정부)(?:인|이자|들?은|로는|로|는|:|,| )? ?(?:[가-힣]{2,6} )?$/u

function isPartner({ part, after, before }: Named, later: readonly Named[]): boolean {
  if (twinned.test(before)) return true
  if (part !== 'with') return false
  const next = later.findIndex((each) => each.part === 'with')
  const rest = [after, ...later.slice(0, next < 0 ? later.length : next).map((each) => each.after)].join(' ')
  return (
    koreanTieWords.test(rest) || (next >= 0 && koreanTieWords.test(later.map((each) => each.after).join(' ')))
  )
}

/** Who is tied to a partner: the topic of the sentence, before or after it, else of whom the text speaks. */
function sidesOf(
  names: readonly Named[],
  at: number,
  subjects: readonly AuthorityMention[],
): AuthorityMention[] {
  const partner = names[at]
  if (!partner) return []
  const may = ({ mention, part }: Named) =>
    areTwoSides(mention, partner.mention) && (part === 'topic' || part === 'of')
  const topic =
    names.slice(0, at).find(may) ?? names.slice(at + 1).find((each) => may(each) && each.part === 'topic')
  if (topic) return [topic.mention]
  const subject = subjects.find((each) => areTwoSides(each, partner.mention))
  if (subject) return [subject]
  const before = names
    .slice(0, at)
    .findLast(
      (each) => areTwoSides(each.mention, partner.mention) && each.part !== 'with' && each.part !== 'place',
    )
  return before ? [before.mention] : []
}

// 하와이주와는 1986년에 자매결연을 맺었고, 하이난성은 1995년입니다.
function isContinued(
  { mention, part, after }: Named,
  before: readonly Named[],
  pairs: readonly Pair[],
): boolean {
  const last = pairs.at(-1)
  if (!last || part !== 'topic' || before.length === 0) return false
  return (
    areTwoSides(last.parties[0], mention) &&
    areTwoSides(last.parties[1], mention) &&
    /^[가-힣]{0,2} ?(?:19|20)\d\d/u.test(after)
  )
}

// 르아브르시는 2020년 의향서를 교환한 도시로: of the text's own side, which need not be said.
function isToldOf({ part }: Named, text: string): boolean {
  return (
    part === 'topic' &&
    signing.test(text) &&
    /의향서|협약|협정|양해각서|자매|우호|MOU/iu.test(text) &&
    !/(?:다른|타) ?(?:도시|지자체)/u.test(text)
  )
}

const denial =
  /사실이 아니|사실과 다르|관계(?:가|는)? 없|맺은 적이 없|체결한 적이 없|이야기한 적이 없|(?:협의|접촉|교류)한 적이? 없|결연(?:을|은)? 맺지 않|거절|무산|고사(?:했|하였)|사양|추진하지 (?:않|아니)|될 수 없|결연 주체가|하고 싶(?:다|어)|찾고 싶|관련이 없/u

const isDenied = (text: string) => denial.test(text)

/** Each partner with its own part of the sentence: from the last comma or connective before it to that of the next. */
function withClauses(pairs: readonly Pair[], { start, end, unit }: Sentence): Pair[] {
  const partners = pairs.map(({ parties }) =>
    parties[0].start > parties[1].start && pairs.every((each) => each.parties[1] === parties[1])
      ? parties[0]
      : parties[1],
  )
  const cuts = partners.map((partner, at) => {
    const from = at === 0 ? start : (partners[at - 1]?.end ?? start)
    if (at === 0) return start
    const gap = unit.passage.text.slice(from, partner.start)
    const last = Array.from(gap.matchAll(/(?:[,;]|(?:이어|으며|이며|고|뒤|후|및|와|과))\s/gu)).at(-1)
    return last ? from + last.index + last[0].length : from
  })
  return pairs.map(({ parties }, at) => ({
    parties,
    within: { start: cuts[at] ?? start, end: cuts[at + 1] ?? end },
  }))
}
