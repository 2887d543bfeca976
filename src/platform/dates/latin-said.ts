import {
  around,
  doubtful,
  exactly,
  openOn,
  type Part,
  partOf,
  pointOf,
  type ReadSaid,
  type Said,
  spanOf,
} from './said.ts'

/** How a language in Latin letters says dates: patterns over small letters without accents. */
export interface LatinWords {
  /** For each month its name and short forms, the name first. */
  months: readonly string[]
  /** By the season's number in EDTF: seasons, quarters and halves. */
  seasons: Readonly<Record<number, string>>
  winter: string
  parts: Readonly<Record<Part, string>>
  /** With three digits as its group. */
  decade: string
  weekdays: string
  /** What may follow the number of a day. */
  ordinal: string
  /** What may come between a month and its year. */
  of: string
  /** What may come before a date and says nothing. */
  neutral: string
  around: string
  roughly: string
  open: Readonly<Record<'since' | 'until' | 'before' | 'after', string>>
  /** Two dates with the words around and between them. */
  spans: readonly RegExp[]
  monthFirst: boolean
}

/** A reader of dates in one language; takes a text that `plainly` has prepared. */
export function latinReader(words: LatinWords): ReadSaid {
  const point = pointReader(words)
  const neutral = new RegExp(`^(?:${words.neutral})+`)
  const [before, after] = [new RegExp(`^(?:${words.around})`), new RegExp(` (?:${words.roughly})$`)]
  const parts = (['early', 'middle', 'late'] as const).map((part) => ({
    part,
    pattern: new RegExp(`^(?:${words.parts[part]})`),
  }))
  const opens = (['since', 'until', 'before', 'after'] as const).map((side) => ({
    side,
    pattern: new RegExp(`^(?:${words.open[side]})`),
  }))

  const single: ReadSaid = (text) => {
    const bare = text.replace(neutral, '').replace(/^,? ?/, '')
    const date = point(bare)
    if (date) return exactly(date)
    for (const { part, pattern } of parts) {
      const of = pattern.test(bare) ? point(bare.replace(pattern, '').replace(neutral, '')) : null
      if (of) return partOf(part, of)
    }
    if (before.test(bare)) return rough(bare.replace(before, ''))
    return after.test(bare) ? rough(bare.replace(after, '')) : null
  }

  const rough = (text: string): Said | null => {
    const said = single(text)
    return said && around(said)
  }

  const opened: ReadSaid = (text) => {
    for (const { side, pattern } of opens) {
      const said = pattern.test(text) ? single(text.replace(pattern, '')) : null
      if (said) return openOn(side, said)
    }
    return null
  }

  const span: ReadSaid = (text) => {
    for (const pattern of words.spans) {
      const [, first = '', last = ''] = pattern.exec(text) ?? []
      const end = last === '' ? null : single(last)
      const start = end && completed(first, end)
      const said = start && end && spanOf(start, end)
      // Between two dates is a day that nobody knows, not the time from one to the other.
      if (said) return { ...said, isExact: said.isExact && !/^(?:entre|between) /.test(text) }
    }
    return null
  }

  // « les 9 et 10 octobre 2017 »: only days that follow one another are one stretch.
  const pair: ReadSaid = (text) => {
    const [, first = '', rest = ''] = bothDays.exec(text) ?? []
    return Number(first) + 1 === Number.parseInt(rest, 10) ? span(`${first}-${rest}`) : null
  }
  const bothDays = new RegExp(
    `^(?:${words.neutral})*(\\d{1,2})(?:${words.ordinal})? (?:et|and|&) (\\d{1,2}.*)$`,
  )

  // « 5-7 octobre 2017 », « de juin à septembre 2017 »: the end says the month and the year of both.
  const completed = (text: string, end: Said): Said | null => {
    const [year = '', month = ''] = (end.edtf.split('/').at(-1) ?? '').split('-')
    const name = words.months[Number(month) - 1]?.split('|')[0] ?? ''
    return single(text) ?? single(`${text} ${year}`) ?? single(`${text} ${name} ${year}`)
  }

  return (text) => {
    const certain = text.replace(/ ?(?:\?|\((?:date )?(?:incertaine?|uncertain)\))$/, '')
    const said = single(certain) ?? opened(certain) ?? pair(certain) ?? span(certain)
    return said && certain !== text ? doubtful(said) : said
  }
}

function pointReader(words: LatinWords): (text: string) => string | null {
  const month = `(${words.months.join('|')})\\.?`
  const day = `(\\d{1,2})(?:${words.ordinal})?`
  const year = `,? ?(?:${words.of})?(\\d{4})`
  const weekday = new RegExp(`^(?:${words.weekdays})\\.?,? `)
  const dayPattern = new RegExp(`^${day} (?:${words.of})?${month}${year}$`)
  const monthFirstPattern = new RegExp(`^${month} ${day}${year}$`)
  const monthPattern = new RegExp(`^${month}${year}$`)
  const winterPattern = new RegExp(`^(?:${words.winter})${year} ?[-/] ?(\\d{4})$`)
  const decadePattern = new RegExp(`^${words.decade}$`)
  const seasons = Object.entries(words.seasons).map(([season, pattern]) => ({
    season,
    pattern: new RegExp(`^(?:${pattern})${year}$`),
  }))
  const names = words.months.map((name) => new RegExp(`^(?:${name})$`))
  const numberOf = (name: string) => names.findIndex((pattern) => pattern.test(name)) + 1

  return (text) => {
    if (/^\d{4}$/.test(text)) return text
    const said = text.replace(weekday, '')
    const [, d = '', m = '', y = ''] = dayPattern.exec(said) ?? []
    if (y !== '') return pointOf(y, numberOf(m), d)
    const [, m2 = '', d2 = '', y2 = ''] = (words.monthFirst ? monthFirstPattern.exec(said) : null) ?? []
    if (y2 !== '') return pointOf(y2, numberOf(m2), d2)
    const [, m3 = '', y3 = ''] = monthPattern.exec(said) ?? []
    if (y3 !== '') return pointOf(y3, numberOf(m3))
    const [, from = '', to = ''] = winterPattern.exec(said) ?? []
    if (from !== '') return Number(to) === Number(from) + 1 ? pointOf(from, 24) : null
    const [, decade] = decadePattern.exec(said) ?? []
    if (decade !== undefined) return `${decade}X`
    for (const { season, pattern } of seasons) {
      const [, seasonYear] = pattern.exec(said) ?? []
      if (seasonYear !== undefined) return pointOf(seasonYear, season)
    }
    return null
  }
}
