import type { SettledDate } from '../dates/settled-dates.ts'
import type { Sentence } from '../outline.ts'
import { isKoreanName } from '../people/hangul-words.ts'

const lead = /^[^가-힣A-Za-z]*(?:[가-하][.)] ?)?/u
// 도 국제교류팀은 …, 춘천시는 …, 사무국이 …: the actor comes first, with the particle of a subject.
const subject =
  /^((?:[가-힣A-Za-z·]+ ){0,3}[가-힣A-Za-z·]+?)(?: ?\([가-힣 ]{2,12}\))?(?:은|는|이|가|에서는|에서) /u
const acts =
  /(?:^도|^시|^군|^간사|각 시·?군|특별자치도|남도|북도|소방서|경찰서|경기도|[가-힣]{2}[시군구]|시·군|시·도|[가-힣]{2}(?:팀|과|실|국|부|관|청|처|소|단)|센터|재단|의회|협회|위원회|협의회|연합회|연맹|포럼|지자체|지방정부|자치단체|^[A-Z]{2,}|공사|공단|측|대학|대학교|학교|연구원|진흥원|참석자|담당자|간사|위원장|의장)$/u
// Things that only end like an office: 다음 전시, 사업 성과, 연락처. 여수시 and 김제시 are not things.
const things =
  /(?:^|[가-힣]{2})(?:연구|전시|표시|제시|개시|실시|동시|즉시|수시|요구|도구|기구|창구|항구|결과|효과|성과|경과|사실|현실|내실|세부|일부|내부|외부|여부|전부|외국|각국|장소|축소|해소|요청|신청|초청|출처|연락처|다음|계단|수단)$/u
// 안내판 정비 — 문화관광과, 6월 말까지 · 시안 확정(간사, 9. 20.): after what is to be done, who, and until when.
const task =
  /(?:[:：—–→] ?|\()([가-힣A-Za-z·]{1,14}(?: [가-힣A-Za-z·]{1,12}){0,2})(?:(?:, ?| ?\()[^(),:]*(?:\d|말|연내|반기)[^(),:]*)?\)?[.\s]*$/u
const host = /([가-힣]{2,}[시군구도])에서 (?:연다|열|개최)/u

/** The body responsible for a decision in a Korean sentence; null if no body is its subject. */
export function koreanOwner({ text, unit, end }: Sentence): string | null {
  const rest = text.slice(lead.exec(text)?.[0].length ?? 0)
  const label = /^([가-힣· ]{2,16}?)(?: ?[:：]|,) /u.exec(rest)?.[1]
  if (label && isBody(label)) return label
  const charged = chargedOwner(text) ?? inBracket(text) ?? chargedNext(unit.passage.text.slice(end))
  if (charged) return charged
  // 차기 협의회는 12월 목포시에서 개최한다: the host.
  if (/^(?:다음|차기|제\d+차) /u.test(rest)) return host.exec(rest)?.[1] ?? null
  const said = subject.exec(rest)?.[1]
  if (said && isBody(said)) return said
  // 초안은 시도지사협의회가 2023년 12월까지 돌린다
  const middle = /(?:은|는|을|를) (?:[가-힣\d. ]+까지 )?([가-힣A-Za-z·]{2,14})(?:이|가) /u.exec(rest)?.[1]
  if (middle && isBody(middle)) return middle
  const there = /([가-힣A-Za-z·]+)(?:에서|로 하여금) [^.]*(?:만[들든]|마련|작성|준비|배포|추진|하겠)/u.exec(
    rest,
  )?.[1]
  if (there && isBody(there)) return there
  return null
}

/** The body at the end of a line about a task; null if there is none. */
export function chargedOwner(text: string, needsDay = true): string | null {
  const [whole = '', body = ''] = task.exec(text) ?? []
  return (!needsDay || /\d|말|연내|반기/u.test(whole)) &&
    isTask.test(text.slice(0, text.length - whole.length)) &&
    (isBody(body) || isWholeName(body))
    ? body
    : null
}

const isTask =
  /(?:확보|섭외|정비|제작|견학|수립|마련|편성|게시|배포|작성|제출|조사|실시|안내|취합|확정|회신|발간|준비|개최|신청|초청|번역|갱신|구성|전달|협의|검토|반영|추진|보고|공유|운영|점검|개선|파견|정리|등록|홍보|교체|발송|통보|입력|예약|모집|선정|[한린운쓴]다\.?| 것) ?$/u

const inBracket = (text: string) => {
  const body = /\(([가-힣·]{2,12}(?: [가-힣·]{2,12}){0,2})\)[.\s]*$/u.exec(text)?.[1]
  return body && isBody(body) ? body : null
}

/** 기초자료를 조사한다. 담당 진흥원, 기한 6. 28. · 입력한다. (각 시·도): the responsible body, right after. */
const chargedNext = (rest: string) =>
  /^\s*(?:담당 ?[:：]? ?|\()([^,.()]{2,24})[,.)]/u.exec(rest)?.[1]?.trim() ?? null

const isWholeName = (word: string) => word.length === 3 && isKoreanName(word)

function isBody(words: string): boolean {
  const last = words.split(' ').at(-1) ?? ''
  const isClause = words
    .split(' ')
    .slice(0, -1)
    .some((word) => /[가-힣][은는을를]$/u.test(word))
  return acts.test(last) && !things.test(last) && !isClause
}

/** The deadline: 5월 31일까지, 6월 중, before any other day of the sentence. */
export const koreanDue = (inside: readonly SettledDate[], plain: string): SettledDate | undefined =>
  inside.find(({ end }) =>
    /^(?: ?(?:말|초))?(?:까지| ?이전| ?이내| ?중(?:에|으로)? | ?내로)/u.test(plain.slice(end)),
  )

/** The end of a resolution: after its sentence, with the bracket or the words for body and deadline that follow. */
export function koreanEnd({ unit, end }: Sentence): number {
  const after = /^\s*(?:담당 ?[:：]? ?[가-힣]|\([^)]*\)|기한)[^\n]{0,60}/u.exec(unit.passage.text.slice(end))
  return after ? end + after[0].length : end
}
