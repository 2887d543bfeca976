import type { EventKind } from '../../../agenda/events/index.ts'
import type { SettledDate } from '../dates/settled-dates.ts'
import { sectionsAbove } from '../outline.ts'
import type { Told } from './clauses.ts'

/** An activity that a Korean sentence mentions under one of its dates. */
export interface KoreanActivity {
  date: SettledDate
  /** Offsets of its words in the passage. */
  start: number
  end: number
  kind: EventKind
  /** If the date has only a label before it: the sentence that says what happens then. */
  told?: string
}

/** Visits, festivals and exchanges of a Korean sentence: the words between a date and the next one, or before a date in brackets. */
export function koreanActivities(
  told: Told,
  dates: readonly SettledDate[],
  kindOf: (words: string) => EventKind | null,
): KoreanActivity[] {
  const { sentence, start, end } = told
  const { plain } = sentence.unit
  return dates.flatMap((date, at): KoreanActivity[] => {
    if (date.edtf === null) return []
    const [before, next] = [dates[at - 1], dates[at + 1]]
    const above = toldOfPeriod(told, date)
    if (above !== null) {
      const kind = kindOf(above)
      return kind === null ? [] : [{ date, start, end, kind, told: firstClause(above, 0) }]
    }
    // 대표단 축제 초청 : 2024. 10.
    const isLast =
      /[가-힣 ]{9,} ?: $/u.test(plain.slice(Math.max(start, date.start - 40), date.start)) &&
      !/[가-힣\d]/u.test(plain.slice(date.end, end)) &&
      kindOf(plain.slice(start, date.start)) !== null
    // 문화관광과-3817(2022. 8. 9.)호: a paper; 파견(2006~2008): a duration; 매년 10월: of no year.
    if (
      /-\d+(?:호)? ?\($|(?:전결|대결|기안|시행|접수)(?: [가-힣]{2,4})? ?$|\d{4} ?[~-] ?$|(?:매년|해마다) $/u.test(
        plain.slice(Math.max(start, date.start - 12), date.start),
      )
    )
      return []
    // 문안 협의 중(2024년 10월 대표단 방문 예정): the bracket itself contains the event.
    const inside =
      plain[date.start - 1] === '(' ? (/^[^()]{5,40}(?=\))/u.exec(plain.slice(date.end, end))?.[0] ?? '') : ''
    const tellsInside = !/체결|결연|서명/u.test(inside) && kindOf(inside) !== null
    const isBracketed =
      isLast ||
      (!tellsInside && plain[date.start - 1] === '(' && /^[^)]{0,30}\)/u.test(plain.slice(date.end, end)))
    // 2017년과 2021년 두 차례: the words after the second belong to both.
    const isPair = next !== undefined && /^(?:과|와|,|·| 및) ?$/u.test(plain.slice(date.end, next.start))
    const spans = isPair || /^부터/u.test(plain.slice(date.end, date.end + 2))
    const stop = tellsInside
      ? date.end + inside.length
      : next && !spans
        ? clauseEnd(plain, date.end, next.start)
        : end
    const from = isBracketed ? Math.max(start, before?.end ?? start) : date.start
    // 2023년 84명, 2024년 131명을 맞이하였다
    const isCounted = /^ ?(?:에|에는)? ?[\d,]+ ?(?:명|건|회|차례|곳|점|권)[,·]/u.test(
      plain.slice(date.end, end),
    )
    // 인형극 공연이 2024년 열렸다: the event precedes its date, and only the verb follows.
    const isVerbAlone = /^(?:에|에는)? ?(?:열렸|열린다|열릴|개최|치러|이루어졌|있었|다녀)/u.test(
      plain.slice(date.end, end),
    )
    const own = isBracketed
      ? { start: from, end: date.start - 1 }
      : { start: isVerbAlone ? Math.max(start, before?.end ?? start) : from, end: isCounted ? end : stop }
    const whole = plain.slice(own.start, own.end)
    // 제300회 고령군의회(2019. 11. 25.), 남도신문(2024. 3. 4.): the day of the text.
    if (
      isBracketed &&
      !isLast &&
      /(?:의회|신문|뉴스|통신|일보|방송|소식지|회의록|보도|기준|제\d+[회호]) ?$/u.test(
        plain.slice(own.start, own.end),
      )
    )
      return []
    if (isBracketed && !isLast && (plain.slice(own.start, own.end).match(/[가-힣]/gu)?.length ?? 0) < 3)
      return []
    const words = firstClause(whole, isVerbAlone ? whole.length : date.end - date.start)
    // 자매결연(2000년)을 해지: the year of an agreement.
    if (isBracketed && /(?:결연|협[정약]|의향서|각서|도시)(?:서)? ?$/u.test(whole)) return []
    if (isBracketed && /^ ?(?:체결|결연|서명)/u.test(plain.slice(date.end, date.end + 5))) return []
    // 산둥성(2009), 하바롭스크주(2005): the year of a tie beside its name.
    if (isBracketed && !isLast && /[가-힣](?:시|주|현|성|도|군|구) ?$/u.test(plain.slice(own.start, own.end)))
      return []
    const isName =
      /^\d{4}$/u.test(plain.slice(date.start, date.end)) &&
      // 2018평창기념재단
      /^(?: [가-힣]|(?!년|에|부터|까지|이후|이래|과 |와 |도 |[가-힣]*(?:박람회|엑스포|올림픽|월드컵|축제|대회))[가-힣]{2})/u.test(
        plain.slice(date.end, date.end + 12),
      )
    const isEmpty =
      !isBracketed &&
      !isCounted &&
      !isVerbAlone &&
      !/^부터/u.test(plain.slice(date.end, date.end + 2)) &&
      (words.slice(date.end - date.start).match(/[가-힣]/gu)?.length ?? 0) <
        (/[가-힣]{2}해 $/u.test(words) ? 3 : 4)
    // 처음 손을 맞잡은 것은 1999년 10월이었다: how it began, not an activity.
    if (
      /(?:처음|첫|인연을)[^.]{0,40}(?:것은|때는|건|해는) ?$/u.test(
        plain.slice(Math.max(start, date.start - 60), date.start),
      ) &&
      /^(?:월|일|년)?(?:이었|였|입니다|이다|의 일)/u.test(plain.slice(date.end, date.end + 6))
    )
      return []
    // 다음 간담회는 11월: the group's own meeting.
    if (
      /(?:다음|차기) (?:회의|간담회|협의회|모임|총회|연찬회)(?:은|는)? ?$/u.test(
        plain.slice(Math.max(start, date.start - 14), date.start),
      )
    )
      return []
    // 서명은 내년 상반기를 목표로 한다
    if (/(?:서명|체결)(?:은|는|을|이)? ?$/u.test(plain.slice(Math.max(start, date.start - 8), date.start)))
      return []
    if (
      isName ||
      isEmpty ||
      (notHappened.test(words) && !lastDone.test(whole)) ||
      byMeeting.test(whole) ||
      // 14일부터 16일까지 열린 축제에: the span of a festival is not a bound.
      bound.test(
        date.edtf.includes('/')
          ? plain.slice(date.end, date.end + 8).replace(/^까지/u, '')
          : plain.slice(date.end, date.end + 8),
      ) ||
      notOfTie.test(words) ||
      ofPaper.test(words) ||
      onlySigned.test(words)
    )
      return []
    const kind =
      kindOf(whole) ??
      kindOf(plain.slice(start, date.start).slice(-40)) ??
      (/[가-힣]{2}/u.test(words.slice(date.end - date.start)) || isBracketed ? 'other' : null)
    return kind === null ? [] : [{ date, ...own, kind }]
  })
}

