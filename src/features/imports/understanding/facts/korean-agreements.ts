import type { AgreementKind, AgreementState } from '../../../registry/index.ts'
import type { SettledDate } from '../dates/settled-dates.ts'
import { sectionsAbove, unitsUnder } from '../outline.ts'
import type { ReadAgreement } from '../reading.ts'
import {
  koreanEnded,
  koreanExpired,
  koreanInstruments,
  koreanSigned,
  koreanTalks,
  koreanUnsigned,
} from '../words/korean-instruments.ts'
import { quoteOf, type Told } from './clauses.ts'
import { dateOf, signedAgain } from './korean-agreement-days.ts'
import { isOfKoreanBodies } from './third-bodies.ts'

interface Named {
  kind: AgreementKind
  /** Offsets in the passage. */
  start: number
  end: number
}

/** The agreements in a Korean sentence, each with its date: in brackets after it, else before it, as is usual in Korean. */
export function koreanAgreements(told: Told, dates: readonly SettledDate[]): ReadAgreement[] {
  const { sentence } = told
  const { plain, passage } = sentence.unit
  const shared = ofList(told, dates)
  if (shared) return [shared]
  const named = instrumentsIn(told).map((each) => ({ ...each, kind: sameAsBefore(told, each) ?? each.kind }))
  const taken = new Set<SettledDate>()
  return named.flatMap(({ kind, start, end }, at): ReadAgreement[] => {
    const [before, next] = [named[at - 1], named[at + 1]]
    const after = plain.slice(end, next?.start ?? told.end)
    if (isOfKoreanBodies(clauseOf(plain, before?.end ?? told.start, start, next?.start ?? told.end)))
      return []
    const label = passage.text.slice(start, end)
    if (kind === 'none')
      return [{ kind, state: null, date: null, label, signatories: [], quote: quoteOf(sentence) }]
    // 2018년 자매도시인 …에서 공연했다: an epithet of a partner has no day of its own.
    const isEpithet = /[시계]$/u.test(label) && /^(?:인|이자|이기도 한) /u.test(plain.slice(end))
    const date = isEpithet
      ? null
      : dateOf(
          { start, end, from: before?.end ?? told.start, to: next?.start ?? told.end },
          dates,
          taken,
          plain,
        )
    const said = isEpithet ? 'signed' : stateOf(after, date, plain.slice(before?.end ?? told.start, start))
    // 오는 10월 협약을 체결한다
    const state = said === 'signed' && date && isAhead.test(plain.slice(date.start)) ? 'in_talks' : said
    if (state === null || (state === 'signed' && date === null && !isAsserted(plain.slice(start, told.end))))
      return []
    if (date) taken.add(date)
    const again = signedAgain({ start: end, end: next?.start ?? told.end }, dates, taken, plain)
    if (again) taken.add(again)
    return [
      ...(again && state === 'signed'
        ? [{ kind, state, date: again.edtf, label, signatories: [], quote: quoteOf(sentence) }]
        : []),
      {
        kind,
        state,
        date: isOwnDate(state, date, start, plain) ? (date?.edtf ?? null) : null,
        label,
        signatories: [],
        quote: quoteOf(sentence),
      },
    ]
  })
}

/** 시안시와는 2009년, 홀론시와는 2016년 6월 각각 우호교류 협정을 맺었다: the end of a list of partners and days applies to each. */
function ofList(told: Told, dates: readonly SettledDate[]): ReadAgreement | null {
  const { unit, end } = told.sentence
  const [date, other] = dates.filter(({ edtf }) => edtf !== null)
  if (!date || other || told.end >= end || instrumentsIn(told).length > 0) return null
  if (!/^(?:일|월|년)?(?:에|에는|에, |,)? ?$/u.test(unit.plain.slice(date.end, told.end))) return null
  const rest = { ...told, start: told.end, end, plain: unit.plain.slice(told.end, end) }
  const [named, second] = instrumentsIn(rest)
  const isOfEach = named && /각각 ?$/u.test(unit.plain.slice(told.end, named.start))
  if (
    !named ||
    (second && !isOfEach) ||
    named.kind === 'none' ||
    !koreanSigned.test(unit.plain.slice(named.end, end))
  )
    return null
  const label = unit.passage.text.slice(named.start, named.end)
  return {
    kind: named.kind,
    state: 'signed',
    date: date.edtf,
    label,
    signatories: [],
    quote: quoteOf(told.sentence),
  }
}

