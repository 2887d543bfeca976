import {
  type DateRule,
  exactly,
  fromText,
  fromTextDay,
  fromTextMonthDay,
  inUnsaidYear,
  partOfMonth,
  pointOf,
  pointRead,
  spanRead,
  told,
} from './date-mention.ts'
import { numberOf } from './number-words.ts'

const year = "(?:'|`)?((?:1[89]|20)\\d{2}|(?<=['`])\\d{2})"
const weekday = '(?: ?\\([월화수목금토일](?:요일)?\\)| ?[월화수목금토일]요일)?'
const dotted = (count: number) => `${year}\\. ?(\\d{1,2})${count > 2 ? '\\. ?(\\d{1,2})\\.?' : '\\.?'}`

const rule = (source: string, read: DateRule['read']): DateRule => ({
  pattern: new RegExp(`(?<![\\d.])${source}(?!\\d)`, 'gu'),
  read,
})

const whole = (year: string) => (year.length === 2 ? `${Number(year) > 45 ? 19 : 20}${year}` : year)

/** Dates in Korean; longer patterns before those they contain. */
export const koreanDates: readonly DateRule[] = [
  rule(
    `${year} ?년 ?(\\d{1,2})월 ?(\\d{1,2})일${weekday} ?(?:~|-|부터|에서) ?(?:(?:(\\d{4})년 ?)?(\\d{1,2})월 ?)?(\\d{1,2})일${weekday}`,
    ([y = '', m, d, z, n, e]) => spanRead(pointOf(whole(y), m, d), pointOf(z ?? whole(y), n ?? m, e)),
  ),
  rule(
    `${dotted(3)}${weekday} ?(?:~|-) ?(?:(?:(\\d{4})\\. ?)?(\\d{1,2})\\. ?)?(\\d{1,2})\\.?(?! ?:)${weekday}`,
    ([y = '', m, d, z, n, e]) => spanRead(pointOf(whole(y), m, d), pointOf(z ?? whole(y), n ?? m, e)),
  ),
  rule(`${year} ?년 ?(\\d{1,2})월 ?(\\d{1,2})일`, ([y = '', m, d]) => pointRead(whole(y), m, d)),
  rule(`${year} ?년 ?(\\d{1,2})월 ?(?:~|-|부터|및) ?(\\d{1,2})월`, ([y = '', m, n]) =>
    spanRead(pointOf(whole(y), m), pointOf(whole(y), n)),
  ),
  rule(`${year} ?년 ?(\\d{1,2})월 ?(초순?|상순|중순|말|하순)`, ([y = '', m, part = '']) =>
    partOfMonth(part, whole(y), Number(m)),
  ),
  rule(`${year} ?년 ?(\\d{1,2})월`, ([y = '', m]) => pointRead(whole(y), m)),
  rule(`${year} ?년 ?(봄|여름|가을|겨울)`, ([y = '', season = '']) =>
    exactly(`${whole(y)}-${21 + ['봄', '여름', '가을', '겨울'].indexOf(season)}`),
  ),
  rule(`${year} ?년 ?(상|하)반기`, ([y = '', half]) => exactly(`${whole(y)}-${half === '상' ? 40 : 41}`)),
  rule(`${year} ?년 ?(\\d)분기`, ([y = '', quarter]) => exactly(`${whole(y)}-${32 + Number(quarter)}`)),
  rule(`(\\d{3})0년대`, ([decade = '']) => exactly(`${decade}X`)),
  rule(`${year} ?년?(?:~|-|부터 )${year} ?년`, ([y = '', z = '']) =>
    whole(y) < whole(z) ? exactly(`${whole(y)}/${whole(z)}`) : null,
  ),
  rule(`${year} ?년`, ([y = '']) => exactly(whole(y))),
  rule(dotted(3), ([y = '', m, d]) => pointRead(whole(y), m, d)),
  // 1996. 2월, 2012. 11월 5일
  rule(`${year}\\. ?(\\d{1,2})월(?: ?(\\d{1,2})일)?`, ([y = '', m, d]) => pointRead(whole(y), m, d)),
  rule(`${year}[-/](\\d{1,2})[-/](\\d{1,2})`, ([y = '', m, d]) => pointRead(whole(y), m, d)),
  // 03. 8. 21. in a column of days.
  rule('(\\d{2})\\. ?(\\d{1,2})\\. ?(\\d{1,2})\\.', ([y = '', m, d]) => pointRead(whole(y), m, d)),
  rule(dotted(2), ([y = '', m]) => pointRead(whole(y), m)),

  rule('(?:이듬해|이듬 해|다음 ?해) ?(?:(\\d{1,2})월)?', ([m]) => told(1, monthOf(m))),
  rule('(?:같은 ?해|그 ?해|동년|당해) ?(?:(\\d{1,2})월)?', ([m]) => told(0, monthOf(m))),
  // 안부를 전해 주시기: to pass on, not a year.
  rule('(?<![가-힣])(?:그 )?전해(?! ?(?:주|드|달|받|왔|오|들|졌|진|지))(?![가-힣]*(?:서|요))', () =>
    told(-1),
  ),
  rule('(\\d{1,2}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)(?: ?년|해) ?(?:뒤|후)(?:인|에|,| |$)', ([n]) =>
    told(numberOf(n)),
  ),
  rule('(지난해|작년|전년|올해|금년|내년|명년) ?(\\d{1,2})월 ?(\\d{1,2})일', ([said = '', m, d]) =>
    Number(m) >= 1 && Number(m) <= 12 && Number(d) >= 1 && Number(d) <= 31
      ? fromTextDay(/내년|명년/u.test(said) ? 1 : /올해|금년/u.test(said) ? 0 : -1, Number(m), Number(d))
      : null,
  ),
  rule('(?:지난해|작년|전년) ?(?:(\\d{1,2})월)?', ([m]) => fromText(-1, 0, monthOf(m))),
  rule('(올해|금년|내년|지난해|작년) ?(?:상|하)반기', ([said = '']) =>
    fromText(/내년/u.test(said) ? 1 : /올해|금년/u.test(said) ? 0 : -1),
  ),
  rule('재작년', () => fromText(-2)),
  rule(
    '(?:올해|금년|(?<![가-힣])올(?= ?(?:\\d|봄|여름|가을|겨울|연말|상반기|하반기))) ?(?:(\\d{1,2})월)?',
    ([m]) => fromText(0, 0, monthOf(m)),
  ),
  rule('(?:내년|명년) ?(?:(\\d{1,2})월)?', ([m]) => fromText(1, 0, monthOf(m))),
  rule('내후년', () => fromText(2)),
  rule('(\\d{1,2}) ?년 전', ([n]) => fromText(-Number(n))),
  // 지난달 28일
  rule('(지난달|이달|이번 ?달|내달|다음 ?달) ?(\\d{1,2})일', ([said = '', d]) =>
    fromTextMonthDay(/지난/u.test(said) ? -1 : /이/u.test(said) ? 0 : 1, Number(d)),
  ),
  rule('지난달', () => fromText(0, -1)),
  rule('(?:내달|다음 ?달)', () => fromText(0, 1)),
  rule('지난 ?(\\d{1,2})월 ?(?:(\\d{1,2})일)?', ([m, d]) => inUnsaidYear(patternOf(m, d), 'past')),
  rule('(?:오는|다가오는) ?(\\d{1,2})월 ?(?:(\\d{1,2})일)?', ([m, d]) =>
    inUnsaidYear(patternOf(m, d), 'coming'),
  ),
  rule('(\\d{1,2})\\. ?(\\d{1,2})\\.? ?\\([월화수목금토일]\\)', ([m, d]) => inUnsaidYear(patternOf(m, d))),
  // 체결(3. 12.), 6. 19. 오후 3시
  rule('(\\d{1,2})\\. ?(\\d{1,2})\\.(?= ?(?:\\)|까지|한\\)|오전|오후|\\d{1,2}:\\d))', ([m, d]) =>
    Number(m) >= 1 && Number(m) <= 12 && Number(d) >= 1 && Number(d) <= 31
      ? inUnsaidYear(patternOf(m, d))
      : null,
  ),
  rule('지난 ?(\\d{1,2})일(?!간|째)', ([d]) => dayRead(d, 'past')),
  rule('(?:오는|다가오는) ?(\\d{1,2})일(?!간|째)', ([d]) => dayRead(d, 'coming')),
  rule('(\\d{1,2})월 ?(\\d{1,2})일', ([m, d]) => inUnsaidYear(patternOf(m, d))),
  rule('(\\d{1,2})월(?![가-힣]*[ㄱ-ㅎ])', ([m]) => inUnsaidYear(patternOf(m))),
  // 파주시는 21일 쿠엥카시와 …: in the news, a day of its month.
  rule(
    '(?<=[시군구도측단회](?: ?\\([^)]{1,16}\\))?(?:는|은|가|이) )(\\d{1,2})일(?= (?!동안|만에|간|이내|전|뒤|후|정도|가량|이상|이하)[가-힣])',
    ([d]) => dayRead(d, null),
  ),
  // A bare day counts only if a place follows: 20일 시청에서.
  rule('(?<![월\\d.~-] ?)(\\d{1,2})일(?= (?:오전|오후|[가-힣]+에서|[가-힣]+ [가-힣]+에서))', ([d]) =>
    dayRead(d, null),
  ),
]

/** A year without 년; in a passage of two scripts, a longer date of the other script comes first. */
export const koreanYears: readonly DateRule[] = [
  rule(`((?:19|20)\\d{2})(?=[^\\d.,년명개회원억만천백%~-]|$)`, ([y = '']) => exactly(y)),
]

const dayRead = (day: string | undefined, side: 'past' | 'coming' | null) =>
  Number(day) >= 1 && Number(day) <= 31
    ? ({ edtf: null, relative: { to: 'month', day: Number(day), side } } as const)
    : null

const monthOf = (said: string | undefined) => (said === undefined ? null : Number(said))

function patternOf(month: string | undefined, day?: string): string {
  return ['XXXX', month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}