/** What a clause says, without what the next one denies: 홈스테이가 가장 큰 사업이었으나 소식이 끊겼다. */
function firstClause(words: string, from: number): string {
  const cut = words.slice(from).search(/(?<=(?:으나|지만|는데|다가|면서|오니),? )/u)
  return cut < 0 ? words : words.slice(0, from + cut)
}

// 공동조사를 끝으로 실적이 없다, 성금을 보낸 것 말고는: the last activity, or the only one.
const lastDone =
  /(?:참가|방문|개최|초청|파견|공연) (?:이후|뒤|후)(?:로)? [^.]{0,12}(?:뜸|끊|없|중단|멈)|(?:다녀간|다녀온|열린|참가한|방문한|개최한|파견한) (?:뒤|후|이후|것이|것을)|^[^.]{0,24}마지막 (?:교류|방문|행사|왕래)|(?<!^[\d년월 ]+)(?:을|를) (?:끝으로|마지막으로)|(?:것|일)(?:을)? (?:말고는|빼고는|빼면|외에는)/u
// 협정서 초안이 건너갔다: about the paper, not an exchange.
const ofPaper =
  /(?:체결|서명) ?(?:추진|예정)|목표로 (?:협의|추진|논의|준비|조율)|(?:다음|아래) (?:사업|행사|내용)(?:을|를)? (?:제안|요청)|(?:세부|연간|사업|교류) ?계획[을를이]? (?:정하|세우|수립|논의|협의|마련)|(?:격상|승격)하는 방안|(?:협[정약](?:서)?|결연|양해각서)(?:의|을|를)? ?갱신|(?:초안|문안|사업 ?계획|협정서|의향서|제안서|공문|서신|서한|친서|편지|회신|동의안)(?:을|를|은|는|이|가)? |(?:왕래|교류|인연|관계)[가-힣]{0,2} (?:시작|비롯|닿)|(?:데서|데에서|것에서|일에서|방문에서|참가에서|것이|일이) 비롯|시초였|시작이었|처음 인연|의향을 밝|뜻을 모|가결|(?:방문|만남|참가|초청)[가-힣]{0,2} (?:시작|비롯)된|첫 접촉|최초 교류|싹[이을]? ?[텄튼트]|연락이 닿|계기로 (?:처음 )?(?:만나|만났|알게)|만나 ?왔|(?:처음|다시) 만나|처음 (?:만났|접촉|연락)/u
