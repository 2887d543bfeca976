import type { AgreementKind } from '../../../registry/index.ts'

const text = '(?: ?(?:협[정약](?:서)?|협의서))'

/** Korean names of agreements; where two match at one place the first counts. */
export const koreanInstruments: readonly [AgreementKind, RegExp][] = [
  [
    'none',
    /(?:별도의 |공식 |정식 )?(?:협정|협약|합의서|약정|양해각서|결연|문서)(?:서)?(?:은|는|이|가|도|을|를)? ?(?:아직 |따로 )?(?:없(?!애)|체결(?:하|되)지(?:는|도)? 않|맺지(?:는|도)? 않|맺어지지 않)|(?:협정|협약|결연|문서)(?:서)? ?(?:체결 ?)?없이|(?<![가-힣])협정 ?없음/gu,
  ],
  ['declaration_of_intent', /공동 ?(?:의향서|선언문?)/gu],
  [
    'letter_of_intent',
    /(?:(?:우호|교류|협력|결연|상호) ?)*의향서(?: ?\((?:LOI|loi)\))?|(?<![a-z])(?:loi|letter of intent|lettre d'intention)(?![a-z])/gu,
  ],
  [
    'mou',
    /(?:(?:우호|교류|협력|상호) ?)*(?:양해각서|업무 ?협약(?:서)?|mou(?![a-z]))(?: ?\((?:MOU|mou)\))?|(?<![a-z])(?:mou|memorandum of understanding|protocole d'entente)(?![a-z])/gu,
  ],
  [
    'twinning',
    new RegExp(
      `자매(?:도시)?의 ?(?:인연|연|서약|맹약|협약|협정)|형제(?:의 ?연| ?결연)|자매 ?결연${text}?|상호 ?결연${text}?|자매 ?도시${text}|자매 ?도시(?=(?:인|로|가 [되된됐]|이자|의 연|임| ?관계|[,.:)]|$))|자매 ?관계|(?<=\\(\\d{4}년?,? ?)자매(?=\\))|(?<=\\()자매(?=, ?['’]?\\d)|(?<![가-힣])결연(?=(?:을|했|하였|하여|하고|한|해 | ?체결|[,)]))`,
      'gu',
    ),
  ],
  [
    'friendship',
    new RegExp(
      `(?<!자매[·,] ?)(?:우호 ?(?:협력|교류|결연|친선)?|친선) ?(?:도시)?${text}|우호 ?(?:협력|교류|결연) ?(?:도시)?(?: ?관계)?|우호 ?도시(?: ?관계)?(?!와)|우호 ?(?:관계|제휴)|(?<=\\(\\d{4}년?,? ?)우호(?=\\))|(?<=\\()우호(?=, ?['’]?\\d)|친선 ?결연${text}?`,
      'gu',
    ),
  ],
  [
    'cooperation_agreement',
    /(?:(?:교류|협력|경제|문화|상호|공동|기본|정식) ?){0,3}(?:협정|협약)(?:서)?(?!식|안)|합의서(?: ?체결)?/gu,
  ],
]

/** Cells of a column of kinds that are clear by themselves. */
const inColumns: readonly [AgreementKind, RegExp][] = [
  ['none', /^(?:없음|미체결|협정없음|-없음)$/u],
  ['declaration_of_intent', /공동(?:의향서|선언)/u],
  ['letter_of_intent', /의향서|loi/iu],
  ['mou', /양해각서|업무협약|mou/iu],
  ['twinning', /자매|결연/u],
  ['friendship', /우호|친선/u],
  ['cooperation_agreement', /협정|협약|교류협력|교류/u],
]

/** The kind in a cell, or in the title of a column; null if there are two. */
export function koreanKindIn(words: string): AgreementKind | null {
  const bare = words.replace(/\s+/gu, '')
  if (/자매/u.test(bare) && /우호|친선/u.test(bare) && !/의향서|양해각서/u.test(bare)) return null
  return inColumns.find(([, pattern]) => pattern.test(bare))?.[0] ?? null
}

/** Words after an instrument that give its state. */
export const koreanUnsigned =
  /서명(?:을|이)? ?(?:못|미루|늦)|서명만 (?:남|앞)|서명하지 않|서명되지 않|미서명|미체결|체결되지 않|체결하지 (?:못|않)|아직 (?:서명|체결)|(?:서명|체결)(?:하기)? ?전(?=이|임|으로|단계|인|,|\.|$)|\(안\)|거치지 않|동의[가를]? [^.]{0,12}(?:보류|유보)|^(?:은|는|이|가)? ?(?:현재 |아직 )?(?:보류|유보)(?! ?중)/u
export const koreanTalks =
  /(?:체결|서명|조인|갱신)(?:식)?(?:을|를)? ?앞두|(?:체결|서명|결연)?(?:을|를|에 대해|에 관해)? ?(?:협의(?!단|회|체|기구|서)|논의|검토|추진(?!단|위|실적)|조율|제안|제의|희망|타진|준비)|문안|초안|체결할|서명할|맺을|체결하려|서명하려|(?:체결|서명)(?:을)? ?목표|^(?:서)?(?:을|를)? ?목표|^(?:서)?(?:을|를) 위(?:해|하여) (?:[가-힣]+ )?접촉|발전시키|격상하기로|(?:격상하|승격하|체결하|서명하|맺)자는? |(?:체결|서명) ?예정|(?:체결한|서명한|맺는|교환한|추진한|나눈)다는 (?:목표|계획|방침|구상|생각|입장|뜻)|(?:체결|서명|교환)(?:하기|을|를)? ?위(?:한|해|하여)|(?:맺|주고받|나누)기 위|동의[를가]? ?(?:얻|구하|받고자|요청)|(?:체결하|맺|서명하|교환하|주고받)기로|(?:체결|서명|교환)키로|(?:체결하|서명하|교환하|맺)고자 (?:합|한|함|하)|하고 싶|이견/u
export const koreanSigned =
  /체결|도장을|날인|서약|적었|썼|작성하|맺|서명|조인|교환|격상|승격|결연|되다|됐다|되었|이어 ?(?:오|져)|갱신/u
export const koreanExpired =
  /만료(?:되|됐|된|됨|돼|로)|효력을 (?:잃|다)|효력이 (?:없|끝)|기한[^.]{0,12}(?:지나|끝나)/u
export const koreanEnded = /해지|파기|종료|끝내|끝났/u
