import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Sentence } from '../outline.ts'
import { withClauses } from './korean-clauses.ts'
import { isKoreanDenial, isOnlyWished, isProposed, keepsUp } from './korean-denials.ts'
import { friendsOf, type Named, namesOf, selfMentions } from './korean-parts.ts'
import { areTwoSides, type Pair } from './tie.ts'

/** Korean words for ties. */
export const koreanTieWords =
  /자매|우호|친선|결연|협약|협정|양해각서|MOU|LOI|의향서|교류|협력|동맹|인연|관계[는가를]|주고받|서명한|손을? ?(?:맞)?잡|왕래|오가[고며는]|오간|오갔|오고 ?가|사귀[고며어]|사귄|사귀는|가까워졌|친구|(?<![가-힣])벗|파트너|동반자|단짝|형제|우정/i
const signing = /체결|맺|서명|조인|결연|교환한|교환하였|교환했/

/** The pairs that a Korean sentence ties: “A는 B와 자매결연을 맺었다”, “A와 B의 자매결연”, “A-B 자매결연”. */
export function koreanPairs(
  sentence: Sentence,
  mentions: readonly AuthorityMention[],
  subjects: readonly AuthorityMention[],
): Pair[] {
  if (!koreanTieWords.test(sentence.text) || isKoreanDenial(sentence.text) || isOnlyWished(sentence.text))
    return []
  // The last of the subjects is the owner of the text: it gives the country of the home side. 우리 군은…, in minutes of two languages: a
  // speaker who says so in Korean is Korean, no matter who owns the text.
  const ours = /우리|저희/u.test(sentence.text) ? subjects.find(({ country }) => country === 'KR') : undefined
  const home = ours ?? subjects.at(-1) ?? null
  const own = subjects.filter((each) => each.country === home?.country)
  const names = namesOf(
    sentence,
    [...mentions, ...selfMentions(sentence, mentions, own[0] ?? null)].sort((a, b) => a.start - b.start),
  )
  const friends = friendsOf(names, sentence.text, own.find(({ country }) => country === 'KR') ?? null)
  if (friends.length > 0) {
    const told = friends.map((each): Pair => ({ ...each, within: null }))
    return told.length > 1 ? withClauses(told, sentence, mentions) : told
  }
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
    if (next && (isJoined(named, next, sentence) || isCalledTwin(named, next)))
      add(named.mention, next.mention)
    else if (next && names.length === 2 && bothTowns.test(next.after)) add(named.mention, next.mention)
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
    names.every(
      (each) =>
        each.mention === told.mention ||
        !areTwoSides(told.mention, each.mention) ||
        (each.part === 'other' && each.mention.country === subject.country),
    ) &&
    isToldOf(told, sentence.text)
  )
    add(subject, told.mention)
  // 구례군수 권한대행은 하티바시 대표단을 만나 의향서를 교환했다: of the two that a signature names.
  const [one, other, third] = names
  if (
    pairs.length === 0 &&
    one?.mention.country === 'KR' &&
    other &&
    !third &&
    other.part !== 'place' &&
    areTwoSides(one.mention, other.mention) &&
    hasSigned.test(other.after)
  )
    add(one.mention, other.mention)
  return pairs.length > 1 ? withClauses(pairs, sentence, mentions) : pairs
}

/** 춘천시와 프랑스 샤를빌메지에르가, 루앙·군산 간, 평택시-르아브르시: joined, and tied. */
function isJoined(one: Named, other: Named, { text }: Sentence): boolean {
  if (!areTwoSides(one.mention, other.mention)) return false
  if (/^ ?[-–—~↔⇔] ?$/u.test(one.after)) return koreanTieWords.test(text)
  const gap = one.after.replace(/\([^)]*\)/gu, '')
  const isOneBreath =
    /^(?:[가-힣]{0,3}(?:와|과)|·|, ?| 및) ?(?:[가-힣]{2,6}(?:의|주|도|현|성|시)? )?(?:[가-힣]{2,6}의 )?$/u.test(
      gap,
    )
  const isTitled = /^·/u.test(gap) && ofPair.test(other.after)
  if (!isOneBreath || (one.part !== 'with' && other.part !== 'between' && !isTitled)) return false
  // 일본 아오모리시와 중국 르자오시와: two partners of a third.
  if (other.part === 'with') return false
  // 중국 룽커우시, 미국 러벅시: a list of partners of the text's own side.
  const isList = /^(?:·|, ?)/u.test(gap)
  if (isList && [one, other].every(({ mention }) => mention.country !== 'KR') && other.part !== 'between')
    return false
  return other.part === 'between' || koreanTieWords.test(other.after) || koreanTieWords.test(text)
}