// 포럼에 참석하면서 연락이 닿았다, 대회에 출전하면서 처음 인연을 맺었다: how the two met.
const byMeeting =
  /(?:면서|며) [^.,]{0,20}(?:인연을 맺|연락이 닿|가까워)|(?:방문|만나|찾으|둘러보)[가-힣]{0,3}(?:면서|며) 시작(?:됐|되었|된)|처음 [가-힣]+(?:으며|며|면서) (?:[가-힣]+ )?(?:교류|왕래|인연|관계)[가-힣]? ?시작/u
// 우호도시 협약에 서명하였다: a signature without a journey.
const onlySigned =
  /^(?!.*(?:방문|답방|초청|참가|파견|개최|공연|계기|찾)).*(?:협[약정](?:서)?|양해각서|의향서|결연)(?:을|를|에)? ?(?:새로 |다시 )?(?:(?:서명|체결)(?:했|하였|함|됐|되었)|맺었|맺음)/su

// 2017년 이후 교류 중단, 2000년대에 멈췄고: what did not happen; 2023년까지, 2020년 기준: a bound or a state of things.
const notHappened =
  /멈췄|멈춰|끊겼|끊긴|중단(?![,·] ?(?:19|20)\d\d년?[^.)]{0,6}재개)|끝내|지워|한 번도|아무 (?:일|것|교류|행사)[가-힣]* (?:못|없|하지)|상호 합의로|끝냈|없음|없었|없다|실적이? 없|부진|뜸|거절|취소|연기(?:됐|되|함|했)|무산|종료|해지|마무리|쉬고 ?있|쉬었|서명할|체결할|끝났|해산|만료|(?:지요|까요?|나요)\?|만 (?:오가|오갑|오간|주고받)|기간이 끝나|연장하지 않|만료를? 앞두고 ?$|(?:왕래|방문|교류|개최|참가|초청|파견|만나|열리|오가|진행)(?:하|되)?지(?:는|도)? (?:못|않)|(?:파기|해지|중단|종료)하자/u
const bound =
  /^(?:년|월|일)? ?(?:\([월화수목금토일]\))?(?:말|초|중)? ?(?:까지|부터 이어진|이래|기준|현재|이후 (?!매년|해마다))/u
