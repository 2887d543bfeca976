// A sentence of a news item or of a letter may mention a meeting without being its title, unless it states that people met.
export const isLatinTitle = (plain: string) =>
  !/[?!]\s*$|[a-z]{3}\.\s*$/u.test(plain) ||
  /\breuni|\btenue?\b|retrouv|seance|reunion|\bmeeting|\bmet\b/u.test(plain)

// 교류회의 결과보고, 기획행정위원회 회의록: a title, where a sentence or the name of an association only holds such a word.
export const isKoreanTitle = (text: string) =>
  text.length < 80 &&
  // 10:00 | 실무회의 | 대회의실: a row of a programme.
  !/ \| /u.test(text) &&
  !/[다요]\.?$/u.test(text.trim()) &&
  // 주요일정 : 축제 참관, 간담회
  !/^[^:：]{0,12}(?:일정|내용|목적|기관|대상|안건|붙임|방법) ?[:：]/u.test(text) &&
  !/^[^가-힣]*(?:대한민국)?[가-힣]*협의회\)?$/u.test(text.trim()) &&
  /회의록|회의 ?(?:결과|개요|자료)|회의$|결과 ?보고|간담회|교류회|실무회의|총회|워크숍|포럼|연찬회|라운드테이블|설명회|토론회|보고회|좌담회|(?:위원회|협의회)[^가-힣]{0,12}(?:제\d+차 )?(?:회의|결과|요약)|réunion|séance|compte|meeting|minutes/iu.test(
    text,
  )