// 진주시·에스키셰히르시 자매결연 10주년
const ofPair = /^ (?:국제 ?)?(?:자매|우호|친선|교류|협력|상호) ?(?:결연|교류|협력|협[정약]|도시)/u

// 카를스루에는 대전 유성구의 다섯 번째 해외 우호도시다
const isCalledTwin = (one: Named, other: Named) =>
  one.part === 'topic' &&
  other.part === 'of' &&
  /^[^.,]{0,24}(?:자매|우호|교류|결연|협력|친선) ?(?:결연 ?)?(?:도시|지역|지자체)/u.test(other.after)
// 인삼의 금산, 향수의 그라스: 우호협정을 나눈 두 고장이
const bothTowns = /[^.]*(?:결연|협[정약]|자매|우호|양해각서)[^.]*(?:두|양) ?(?:고장|도시|지역|마을|지자체)/u

const twinned =
  /(?:자매|우호|교류|결연|협력|친선) ?(?:결연 ?)?(?:도시|지역|자치단체|지자체|지방정부)(?:인|이자|들?은|로는|로|는|:|,| )? ?(?:[가-힣]{2,6} )?$/u

// 2008년 우호교류 협정을 체결했던 몽골 바가노르구와의 관계: an act with a partner, before its name.
const tiedBefore =
  /(?:결연|협[정약](?:서)?|양해각서|의향서|제휴|자매의 (?:인)?연|우호도시|자매도시)[^,.]{0,30}(?:맺은|맺었던|체결한|체결했던|하고|한|했던|나눈|이어 온|이어온|끊긴|교환한|된|인|해 온|해온|사귄|잡은) (?:[가-힣]{2,8} ){0,3}$/u

// 호르큼시 자매도시 방문단
const calledTwin = /^ (?:국제)?(?:자매|우호|교류)(?:결연)? ?도시(?![와는])/u
// 하바롭스크시(2005년 우호협약, 2014년 종료)
const tiedInBracket =
  /^ ?\((?:\d{4}년?,? ?(?:자매|우호)\)|[^)]{0,30}(?:자매 ?결연|우호 ?(?:협[정약]|결연|교류|도시)|자매 ?도시|협[정약](?:서)? ?체결|양해각서|의향서|MOU)[^)]{0,30}\))/u

const stored = /(?:체결한|체결했던|맺은|맺었던|나눈) [^.,]{0,14}(?:협[정약]|결연|양해각서|의향서)/u
// 벗은 셋이다. … 그리고 몽골 헨티도가 그들이다
const areThey =
  /^(?:이|가|도) (?:바로 )?(?:그들|그곳들?|그 (?:주인공|도시|벗|친구)|전부|모두)(?:이다|다|입니다|이며|이고)/u

function isPartner({ part, after, before }: Named, later: readonly Named[]): boolean {
  if (twinned.test(before) || tiedBefore.test(before) || tiedInBracket.test(after) || calledTwin.test(after))
    return true
  // 중국 마안산시(2001), 미국 잭슨빌시(1983)와도: the last of a list has the particle of all.
  const [follower] = later
  if (
    part !== 'topic' &&
    part !== 'with' &&
    follower &&
    /^(?: ?\([^)]*\))? ?(?:,|·|및) ?(?:(?:19|20)\d\d년 ?(?:\d{1,2}월 ?)?)?(?:[가-힣]{2,5} )?$/u.test(after)
  )
    return isPartner(follower, later.slice(1))
  // … 등 5개 도시와 자매결연을: the list as a whole is the partner.
  if (
    /^(?: ?\([^)]*\))? 등 ?(?:[가-힣]+ )?(?:\d+개국,? ?)?\d*개? ?(?:도시|지역|지자체|기관|곳)(?:와|과)/u.test(
      after,
    )
  )
    return koreanTieWords.test(after)
  if (part === 'topic' && areThey.test(after)) return true
  if (isProposed(after)) return true
  // 오슈시장에게 서한을 보내 2015년 체결한 우호협정을 격상하자고
  if (/^(?:시장|지사|군수|측|시|의회)?(?:에게|에|께) /u.test(after) && stored.test(after)) return true
  if (part !== 'with') return false
  const next = later.findIndex((each) => each.part === 'with')
  const rest = [after, ...later.slice(0, next < 0 ? later.length : next).map((each) => each.after)].join(' ')
  return (
    koreanTieWords.test(rest) || (next >= 0 && koreanTieWords.test(later.map((each) => each.after).join(' ')))
  )
}

