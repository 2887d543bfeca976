import {
  around,
  doubtful,
  exactly,
  openOn,
  type Part,
  partOf,
  pointOf,
  type ReadSaid,
  readNumeric,
  type Said,
  spanOf,
} from './said.ts'

/** Reads dates in Korean words, with or without spaces: “2017년 10월 초”, “2017년 상반기”, “2010년경”. */
export const readKorean: ReadSaid = (text) => {
  const whole = text.replaceAll(' ', '').replace(/\([월화수목금토일](?:요일)?\)|[월화수목금토일]요일/g, '')
  const certain = whole.replace(/\?$|\(불확실\)$/, '')
  const said = single(certain) ?? opened(certain) ?? span(certain)
  return said && certain !== whole ? doubtful(said) : said
}

const single: ReadSaid = (text) => {
  const rough = /^(?:약|대략)?(.+?)(경|쯤|무렵|께)?$/.exec(text)
  const said = plain(rough?.[1] ?? text)
  return said && rough?.[2] ? around(said) : said
}

const plain: ReadSaid = (text) => {
  const [, year = '', rest = ''] = /^(\d{4})년도?(.*)$/.exec(text) ?? []
  if (year === '') return winter(text) ?? readNumeric(text)
  const [, month, day] = /^(\d{1,2})월(?:(\d{1,2})일)?$/.exec(rest) ?? []
  if (rest === '' || month !== undefined) return exactly(pointOf(year, month, day))
  if (rest === '대') return year.endsWith('0') ? exactly(`${year.slice(0, 3)}X`) : null
  const season = seasons.find(({ pattern }) => pattern.test(rest))
  if (season) return exactly(pointOf(year, season.number))
  for (const { part, pattern } of parts) {
    const found = pattern.exec(rest)
    if (found) return partOf(part, pointOf(year, found[1]))
  }
  return null
}

// “2017~2018년 겨울”: a winter has two years.
function winter(text: string): Said | null {
  const [, from = '', to = ''] = /^(\d{4})년?[~-](\d{4})년겨울$/.exec(text) ?? []
  return from !== '' && Number(to) === Number(from) + 1 ? exactly(pointOf(from, 24)) : null
}

const seasons = [
  { number: 21, pattern: /^봄철?$/ },
  { number: 22, pattern: /^여름철?$/ },
  { number: 23, pattern: /^가을철?$/ },
  { number: 24, pattern: /^겨울철?$/ },
  ...[1, 2, 3, 4].map((quarter) => ({
    number: 32 + quarter,
    pattern: new RegExp(`^제?${quarter}(?:/4)?분기$`),
  })),
  { number: 40, pattern: /^상반기$/ },
  { number: 41, pattern: /^하반기$/ },
]

const parts: { part: Part; pattern: RegExp }[] = [
  { part: 'early', pattern: /^(?:(\d{1,2})월)?(?:초순?|상순|연초|초반)$/ },
  { part: 'middle', pattern: /^(?:(\d{1,2})월)?(?:중순|중반|중엽)$/ },
  { part: 'late', pattern: /^(?:(\d{1,2})월)?(?:말|하순|연말|후반)$/ },
]

const opened: ReadSaid = (text) => {
  const [, date = '', word = ''] = /^(.+?)(부터|이래|까지|이후|이전|전|후)$/.exec(text) ?? []
  const said = date === '' ? null : single(date)
  if (!said) return null
  switch (word) {
    case '부터':
    case '이래':
      return openOn('since', said)
    case '까지':
      return openOn('until', said)
    // 이후 and 이전 include the date that they follow, unlike 후 and 전.
    case '이후':
      return inexact(openOn('since', said))
    case '이전':
      return inexact(openOn('until', said))
    default:
      return openOn(word === '전' ? 'before' : 'after', said)
  }
}

function inexact(said: Said | null): Said | null {
  return said && { ...said, isExact: false }
}

const span: ReadSaid = (text) => {
  const [, first = '', last = ''] = /^(.+?)(?:부터|에서|[~-])(.+?)(?:까지)?$/.exec(text) ?? []
  if (first === '') return null
  const start = single(first) ?? single(`${first}년`)
  const end = start && completed(last, start)
  return start && end ? spanOf(start, end) : null
}

// “2017년 4월~5월”, “2017.10.3.~10.5.”: the beginning gives the year and the month of both.
function completed(text: string, start: Said): Said | null {
  const [year = '', month = ''] = (start.edtf.split('/')[0] ?? '').split('-')
  return (
    single(text) ??
    single(`${year}년${text}`) ??
    single(`${year}년${Number(month)}월${text}`) ??
    readNumeric(`${year}.${text}`) ??
    readNumeric(`${year}.${month}.${text}`)
  )
}
