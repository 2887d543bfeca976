import { endingSet, endsInOne, wordSet } from '../../../../platform/reading/word-lists.ts'

/** Hangul words that end like names of authorities without being one, whatever precedes the ending: 자매도시, 외교부. */
const generic = endingSet(`
  간부 개최주 공군 공동체 교육부 그룹 기구 남부 내무부 내부 대표부 도시 동부 문화부 본부 북부 서부 야구
  여부 연구 외교부 외부 육군 일부 자치단체 장군 전부 정부 중부 지부 지자체 축구 프로그램 학부 항구 해군
`)
const wholeWords = wordSet(`
  가정 각도 감정 개시 거주 게시 결정 공주 과정 구도 구성 구현 규정 그시 금주 남성 년도 다시 당시 도구
  도시에 도시와 도시의 동시 두시 매주 미군 민주 본시 사정 상시 선정 세시 속도 수시 수정 시도 실시 실현
  아주 안정 양성 여성 역시 연도 예정 완성 요구 우군 육성 의도 이시 인구 인정 일시 일정 임시 입구 작성
  재현 전시 정도 제도 제시 제정 조성 조정 즉시 지구 지도 지시 차주 책정 청구 출구 출현 친구 태도 특성
  표시 표현 한도 협정 형성 혹시
`)

/** Whether a word that looks like a name is a different word: 정부 and 특성 end like authorities, 우리 시 is the text's own. */
export const isNotHangulName = (name: string) =>
  endsInOne(name, generic) ||
  wholeWords.has(name) ||
  /^(?:우리|본|양|두|각|해당|여러|다른|관내|도내|국내|해외|현지|상대|이웃|같은|모든|일부|유럽|제2의|주요|통합|신설|기존) ?(?:[시군구도주현성]|도시|지역|레지옹|데파르트망|코뮌|메트로폴)?$/u.test(
    name,
  )

/** 지난주, 다음 주: a week, though 지난 is a city of China and 주 a province. */
export const isWeek = (word: string) => /^(?:지난|이번|다음) ?주$/u.test(word)

/** Syllables typical of foreign names in Hangul, and rare in Korean words. */
const foreignSyllables = wordSet(`
  가 게 고 괴 궁 귀 그 글 긴 나 낭 네 넬 노 놀 뇌 뉘 느 니 닌 닝 달 당 댕 덜 데 델 도 돌 동 둥 뒤 드 디
  딘 라 랑 랭 럴 레 렌 로 롤 롱 루 룽 뤼 르 리 린 링 마 말 망 멀 메 모 몰 몽 무 뮈 므 미 밍 바 발 방 뱅
  벌 베 벨 보 볼 봉 뵈 부 뷔 브 블 비 빈 빌 빙 사 살 상 생 샤 섕 세 셀 셰 셸 소 솔 쇼 쉬 슈 스 슬 싱 쑹
  아 앙 야 얀 에 엑 엥 예 옌 오 옹 와 외 요 우 웨 위 윈 유 이 잉 장 쟁 제 젤 조 졸 좌 좡 주 줄 쥐 쥘 즈
  지 첸 첼 춘 취 츠 칭 카 칼 캄 캉 캘 캥 컬 케 코 콜 쾨 쿠 쿵 퀴 크 큰 클 키 타 탈 탕 탱 털 테 텔 톈 토
  퇴 투 퉁 튀 트 티 틴 파 팡 팽 펄 페 펜 포 폴 퐁 푀 푸 퓌 프 플 피 핀 핑 헐 홀 훈 흐 힌
`)
const telling =
  /[르느스트드그크프브즈츠흐므블플클글틀들렝랭뱅뤼뇌뵈푀쾨쥐셰샤괴퇴뢰퓌튀뒤쉬뮈뉘퀴뷔페테레메베케쇼슈키티디쿠투푸카캉팡랑롱앙]/u

/** Whether a word of Hangul sounds like a foreign name: 샤를빌메지에르, 그라블린. */
export function soundsForeign(word: string, share = 0.7): boolean {
  const syllables = [...word]
  const foreign = syllables.filter((each) => foreignSyllables.has(each)).length
  return syllables.length >= 3 && foreign / syllables.length >= share && telling.test(word)
}

/** Korean loan words, and their compounds: not names. */
const loans = endingSet(`
  가이드 가이드라인 갤러리 게스트 골프 그대로 그랑프리 그러나 그러므로 그룹 그리고 그린 나노 네트워크
  다큐멘터리 단지 달러 데이터 데파르트망 드디어 드론 디렉터 디자인 디지털 따로 라벤더 라운드 레저
  레지던시 레지옹 로드맵 로봇 리그 리스트 리조트 마라톤 마리나 마스크 마케팅 매뉴얼 매니저 메세나 메시지
  메트로폴 멘토 멘토링 모델 모빌리티 뮤지컬 미디어 미터 바이러스 바이오 박람회 반도체 발레 배터리 백신
  밴드 밸리 버스 별도로 부스 브랜드 브로슈어 비로소 비엔날레 빌리지 사이클 서로 서비스 세미나 센터
  쇼케이스 수소 스마트 스스로 스쿨 스타트업 스토리 스튜디오 스페이스 스포츠 시리즈 시스템 심포지엄
  아이디어 아이템 아카데미 아티스트 아프리카 에너지 엑스포 오로지 오케스트라 올리브 와인 요트 워크숍
  유네스코 유니버시티 유니세프 유로 으므로 이메일 이므로 이벤트 인터넷 인턴십 인프라 재단 재즈 제로
  초콜릿 축구 치즈 카니발 카운티 카탈로그 칼리지 캠퍼스 캠프 커피 컨설팅 컨퍼런스 코디네이터 코로나 코뮌
  콘서트 콘텐츠 크루즈 크리에이터 클래식 클러스터 클럽 킬로 타운 탄소 테니스 테마 테이블 테크 테크노
  토마토 투어 트램 트럭 트리엔날레 팀 파일 파크 파트너 파트너십 패션 패키지 팸플릿 퍼레이드 퍼센트
  페스티벌 페이지 포도 포럼 포스터 프로그램 프로듀서 프로젝트 프로필 플랫폼 하므로 하우스 호텔 홈스테이
`)

export const isLoanWord = (word: string) => endsInOne(word, loans)
