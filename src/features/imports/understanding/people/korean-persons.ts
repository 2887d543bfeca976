import type { Unit } from '../outline.ts'
import type { PersonMention } from './person-mention.ts'
import { koreanTitle } from './roles.ts'

const surname =
  '(?:남궁|황보|제갈|사공|선우|독고|[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국은편용예봉경])'
const own = `(${surname}[가-힣]{1,3}?)`
// 장 뒤퐁, 마리 르그랑: two or three words of syllables that write a foreign name.
const foreign = '([가-힣]{1,5}(?:[ -·][가-힣]{1,6}){1,3})'
const title = `(${koreanTitle})`
const over = '(?=[^가-힣]|$|은|는|이|가|을|를|과|와|의|에|도|께|등|및|로|으로|에게)'

const rules: readonly { pattern: RegExp; name: number; role: number; isForeign?: true }[] = [
  // 홍길동 국제교류과장 · 홍길동(국제교류과장)
  { pattern: new RegExp(`(?<![가-힣])${own} ?[(（]?(?:[가-힣]+ )?${title}${over}`, 'gu'), name: 1, role: 2 },
  // 국제관계대사 홍길동
  { pattern: new RegExp(`${title} ${own}${over}`, 'gu'), name: 2, role: 1 },
  { pattern: new RegExp(`(?<![가-힣])${foreign} ${title}${over}`, 'gu'), name: 1, role: 2, isForeign: true },
]

/** Persons that a passage in Hangul names, in reading order. */
export function koreanPersons(unit: Unit): PersonMention[] {
  const { text } = unit.passage
  const found: PersonMention[] = []
  for (const { pattern, name: at, role, isForeign } of rules) {
    for (const match of text.matchAll(pattern)) {
      const name = match[at] ?? ''
      const start = match.index + match[0].indexOf(name)
      const end = start + name.length
      if (found.some((each) => start < each.end && each.start < end) || isNoName(name, isForeign === true)) continue
      found.push({ unit, start, end, name, isPartial: name.length < 2, role: match[role] ?? null, organisation: null })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const notNames =
  /^(?:한국|대한|서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주|국제|행정|문화|경제|양국|양측|우리|이번|지난|오는|현재|전체|주요|신임|전임|현지|상대|지역|지방|정부|기관|도시|국가|시장|군수|지사|의회|위원|대표|관계|담당|참석|공동|한불|프랑스|주한|주불|고위|이하|이날|이어|이상|전문|사무|명예|선임|수석|책임|총괄|상임|부속|소속|해당|각급|유럽|아시아|민간|청년|여성|교육|관광|체육|예술|농업|산업|환경)/u

function isNoName(name: string, isForeign: boolean): boolean {
  return notNames.test(name) || (isForeign && /(?:시|도|군|구|청|회|원|부|과|국|및|의|은|는|을|를|와|과|에서|에|한|된|할|인|장)(?: |$)/u.test(name))
}