function instrumentsIn({ start, plain }: Told): Named[] {
  const found: Named[] = []
  const told: Named[] = []
  for (const [kind, pattern] of koreanInstruments)
    for (const match of plain.matchAll(pattern)) {
      const at = { start: start + match.index, end: start + match.index + match[0].length }
      const after = plain.slice(match.index + match[0].length)
      if ([...found, ...told].some((each) => at.start < each.end && each.start < at.end)) continue
      // 작년 9월에 서명한 의향서에 따라: it counts all the same, with its day.
      const isDated = /(?:19|20)?\d{1,4}[년월일.]?에? (?:서명|체결|교환|맺)(?:한|은|했던) $/u.test(
        plain.slice(0, match.index),
      )
      if (refersBack.test(after) && !isDated) told.push({ kind, ...at })
      else found.push({ kind, ...at })
    }
  return found.sort((a, b) => a.start - b.start)
}

// 2005년 우호협약, 2014년 종료: for one that has ended only the date right before its name is that of its signature.
const isOwnDate = (state: AgreementState, date: SettledDate | null, start: number, plain: string) =>
  state === 'signed' ||
  // 우호협정은 2016년 만료된 뒤: the day of its end.
  (state === 'expired' &&
    !(date && date.start > start && /^[^.]{0,4}(?:만료|효력|기한)/u.test(plain.slice(date.end)))) ||
  (state === 'denounced' &&
    date !== null &&
    ((date.end <= start &&
      ((plain.slice(date.end, start).trim() === '' && /^[^.;)]{0,24}\d{4}/u.test(plain.slice(start))) ||
        // 2012년 체결한 우호협정을 2021년 해지
        /^(?:년|월|일)?에? ?(?:[가-힣]+ ){0,3}(?:체결|서명|조인|교환|맺|나눈)[가-힣]{0,3} (?:[가-힣]+ ){0,2}$/u.test(
          plain.slice(date.end, start),
        ))) ||
      // 자매결연(2000년)을 합의로 해지
      /^[가-힣 ]{2,14}\($/u.test(plain.slice(start, date.start))))

// 협약에 따라, 자매결연 20주년, 협약 만료를 앞두고: refers to an agreement from elsewhere in the text.
const refersBack =
  /^(?:서)?(?:[가를을]? ?(?:된|맺은|체결한) 지 | ?\d+ ?주년|에 따라|에 의해|에 근거|의 내용|식에| ?만료| ?기간| ?현황| ?안내| ?조례| ?담당| ?통계| ?절차| ?주체| ?여부| ?의향을| ?의사를| ?희망)/u

// 자매결연을 맺고 있다, 우호도시이다: stated as existing, without a date.
const isAsserted = (rest: string) =>
  /체결|맺|서명|조인|격상|승격|되다|됐다|되었|(?:도시|관계)(?:임|이다|입니다|이며|인|에 있)|결연(?:을)? ?(?:했|하였|하고|하여)/u.test(
    rest.slice(0, 60),
  )

function stateOf(after: string, date: SettledDate | null, before: string): AgreementState | null {
  const near = after.slice(0, 70)
  // 아직 체결 전이며 문안을 협의하고 있다
  if (koreanUnsigned.test(near))
    return /(?:체결|서명)(?: ?전|하지 못)[^.]*(?:문안|초안|협의|논의|조율|절차)|주고받고 있[^.]*아직/u.test(
      near,
    )
      ? 'in_talks'
      : 'unsigned'
  // 2017년 체결한 협약을 바탕으로 교류를 추진해 왔다: signed, whatever work follows from it.
  if (done.test(before) && !/해지|파기|종료|만료|효력|기한/u.test(near)) return 'signed'
  if (date && koreanExpired.test(near.slice(0, 40))) return 'expired'
  // 자매결연(2000. 10. 29.) 25주년을 맞아 … 준비 중: its own day is beside it.
  if (withDay.test(near) && !koreanEnded.test(near.slice(0, 44))) return 'signed'
  if (/동의안/u.test(near)) return /가결|의결|통과|동의함/u.test(near) ? 'approved' : 'in_talks'
  // 논의하던 협약은 보류되었다
  if (/(?:논의|협의|추진|검토|준비)하(?:던|려던|고 있는|고 있던|는) (?:[가-힣]{2,5} )?$/u.test(before))
    return 'in_talks'
  // 1994. 11. 7. 우호제휴, 2024년 공동사업 추진: words under another date do not concern its talks.
  const own = near.replace(/[,;] ?(?:19|20)\d\d(?!.*(?:체결|서명|조인|협[약정])).*$/su, '')
  const [talks, signed] = [own.search(koreanTalks), own.search(koreanSigned)]
  const isFuture =
    /(?:체결|서명|격상|승격)하는 (?:방안|안)|(?:체결|서명|교환)키로|(?:체결하|서명하|교환하|맺)고자|동의[를가]? ?(?:얻|구하|구함|받고자|받으|요청)|방안(?:을|도|이)? ?(?:검토|논의|협의|추진)|(?:맺|서명하|교환하|주고받)기로|교환(?:할|하려)|(?:체결|서명)(?:을|를)? ?위(?:해|하여)|체결(?:할|하려|한다는|하기로|을 ?(?:추진|협의|논의|검토|희망|제안|목표)| ?(?:추진|협의|논의|목표|예정))|서명(?:할|하려|하는 방안)|맺을|발전시키|하고 싶/u.test(
      near,
    )
  if (talks >= 0 && (isFuture || signed < 0 || talks <= signed)) return 'in_talks'
  if (koreanEnded.test(near.slice(0, 24))) return date ? 'denounced' : 'denounced'
  return signed >= 0 || date !== null || /체결|맺/u.test(before) ? 'signed' : null
}

