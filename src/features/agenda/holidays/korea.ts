import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { type CountryDays, fixed, lunar, type Substitution, type YearlyDay } from './day-rules.ts'
import { koreanDecrees } from './korean-decrees.ts'
import { koreanElections } from './korean-elections.ts'

const regulation = '관공서의 공휴일에 관한 규정'

// The list as Constitution Day left it.
const list = { knownOn: '2008-01-01', source: { title: `${regulation}, 제2조`, url: null } }

const seollal: LocalizedName = { fr: 'Seollal', ko: '설날', en: 'Seollal' }
const chuseok: LocalizedName = { fr: 'Chuseok', ko: '추석', en: 'Chuseok' }
const eveOf = ({ fr, ko, en }: LocalizedName) => ({
  fr: `Veille de ${fr}`,
  ko: `${ko} 전날`,
  en: `Eve of ${en}`,
})
const dayAfter = ({ fr, ko, en }: LocalizedName) => ({
  fr: `Lendemain de ${fr}`,
  ko: `${ko} 다음 날`,
  en: `Day after ${en}`,
})

// The great feasts are made up for a Sunday or another holiday, never for a Saturday; Children's Day for a Saturday too.
const of2013 = {
  since: '2013-11-05',
  knownOn: '2013-11-05',
  source: {
    title: `${regulation}, 제3조 (2013. 11. 5. 개정)`,
    url: 'https://lhca.or.kr/business/front/notice/noticeView.do?boardId=notice&boardNo=2217&page=64',
  },
}
const of2021 = {
  lostOn: 'weekend' as const,
  since: '2021-08-04',
  knownOn: '2021-08-03',
  source: {
    title: `${regulation}, 제3조 (2021. 8. 3. 국무회의 의결)`,
    url: 'https://en.yna.co.kr/view/AEN20210803001900315',
  },
}
const of2023 = {
  lostOn: 'weekend' as const,
  since: '2023-05-04',
  knownOn: '2023-05-02',
  source: {
    title: `${regulation}, 제3조 (2023. 5. 2. 국무회의 의결)`,
    url: 'https://m.korea.kr/news/policyFocusView.do?newsId=148914528',
  },
}
const of2026 = {
  lostOn: 'weekend' as const,
  since: '2026-05-01',
  // The day on which the amended act took effect; that of the amended regulation is to be confirmed.
  knownOn: '2026-05-11',
  source: {
    title: `${regulation}, 제3조 (2026년 개정)`,
    url: 'https://github.com/vacanza/holidays/pull/3728',
  },
}

const feast = (name: LocalizedName, month: number, day: number): YearlyDay[] => {
  const substitution: Substitution = { ...of2013, lostOn: 'sunday', after: name }
  return [
    { on: lunar(month, day, -1), name: eveOf(name), ...list, substitution },
    { on: lunar(month, day), name, ...list, substitution },
    { on: lunar(month, day, 1), name: dayAfter(name), ...list, substitution },
  ]
}

const named = (name: LocalizedName, substitution: Omit<Substitution, 'after'>) => ({
  name,
  substitution: { ...substitution, after: name },
})

const yearly: readonly YearlyDay[] = [
  { on: fixed('01-01'), name: { fr: 'Jour de l’An', ko: '1월 1일', en: 'New Year’s Day' }, ...list },
  ...feast(seollal, 1, 1),
  {
    on: fixed('03-01'),
    ...list,
    ...named({ fr: 'Mouvement du 1er mars', ko: '3·1절', en: 'Independence Movement Day' }, of2021),
  },
  {
    on: fixed('05-01'),
    since: '2026-05-01',
    knownOn: '2026-04-06',
    source: {
      title: '공휴일에 관한 법률 (2026. 3. 31. 국회 의결, 2026. 4. 6. 국무회의)',
      url: 'https://www.ytn.co.kr/_ln/0101_202604061309274205',
    },
    ...named({ fr: 'Fête du Travail', ko: '노동절', en: 'Labour Day' }, of2026),
  },
  {
    on: fixed('05-05'),
    ...list,
    ...named(
      { fr: 'Journée des enfants', ko: '어린이날', en: 'Children’s Day' },
      { ...of2013, lostOn: 'weekend' },
    ),
  },
  {
    on: lunar(4, 8),
    ...list,
    ...named({ fr: 'Naissance de Bouddha', ko: '부처님오신날', en: 'Buddha’s Birthday' }, of2023),
  },
  { on: fixed('06-06'), name: { fr: 'Journée du Souvenir', ko: '현충일', en: 'Memorial Day' }, ...list },
  {
    on: fixed('07-17'),
    since: '2026-07-17',
    knownOn: '2026-02-10',
    source: {
      title: '공휴일에 관한 법률 (2026. 1. 29. 국회 의결, 2026. 2. 10. 공포)',
      url: 'https://www.koreaherald.com/article/10665867',
    },
    ...named({ fr: 'Journée de la Constitution', ko: '제헌절', en: 'Constitution Day' }, of2026),
  },
  {
    on: fixed('08-15'),
    ...list,
    ...named({ fr: 'Journée de la Libération', ko: '광복절', en: 'Liberation Day' }, of2021),
  },
  ...feast(chuseok, 8, 15),
  {
    on: fixed('10-03'),
    ...list,
    ...named({ fr: 'Fondation de la Corée', ko: '개천절', en: 'National Foundation Day' }, of2021),
  },
  {
    on: fixed('10-09'),
    ...list,
    knownOn: '2012-12-28',
    ...named({ fr: 'Journée du hangeul', ko: '한글날', en: 'Hangeul Day' }, of2021),
  },
  { on: fixed('12-25'), ...list, ...named({ fr: 'Noël', ko: '성탄절', en: 'Christmas Day' }, of2023) },
  {
    on: fixed('04-03'),
    since: '2018-04-03',
    name: { fr: 'Mémoire du 3 avril (Jeju)', ko: '4·3희생자 추념일', en: 'Jeju 3 April Memorial Day' },
    knownOn: '2018-03-21',
    source: {
      title: '제주특별자치도 4·3희생자 추념일의 지방공휴일 지정에 관한 조례',
      url: 'http://www.jejutwn.com/mobile/article.html?no=25380',
    },
    regions: ['50'],
  },
  {
    on: fixed('05-18'),
    since: '2020-05-18',
    name: {
      fr: 'Mémoire du 18 mai (Gwangju)',
      ko: '5·18민주화운동 기념일',
      en: 'Gwangju 18 May Memorial Day',
    },
    // The ordinance came some days before the first time; which day is to be confirmed.
    knownOn: '2020-05-18',
    source: {
      title: '광주광역시 5·18민주화운동 기념일의 지방공휴일 지정에 관한 조례',
      url: 'https://www.hankyung.com/article/202205014522Y',
    },
    regions: ['29'],
  },
  {
    on: fixed('05-11'),
    since: '2023-05-11',
    name: {
      fr: 'Mémoire de la révolution Donghak (Jeongeup)',
      ko: '동학농민혁명 기념일',
      en: 'Donghak Peasant Revolution Day (Jeongeup)',
    },
    knownOn: '2022-06-12',
    source: { title: '2023년 월력요항', url: 'http://mailhankook.com/news/view.php?bIdx=5176' },
    regions: ['45180', '52180'],
  },
]

/** Korea: days of public offices by the regulation and its history, what was decreed once, elections, days of single places. */
export const korea: CountryDays = { country: 'KR', yearly, single: [...koreanDecrees, ...koreanElections] }
