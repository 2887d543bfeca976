/** Hangul words that end like the name of an authority and are none, whatever stands before their ending: 자매도시, 외교부. */
const generic =
  /(?:도시|지자체|자치단체|지방정부|중앙정부|정부|대표부|외교부|교육부|내무부|문화부|본부|지부|남부|북부|동부|서부|중부|내부|외부|일부|전부|여부|간부|학부|그룹|공동체|연구|축구|야구|기구|장군|해군|공군|육군|개최주|프로그램|항구)$/u
const wholeWords = new Set(
  (
    '지도 제도 태도 속도 정도 각도 의도 시도 년도 연도 한도 구도 당시 동시 다시 즉시 역시 전시 혹시 표시 지시 게시 개시 실시 제시 일시 상시 수시 임시 본시 공주 민주 거주 아주 매주 금주 차주 여성 남성 구성 형성 작성 완성 ' +
    '양성 육성 조성 특성 결정 협정 과정 일정 예정 규정 사정 조정 수정 책정 선정 인정 제정 안정 가정 감정 표현 실현 구현 출현 재현 요구 청구 친구 도구 지구 인구 입구 출구 미군 우군 이시 그시 두시 세시'
  ).split(' '),
)

/** Whether a word that may be a name is another: 정부 and 특성 end like authorities, 우리 시 is the text's own. */
export const isNotHangulName = (name: string) =>
  generic.test(name) ||
  wholeWords.has(name) ||
  /^(?:우리|본|양|두|각|해당|여러|다른|관내|도내|국내|해외|현지|상대|이웃|같은|모든|일부|유럽|제2의|주요|통합|신설|기존|일부) ?(?:[시군구도주현성]|도시|지역|레지옹|데파르트망|코뮌|메트로폴)?$/u.test(
    name,
  )

/** Syllables with which Hangul writes names of other tongues, and hardly any word of its own. */
const foreignSyllables = new Set([
  ...'르느스트드그크프브레라랑롱렌뤼쥐슈샤쇼셰뇌뵈푀쾨빌메지에앙옹엥엑즈츠흐므블플클글쿠투푸부루무로네넬르텔델벨셀젤칼탈발달살말몽봉퐁동티디비피리니미키가파타카사바마나베테데게케페세제레린랭뱅팽캥생탱댕쟁섕캉팡방상낭망당탕뒤튀퀴귀뮈뷔쉬뉘위외이오아우노모토코포소보도고탈롤놀볼콜돌솔몰졸폴홀틴딘빈핀긴닌힌',
])
const telling = /[르느스트드그크프브즈츠흐므블플클글틀들렝랭뱅뤼뇌뵈푀쾨쥐셰샤]/u

/** Whether a word of Hangul sounds like a name from elsewhere: 샤를빌메지에르, 그라블린. */
export function soundsForeign(word: string): boolean {
  const syllables = [...word]
  const foreign = syllables.filter((each) => foreignSyllables.has(each)).length
  return syllables.length >= 3 && foreign / syllables.length >= 0.7 && telling.test(word)
}