const withDay = /^ ?\((?:체결 ?)?['’‘]?\d{2,4}(?:년|\.)(?![^)]*(?:예정|목표|추진|협의|계획|제안))[^)]*\)/u
const isAhead = /^(?:오는|다가오는|내년|명년|다음 ?[달해]|내달|내후년)/u
const done =
  /(?:체결|서명|조인|교환)(?:한|했던|하였던|된) (?:[가-힣]{2,6} ){0,2}$|(?:맺은|맺었던|나눈|주고받은) (?:[가-힣]{2,6} ){0,2}$/u

// Begins at the connective before an agreement: the words before that have their own subject.
function clauseOf(plain: string, from: number, start: number, end: number): string {
  const cut = Array.from(plain.slice(from, start).matchAll(/(?:고|으며|며|는데|지만|으나|,)(?= )/gu)).at(-1)
  return plain.slice(cut ? from + cut.index + cut[0].length : from, end)
}

const reach = 8

/** 같은 협정, 같은 내용의 협약: the kind of the agreement in the passage, or in the one before. */
function sameAsBefore(
  { sentence: { unit, start: from } }: Told,
  { start, kind }: { start: number; kind: AgreementKind },
): AgreementKind | null {
  if (kind !== 'cooperation_agreement') return null
  const said = unit.plain.slice(0, start)
  // 우호협력 관계다. 2010년 8월 협약을 맺었으나: the passage's word for their bond gives the kind of a bare 협약.
  const bond = /(자매|우호|친선)[가-힣 ]{0,6}(?:관계|도시)(?:다|이다|로|인|였|입니다|임)(?![가-힣])/u.exec(
    said,
  )?.[1]
  if (bond && /^협[정약]/u.test(unit.plain.slice(start)) && !/협[정약]/u.test(said))
    return bond === '자매' ? 'twinning' : 'friendship'
  // 우호교류 협약이 만료된다. 2009년 협약 체결 이후: the one named in full before.
  const noun = /^협[정약](?=[^가-힣]|서|을|이|은|과|의)/u.exec(unit.plain.slice(start))?.[0]
  const full = noun
    ? Array.from(said.matchAll(new RegExp(`(자매|우호|친선|업무)[가-힣 ]{0,8}${noun}`, 'gu'))).at(-1)?.[1]
    : undefined
  if (full && !/(?:교류|협력|기본|상호|경제|문화) ?$/u.test(said))
    return full === '자매' ? 'twinning' : full === '업무' ? 'mou' : 'friendship'
  if (!/(?:같은|두 번째|세 번째|둘째|셋째|이번|새로운|후속) (?:[가-힣]+의 )?$/u.test(said)) return null
  const all = unitsUnder(sectionsAbove(unit.section).at(-1) ?? unit.section)
  const above = all.slice(0, Math.max(0, all.indexOf(unit))).slice(-reach)
  for (const plain of [unit.plain.slice(0, from), ...above.toReversed().map((each) => each.plain)]) {
    const told = koreanInstruments.flatMap(([other, pattern]) =>
      other === 'none' || other === kind
        ? []
        : Array.from(plain.matchAll(pattern), ({ index }) => ({ other, index })),
    )
    const [last] = told.toSorted((a, b) => b.index - a.index)
    if (last) return last.other
  }
  return null
}
