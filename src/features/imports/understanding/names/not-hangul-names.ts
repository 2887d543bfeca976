/** Hangul words that end like names of authorities without being one, whatever precedes the ending: 자매도시, 외교부. */
const generic =
  /(?:도시|지자체|자치단체|지방정부|중앙정부|정부|대표부|외교부|교육부|내무부|문화부|본부|지부|남부|북부|동부|서부|중부|내부|외부|일부|전부|여부|간부|학부|그룹|공동체|연구|축구|야구|기구|장군|해군|공군|육군|개최주|프로그램|항구)$/u
const wholeWords = new Set(
  (
    '도시와 도시의 도시에 지도 제도 태도 속도 정도 각도 의도 시도 년도 연도 한도 구도 당시 동시 다시 즉시 역시 전시 혹시 표시 지시 게시 개시 실시 제시 일시 상시 수시 임시 본시 공주 민주 거주 아주 매주 금주 차주 여성 남성 구성 형성 작성 완성 ' +
    '양성 육성 조성 특성 결정 협정 과정 일정 예정 규정 사정 조정 수정 책정 선정 인정 제정 안정 가정 감정 표현 실현 구현 출현 재현 요구 청구 친구 도구 지구 인구 입구 출구 미군 우군 이시 그시 두시 세시'
  ).split(' '),
)

/** Whether a word that looks like a name is a different word: 정부 and 특성 end like authorities, 우리 시 is the text's own. */
export const isNotHangulName = (name: string) =>
  generic.test(name) ||
  wholeWords.has(name) ||
  /^(?:우리|본|양|두|각|해당|여러|다른|관내|도내|국내|해외|현지|상대|이웃|같은|모든|일부|유럽|제2의|주요|통합|신설|기존|일부) ?(?:[시군구도주현성]|도시|지역|레지옹|데파르트망|코뮌|메트로폴)?$/u.test(
    name,
  )

/** 지난주, 다음 주: a week, though 지난 is a city of China and 주 a province. */
export const isWeek = (word: string) => /^(?:지난|이번|다음) ?주$/u.test(word)

/** Syllables typical of foreign names in Hangul, and rare in Korean words. */
const foreignSyllables = new Set([
  ...'르느스트드그크프브레라랑롱렌뤼쥐슈샤쇼셰뇌뵈푀쾨빌메지에앙옹엥엑즈츠흐므블플클글쿠투푸부루무로네넬르텔델벨셀젤칼탈발달살말몽봉퐁동티디비피리니미키가파타카사바마나베테데게케페세제레린랭뱅팽캥생탱댕쟁섕캉팡방상낭망당탕뒤튀퀴귀뮈뷔쉬뉘위외이오아우노모토코포소보도고탈롤놀볼콜돌솔몰졸폴홀틴딘빈핀긴닌힌괴퇴퓌슬줄쥘젤첸얀옌야예요유와웨윈장좌주조좡링칭싱잉닝빙밍핑톈첸취쉬춘훈룽둥퉁쑹궁쿵캄캘컬펄헐멀벌덜털럴셸큰펜렌첼',
])
const telling =
  /[르느스트드그크프브즈츠흐므블플클글틀들렝랭뱅뤼뇌뵈푀쾨쥐셰샤괴퇴뢰퓌튀뒤쉬뮈뉘퀴뷔페테레메베케쇼슈키티디쿠투푸카캉팡랑롱앙]/u

/** Whether a word of Hangul sounds like a foreign name: 샤를빌메지에르, 그라블린. */
export function soundsForeign(word: string, share = 0.7): boolean {
  const syllables = [...word]
  const foreign = syllables.filter((each) => foreignSyllables.has(each)).length
  return syllables.length >= 3 && foreign / syllables.length >= share && telling.test(word)
}

/** Korean loan words, and their compounds: not names. */
const loans =
  /(?:센터|페스티벌|프로그램|프로젝트|네트워크|플랫폼|서비스|스포츠|디자인|콘텐츠|스타트업|클러스터|캠프|워크숍|세미나|포럼|심포지엄|컨퍼런스|갤러리|스튜디오|오케스트라|콘서트|뮤지컬|발레|재즈|클래식|밴드|홈스테이|인턴십|멘토링|마케팅|브랜드|패션|크루즈|요트|마리나|레저|리조트|호텔|게스트|투어|가이드|버스|트램|트럭|드론|로봇|바이오|나노|에너지|그린|스마트|디지털|미디어|인터넷|홈페이지|이메일|파일|페이지|리스트|테이블|테마|파크|타운|빌리지|하우스|스쿨|클럽|그룹|팀|리그|마라톤|사이클|축구|골프|테니스|아프리카|유네스코|유니세프|메트로폴|레지옹|데파르트망|코뮌|카운티|유로|달러|퍼센트|킬로|미터|코로나|바이러스|백신|마스크|와인|치즈|커피|초콜릿|올리브|토마토|포도|라벤더|아카데미|칼리지|캠퍼스|유니버시티|재단|그랑프리|비엔날레|트리엔날레|엑스포|박람회|메세나|멘토|매니저|코디네이터|디렉터|프로듀서|아티스트|크리에이터|레지던시|퍼레이드|카니발|이벤트|쇼케이스|부스|포스터|팸플릿|브로슈어|카탈로그|다큐멘터리|프로필|메시지|스토리|아이디어|아이템|시스템|모델|시리즈|패키지|인프라|컨설팅|파트너|파트너십|로드맵|가이드라인|매뉴얼|데이터|스페이스|모빌리티|수소|배터리|반도체|제로|탄소|라운드|테크|테크노|밸리|단지|그리고|그러나|그러므로|스스로|서로|그대로|따로|별도로|드디어|비로소|오로지|하므로|이므로|으므로)$/u

export const isLoanWord = (word: string) => loans.test(word)
