import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { SingleDay } from './day-rules.ts'

const decree = (date: string, knownOn: string, name: LocalizedName, url: string): SingleDay => ({
  date,
  name,
  kind: 'decree',
  isDayOff: true,
  knownOn,
  source: { title: `관공서의 임시공휴일 지정안 (${knownOn} 국무회의)`, url },
})

const temporary = (fr: string, ko: string, en: string): LocalizedName => ({
  fr: `Jour férié exceptionnel (${fr})`,
  ko: `임시공휴일(${ko})`,
  en: `Temporary holiday (${en})`,
})

/** Temporary holidays (임시공휴일), each known since the council of ministers decided on it. None was found for 2026. */
export const koreanDecrees: readonly SingleDay[] = [
  decree(
    '2015-08-14',
    '2015-08-04',
    temporary('70 ans de la Libération', '광복 70주년', '70 years of Liberation'),
    'https://m.mt.co.kr/renew/view_amp.html?no=2015080411484757328',
  ),
  decree(
    '2016-05-06',
    '2016-04-28',
    temporary('pont de mai', '어린이날 다음 날', 'day after Children’s Day'),
    'https://www.hankyung.com/news/article/2016042810815',
  ),
  decree(
    '2017-10-02',
    '2017-09-05',
    temporary('pont de Chuseok', '추석 연휴', 'before Chuseok'),
    'https://m.newspim.com/news/view/20170905000070',
  ),
  decree(
    '2020-08-17',
    '2020-07-21',
    temporary('après la Libération', '광복절 다음 월요일', 'after Liberation Day'),
    'https://www.kmib.co.kr/article/view_amp.asp?arcid=0014823701',
  ),
  decree(
    '2023-10-02',
    '2023-09-05',
    temporary('pont de Chuseok', '추석 연휴', 'after Chuseok'),
    'https://m.korea.kr/news/policyNewsView.do?newsId=148919798',
  ),
  decree(
    '2024-10-01',
    '2024-09-03',
    temporary('journée des Forces armées', '국군의 날', 'Armed Forces Day'),
    'https://www.newsworks.co.kr/news/articleView.html?idxno=764544',
  ),
  decree(
    '2025-01-27',
    '2025-01-14',
    temporary('pont de Seollal', '설 연휴', 'before Seollal'),
    'https://v.daum.net/v/20250114103905708',
  ),
]
