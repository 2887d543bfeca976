import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { SingleDay } from './day-rules.ts'
import type { DaySource } from './holiday.ts'

const names = {
  general: { fr: 'Élections législatives coréennes', ko: '국회의원 선거일', en: 'Korean general election' },
  presidential: {
    fr: 'Élection présidentielle coréenne',
    ko: '대통령 선거일',
    en: 'Korean presidential election',
  },
  local: { fr: 'Élections locales coréennes', ko: '전국동시지방선거일', en: 'Korean local elections' },
} satisfies Record<string, LocalizedName>

/** The votes that renew councils and heads of local authorities, by their names. */
export const koreanLocalVotes: readonly LocalizedName[] = [names.local]

const vote = (
  date: string,
  name: LocalizedName,
  known: { knownOn: string; withdrawnOn?: string },
  source: DaySource = { title: '공직선거법, 제34조', url: null },
): SingleDay => ({ date, name, kind: 'election', isDayOff: true, ...known, source })

/** The law sets the day from the end of the term, so that it is known once the term has begun. */
const term = (began: string, withdrawnOn?: string) => ({
  knownOn: began,
  ...(withdrawnOn === undefined ? {} : { withdrawnOn }),
})

/**
 * Election days, on which public offices are closed: Wednesdays by article 34 (70 days before the end of a president's term, 50
 * for the Assembly, 30 for local terms; a week later where that day or its neighbour is a holiday), or a day decided on after a
 * president's removal, which withdraws the usual one.
 */
export const koreanElections: readonly SingleDay[] = [
  vote('2016-04-13', names.general, term('2012-05-30')),
  vote(
    '2017-05-09',
    names.presidential,
    { knownOn: '2017-03-15' },
    {
      title: '헌법 제68조, 공직선거법 제35조 (2017. 3. 15. 국무회의)',
      url: 'http://news1.kr/articles/?2937119',
    },
  ),
  vote('2017-12-20', names.presidential, term('2013-02-25', '2017-03-10')),
  vote('2018-06-13', names.local, term('2014-07-01')),
  vote('2020-04-15', names.general, term('2016-05-30')),
  vote('2022-03-09', names.presidential, term('2017-05-10')),
  vote('2022-06-01', names.local, term('2018-07-01')),
  vote('2024-04-10', names.general, term('2020-05-30')),
  vote(
    '2025-06-03',
    names.presidential,
    { knownOn: '2025-04-08' },
    {
      title: '헌법 제68조, 공직선거법 제35조 (2025. 4. 8. 국무회의)',
      url: 'https://v.daum.net/v/20250408103628071',
    },
  ),
  vote('2026-06-03', names.local, term('2022-07-01')),
  vote('2027-03-03', names.presidential, term('2022-05-10', '2025-04-04')),
  vote('2028-04-12', names.general, term('2024-05-30')),
  vote('2030-03-27', names.presidential, term('2025-06-04')),
  vote('2030-06-12', names.local, term('2026-07-01')),
]