const itsPeople = /^(?:청|의회)?(?: [가-힣]+(?: ?\d+명)?){1,3}(?:은|는|이|가) /u

/** The sides tied to a partner: the topic of the sentence, before or after it, else the subject of the text. */
function sidesOf(
  names: readonly Named[],
  at: number,
  subjects: readonly AuthorityMention[],
): AuthorityMention[] {
  const partner = names[at]
  if (!partner) return []
  const may = ({ mention, part, after }: Named) =>
    areTwoSides(mention, partner.mention) &&
    (part === 'topic' ||
      part === 'of' ||
      // 의왕시의회 의원 6명이 자매도시인 …를 찾아: those of a town, before its partner.
      (part === 'other' && mention.country === 'KR' && itsPeople.test(after)) ||
      /^(?:와|과) 그 (?:자매|우호|교류)/u.test(after))
  const before = names.slice(0, at).filter(may)
  // 보령시는 …에 서명하였고, 부여군은 아를시와의 · 부산은 마르세유와, 대전은 몽펠리에와: the last that begins a clause of its own.
  const topic =
    before.findLast(
      ({ part, before: gap }) =>
        part === 'topic' && /(?:고|으며|며|지만|으나|는데|와|과),? (?:[가-힣]{2,4}에서는 )?$/u.test(gap),
    ) ??
    before[0] ??
    names.slice(at + 1).find((each) => may(each) && each.part === 'topic' && each.mention.country === 'KR')
  // 포항시와 일본 조에쓰시는 …, 중국 훈춘시와는: the topic is a partner itself.
  const beside = topic && names[names.indexOf(topic) - 1]
  if (
    beside?.part === 'with' &&
    beside.mention.country === 'KR' &&
    topic?.mention.country !== 'KR' &&
    areTwoSides(beside.mention, partner.mention)
  )
    return [beside.mention]
  if (topic) return [topic.mention]
  const subject = subjects.find((each) => areTwoSides(each, partner.mention))
  if (subject) return [subject]
  const last = names
    .slice(0, at)
    .findLast(
      (each) =>
        areTwoSides(each.mention, partner.mention) &&
        each.part !== 'with' &&
        each.part !== 'place' &&
        [each, partner].some(({ mention }) => mention.country === 'KR'),
    )
  return last ? [last.mention] : []
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

// 도르노고비는 상대측 요청으로 교류를 종료하였음(우호협정 2005).
const isEnded = /(?:교류|협[정약]|결연|관계)[^.]{0,12}(?:종료|해지|끝[나났내]|끊)/u
const hasSigned =
  /(?:협[정약]|의향서|양해각서|결연)(?:서)?(?: ?\([^)]*\))?(?:을|를|에) [^.]{0,12}(?:교환|체결|맺|서명|주고받)(?:했|하였|함|었|음|으)/u
// 말레이시아 페탈링자야는 2010년 우호협정.
const isNominal =
  /^(?: ?\([^)]*\))?(?:은|는) (?:(?:19|20)\d\d년 ?(?:\d{1,2}월 ?)?(?:\d{1,2}일 ?)?)?(?:자매|우호|친선|교류|협력|업무)[가-힣 ]{0,8}(?:결연|협[정약]|도시|관계)(?:임|이다|입니다)?[.,]?$/u
// 르아브르시는 2020년 의향서를 교환한 도시로: with the text's own side, which may be omitted.
function isToldOf({ part, after }: Named, text: string): boolean {
  // 앙뒤즈는 2009년부터 왕래하고 있는데 협약은 없다: with the text's own side, if no other is named.
  if (part === 'topic' && keepsUp(after)) return true
  return (
    (part === 'topic' || (part === 'place' && /^(?:으로|로), /u.test(after))) &&
    (signing.test(text) || isNominal.test(after) || isEnded.test(text)) &&
    /의향서|협약|협정|양해각서|자매|우호|결연|MOU/iu.test(text) &&
    !/(?:다른|타) ?(?:도시|지자체)/u.test(text)
  )
}
