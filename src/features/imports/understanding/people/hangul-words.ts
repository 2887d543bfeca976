import { hangulFirstNames } from './hangul-first-names.ts'
import { placesLikeNames } from './places-like-names.ts'

/** A word of Hangul in a passage, with its particle separate. */
export interface HangulWord {
  start: number
  /** End of the stem, without the particle. */
  end: number
  stem: string
  particle: string
}

/** Words between two marks: everything about one person is in one run. */
export interface WordRun {
  words: HangulWord[]
  /** The sign before it; empty at the beginning of a passage. */
  before: string
  after: string
}

const particle =
  /^(.{2,}?|씨)(은|는|이|가|을|를|과|와|의|에게|에게서|께서|께서는|께서도|께도|께는|께|에게도|에게는|도|등|및|입니다|이다|이며|이고|인|이라고|라고)$/u

/** The words of a passage, divided by marks. */
export function wordRuns(text: string): WordRun[] {
  const runs: WordRun[] = []
  for (const match of text.matchAll(/[^.,;:()（）[\]“”"‘’'|/\n<>—–@○•☎]+/gu)) {
    const words = Array.from(match[0].matchAll(/[가-힣]+(?:[-·][가-힣]+)*/gu), ({ 0: word, index }) =>
      wordAt(word, match.index + index),
    )
    const end = match.index + match[0].length
    if (words.length > 0)
      runs.push({ words, before: text[match.index - 1] ?? '', after: text.slice(end, end + 1) })
  }
  return runs
}

function wordAt(word: string, start: number): HangulWord {
  const [, stem = word, hangs = ''] = particle.exec(word) ?? []
  return { start, end: start + stem.length, stem, particle: hangs }
}

/** The whole word, if its last syllable is part of it after all: 총무과, 조아라. */
export const wholeOf = ({ stem, particle: hangs }: HangulWord) => `${stem}${hangs}`

const single =
  '가간갈감강견경계고곡공곽교구국궁권근금기길김나난남낭내노뇌누단담당대도독돈동두등라란랑려로뢰류리림마만매맹명모목묘묵문미민박반방배백범변복봉부비빈빙사삼상서석선설섭성소손송수순승시신심십아안애야양어엄여연염엽영예오옥온옹왕요용우운원위유육윤은음이인임자장저전점정제조종좌주준즙지진차창채천초최추축춘탁탄탕태판팽편평포표품풍피필하한함해허현형호홍화환황후흥'
const double = /^(?:남궁|황보|제갈|사공|선우|독고|동방|서문|망절|어금|장곡|강전|소봉)/u
const common =
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라나왕금옥육인맹제모탁국은편용예봉경사부가복태목형피두감음빈동온호범좌팽승간상시갈단견당화창대내어계옹평빙섭필엽운'

// Words that begin like a surname and occur before or after titles.
const noNames =
  /^(?:제목|예방|유적|여기|거기|저기|이분|그분|이곳|이들|이제|이메일|연찬|운영|필요|간담|좌담|계기|계속|계약|계절|계층|계열|터키|튀르키예|독일|영국|이탈리아|스페인|베트남|몽골|러시아|캐나다|권한|직무|전결|대결|한국|대한|서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주|국제|행정|문화|경제|양국|양측|양 ?도시|우리|이번|지난|오는|현재|전체|주요|신임|전임|현지|현직|상대|지역|지방|정부|기관|도시|국가|시장|시군|군수|지사|의회|위원|대표|관계|담당|참석|공동|한불|프랑스|주한|주불|주재|고위|이하|이날|이어|이상|이후|이전|전문|사무|명예|선임|수석|책임|총괄|상임|부속|소속|해당|유럽|아시아|민간|청년|여성|교육|관광|체육|예술|농업|산업|환경|정책|기획|홍보|주민|이사|조직|안전|연구|진흥|지원|민원|감사|노동|도로|재정|조사|전략|현장|소통|평화|대외|공보|경영|복지|총무|자치|시립|시민|시의|도의|구의|군의|도립|국립|공무|공식|공사|대사|대학|대신|대리|대외|방문|방한|방불|제안|설명|발표|주관|주최|주제|추진|추가|예정|예산|예술|협의|협력|교류|교환|교수|기념|기업|기술|기자|기존|기타|기후|동시|동일|모두|모든|모집|문의|문서|문안|물론|반면|반드시|방안|방문|백서|부서|부처|부문|사업|사진|사회|사이|상호|상황|서로|서면|서명|서한|서울|선정|선출|설치|성과|세계|소식|소개|수교|수산|수석|수신|수행|시작|신규|신청|실무|안건|안내|안녕|양해|여러|연수|연락|연구|연례|영상|영화|온라인|올해|외교|외국|요청|우수|우호|운영|원본|원안|위해|위한|유치|유학|육성|음식|음악|의원|의사|의향|이용|이해|인사|인구|인력|일정|일행|자매|자료|자문|작가|작성|장소|재개|재단|전시|전통|전화|정기|정상|정식|제출|조례|조성|종료|주무|주민|주소|준비|중국|중앙|중심|중앙|지도|지원|지자체|직원|직접|진행|차기|차관|차례|참가|참여|창업|채택|체결|초안|초청|최근|최초|추천|축제|축하|출장|출석|친선|통역|특별|파견|평가|포럼|표창|학교|학생|함께|합의|항공|항만|해양|행사|현안|현황|협약|협정|협회|홍보|확대|환영|활동|회의|회원|후속|후원|희망|김치|아시|아직|아마|어느|어린이|연간|내년|내용|내외|당시|당일|도움|도청|시청|군청|구청|시설|시대|시기|시간|상임위|각국|각종|가운데|가장|가족|감귤|감사|강화|강연|개최|개선|검토|결과|결정|결연|경우|경험|계획|고려|고문|고향|공개|공항|공원|과학|관련|관심|광역)/u

/** Whether a word may be a whole Korean name: a surname and one to three syllables, and not another word. */
export function isKoreanName(word: string): boolean {
  // 한-불, 한·일
  if (/[-·]/u.test(word)) return false
  if (noNames.test(word) || hangulFirstNames.has(word) || isPlaceWord(word) || verbal.test(word)) return false
  // 하인츠 only begins like one.
  if (/[츠크트즈플클프튀뮈뷔쾨]/u.test(word.slice(1))) return false
  const length = word.length
  if (length === 4 && /[시성현주군구]$/u.test(word)) return false
  // 오르그발 only begins like one.
  if (length === 4 && sure.test(word)) return false
  if (double.test(word)) return length >= 3 && length <= 4
  return length >= 2 && length <= 4 && common.includes(word[0] ?? '') && single.includes(word[0] ?? '')
}

// 남해군, 전라남도: a place; 나오셔서: a verb.
const isPlaceWord = (word: string) =>
  (/[가-힣]{2,}도$/u.test(word) && word.length > 3) ||
  (/[시군구]$/u.test(word) && placesLikeNames.has(word.slice(0, -1)))
const verbal =
  /(?:[를께만]|학교|병원|협회|재단|센터|회|회의|행사|대회|사업|업무|분야|현황|보다|처럼|까지|셔서|세요|니까|니다|습니|하고|하며|하여|에서|으로|부터|까지|하실|했던|하는|되는|있는|없는)$/u

const foreign =
  '가나네노누니다데도두드디라랑래레렌렝로롤롱루뤼르를리린릴마망메멘멜모몽뫼무뮈므미바방벨베벤보볼봉뵈부뷔브블비빌사살상생샤샹세센셰셸소솔쇼수쉬슈스슬시실아안알암앙애앵에엔엘엠오올옹외우울위유윌으이일자잔장제젤조졸주줄쥐즈지질차체치카캉캐캥코콜콩쾨쿠퀴퀘크클키타탈탕테텔토톨통퇴투튀트티파팡페펠포폴퐁푀푸퓌프플피하한헤호홀후휘흐히칸켈켄덴텐템렛넷릭빅틱픽릭뱅벵탱댕랭맹갱퀸뇌뇨뉘되뒤디딘딜두옌예요욘여야얀지진쥘젠젤첸춘뤽룩뤼크즐커터캐런룰늘닐델벨켈헬젠첼셸겐쑨쥔쉬쉐톈궈룽훙핑융펑덩쩡뤼케키링밍팅딩닝빙징칭킹핑싱쿨츨츄쵸챠펜첸룬머그츠게젤쿄뱌러쾰뮌뮐뵐퀼'
const sure =
  /[르즈즐츠흐므블클플글슬를튀퀴뮈뤼뷔퓌쉬쾨뵈푀뇌쥐셰샤슈뱅탱랭팡캉옹]|[스크트드프브]$|^[스크트드프브]/u

/** Whether a word sounds like a foreign name in Hangul. */
export function isForeignPart(word: string): boolean {
  if (hangulFirstNames.has(word)) return true
  const parts = [...word.replace(/[-·]/gu, '')]
  if (parts.length < 2 || parts.length > 8 || noNames.test(word)) return false
  return parts.filter((each) => foreign.includes(each)).length / parts.length >= 0.7
}

/** Whether two words are the first name and the surname of a foreign person. */
export function isForeignName(first: string, second: string): boolean {
  if (isOrganisationWord(second) || isOrganisationWord(first)) return false
  if (noNames.test(first) || noNames.test(second)) return false
  if (isJapanese(first) && isJapanese(second)) return true
  if (hangulFirstNames.has(first)) return second.length >= 2 && second.length <= 8 && !noNames.test(second)
  return isForeignPart(first) && isForeignPart(second) && (sure.test(first) || sure.test(second))
}

// Syllables that hardly any Korean word contains.
const strange =
  /[르흐클플튀뮈뤼뷔퓌쾨뵈푀쥐셰샤슈뱅팡캉옹페켄첸젠펠헬켈벨쉬쉐뇌뢰렌렐롱룬퀴뮐뤽]|[쾰뮌뮐뵐퀼뷜륄쾬]|[트드스즈츠]$/u

/** Whether two words together sound like a foreign person: 잉가 페더젠. */
export function soundsForeign(first: string, second: string): boolean {
  const both = [...first, ...second]
  return (
    [first, second].every(
      (word) =>
        word.length >= 2 &&
        word.length <= 6 &&
        !noNames.test(word) &&
        !isOrganisationWord(word) &&
        !isKoreanName(word),
    ) &&
    (strange.test(first) || strange.test(second) || [first, second].every(isAllForeign)) &&
    both.filter((each) => foreign.includes(each)).length / both.length >= 0.6
  )
}

// 딜노자 카리모바: nothing but such syllables.
const isAllForeign = (word: string) => word.length >= 3 && [...word].every((each) => foreign.includes(each))

const kana = new Set([
  ...'아이우에오카키쿠케코가기구게고사시스세소자지즈제조타치쓰츠테토다데도나니누네노하히후헤호바비부베보파피푸페포마미무메모야유요라리루레로와냐뉴뇨교규갸쇼슈샤조주료류랴묘뮤켄겐신진준슌센텐린온안간칸산난반만단탄',
])
const isJapanese = (word: string) =>
  word.length >= 2 &&
  word.length <= 5 &&
  [...word].every((each) => kana.has(each)) &&
  !/^(?:나라|우리|아시아|이기|모두|도시|가나|다시|거기|이후|아이|지도|교사)$/u.test(word)
const vietnamese = /^(?:응우옌|쩐|레|팜|호앙|후인|판|부|보|당|부이|호|응오|즈엉|도|딘|르엉|찐|쯔엉)$/u

/** Whether a word is a Vietnamese surname, which begins a name of up to three words: surname, middle name, name. */
export const isVietnameseSurname = (word: string) => vietnamese.test(word)

const organisation =
  /(?:특별시|광역시|[가-힣](?:시|도|군|구)|[가-힣]{2}(?:성|현|주)|청|협회|의회|위원회|협의회|연합회?|연맹|재단|센터|사무소|사무처|사무국|대사관|영사관|문화원|메트로폴|유로메트로폴|레지옹|데파르트망|공동체|카운티|대학교|대학|학교|연구소|연구원|진흥원|박물관|미술관|[가-힣]{2,}(?:부|국|실|팀|과|단)|공사|공단|은행|기업|그룹|신문|방송|항만공사|상공회의소|조합|관실|포럼|네트워크|협력|교류|담당|기획|정책)$/u
// 하야시, 다카하시 end like towns.
const japaneseSurname = /^(?:[가-힣]{0,2}(?:하야시|바야시|하시|바시|와시|호시)|[가-힣]{1,2}(?:코시|구시))$/u
const provinces =
  /^(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주|프랑스|일본|중국)$/u

/** Whether a word names a body, an office or a place that a person represents. */
export const isOrganisationWord = (word: string) =>
  (organisation.test(word) &&
    !hangulFirstNames.has(word) &&
    !japaneseSurname.test(word) &&
    !/(?:하|되)실$/u.test(word)) ||
  provinces.test(word)

/** Whether words name a body that is not an authority: 주한프랑스대사관, 인천연구원. */
export const isInstitution = (words: string) =>
  /(?:대사관|영사관|문화원|협회|협의회|연합회?|재단|연구원|연구소|대학교?|공사|진흥원|상공회의소|외교부|행정안전부)/u.test(
    words,
  )