const notOfTie =
  /자매도시(?:임|이다|로 지내)|(?:로|째|만|[된은한] 지) ?\d+ ?년(?:이|째|을)|[된은한] 지 ?\d+ ?년|이면 [^.]{0,40}\d+ ?년|\d+ ?돌(?:을|이)|\d ?주년(?:을|이)? ?(?:맞(?!아 )|되)|(?:방문|교류|왕래|참가)[이가은는] (?:[가-힣]+ )?(?:늘|증가|줄)|수교|개항|창립|설립|탄생 ?\d+|통합되|출범|인구/u

/** The end of the clause of one date before the next: at the last comma or connective, else where the next date begins. */
function clauseEnd(plain: string, from: number, to: number): number {
  const gap = plain.slice(from, to)
  const last = Array.from(
    gap.matchAll(/(?:,|;|(?:하고|했고|하였고|으며|하며|이며|며|고|됐고|되었고|뒤|후)(?= ))/gu),
  ).at(-1)
  return last ? from + last.index + last[0].length : to
}

/** The year of a report or a plan, for its items without a date: 2021년도 주요업무 추진실적, 2023년 추진계획. */
export function yearOfSection({ sentence }: Told): string | null {
  // An item of a report or plan; full sentences give their own dates.
  if (
    sentence.unit.passage.kind !== 'item' ||
    (/^[^가-힣]{0,4}[가-힣 ]{2,8}:/u.test(sentence.unit.passage.text) &&
      !/시:|군:|도:|성:|현:|주:/u.test(sentence.unit.passage.text))
  )
    return null
  for (const { title } of sectionsAbove(sentence.unit.section)) {
    const year = /((?:19|20)\d\d)년(?:도)?(?!부터|까지| ?이후)/u.exec(title?.plain ?? '')?.[1]
    if (year && /실적|추진 ?계획|업무/u.test(title?.plain ?? '')) return year
  }
  return null
}

/** 2025년 국제교류 추진계획, above 4월 축제 초청: of the year of a plan. */
export const isOfPlan = (edtf: string, { sentence }: Told) =>
  sectionsAbove(sentence.unit.section).some(({ title }) => {
    const year = /((?:19|20)\d\d)년(?:도)?[^.]{0,20}계획/u.exec(title?.plain ?? '')?.[1]
    return year !== undefined && edtf.startsWith(year)
  })

const label =
  /^[^가-힣]*(?:[가-하][.)] ?)?(?:방문|행사|파견|초청|연수|체류|출장|교류|사업)? ?(?:기 *간|일 *시) *[:：] *$/u

const content =
  /^[^가-힣]*(?:[가-하][.)] ?)?(?:주요 ?|방문 ?|교류 ?|행사 ?|사업 ?)?(?:내 *용|목 *적|행사명|사업명) *[:：] */u

/** 가. 기 간 : 2022. 10. 4. ~ 10. 8.: the sentence above that says what happens then; null if the date has no such label. */
function toldOfPeriod({ sentence: { unit } }: Told, date: SettledDate): string | null {
  if (!label.test(unit.plain.slice(0, date.start))) return null
  const { units } = unit.section
  const at = units.indexOf(unit)
  // 내용 : 부시장 등 5명 방문, beside it
  const beside = units
    .slice(Math.max(0, at - 2), at + 4)
    .find((each) => each.passage.kind === unit.passage.kind && content.test(each.plain))
  if (beside) return beside.passage.text.replace(/^[^:：]*[:：] ?/u, '')
  const above = units.slice(0, at).findLast(({ passage }) => !/[:：]/u.test(passage.text.slice(0, 12)))
  return above?.sentences.at(-1)?.text ?? null
}

const sameThing = /^(?:이번 |이 )?(?:전시회?|행사|공연|대회|방문|축제|연수|교류전|음악회|사업)(?:은|는) /u

/** 올해는 토기가 건너간다. 전시는 2023년 11월에 개막한다: whether the next sentence gives a closer date than a year for the same thing. */
export function isSaidCloser(
  date: string | null,
  next: Told | undefined,
  dates: readonly SettledDate[],
): boolean {
  return (
    next !== undefined &&
    /^\d{4}$/u.test(date ?? '') &&
    sameThing.test(next.plain) &&
    dates.some(
      ({ edtf, start, end }) =>
        start >= next.start && end <= next.end && edtf?.startsWith(`${date}-`) === true,
    )
  )
}
