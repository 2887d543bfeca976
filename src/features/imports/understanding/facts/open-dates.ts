import { type DatesOf, isComing, type SettledDate } from '../dates/settled-dates.ts'
import type { ReadActivity, ReadAgreement } from '../reading.ts'
import type { StatedTie } from '../ties/tie.ts'
import { activityWords } from '../words/activity-words.ts'
import { quoteOf, type Told, toldOf } from './clauses.ts'

/** An agreement without a date, with the words of an unsettled one in its sentence (« deux ans après »). */
export function withOpenDate<A extends ReadAgreement>(agreement: A, tie: StatedTie, datesOf: DatesOf): A {
  if (agreement.date !== null || agreement.kind === 'none') return agreement
  const told = toldOf(tie).find((each) => isQuoted(each, agreement))
  const openDate = told ? openDateIn(told, datesOf) : null
  return openDate === null ? agreement : { ...agreement, openDate: openDate.words }
}

/** Exchanges with only such a date, besides what is known of the tie already. */
export function openActivities(
  tie: StatedTie,
  known: readonly (ReadAgreement | ReadActivity)[],
  datesOf: DatesOf,
): ReadActivity[] {
  return toldOf(tie).flatMap((told): ReadActivity[] => {
    const { sentence, start, end, plain } = told
    const { text } = sentence.unit.passage
    const open = openDateIn(told, datesOf)
    const kind = activityWords.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'other'
    if (open === null || kind === 'other' || known.some((each) => isQuoted(told, each))) return []
    return [
      {
        title: text
          .slice(start, end)
          .trim()
          .replace(/[.。]$/u, '')
          .slice(0, longestTitle),
        kind,
        date: null,
        openDate: open.words,
        state: isComing(sentence.unit.plain, open.date) ? 'planned' : 'past',
        quote: quoteOf(sentence),
      },
    ]
  })
}

const longestTitle = 160

// Only the single date of a clause: beside another one it may belong to something else.
function openDateIn(
  { sentence, start, end }: Told,
  datesOf: DatesOf,
): { date: SettledDate; words: string } | null {
  const dates = datesOf(sentence.unit).filter((each) => each.start >= start && each.end <= end)
  const [date, ...others] = dates
  if (!date || date.edtf !== null || date.isPlain || others.length > 0) return null
  return { date, words: sentence.unit.passage.text.slice(date.start, date.end) }
}

const isQuoted = ({ sentence }: Told, { quote }: Pick<ReadAgreement, 'quote'>) =>
  quote.passage === sentence.unit.index && quote.start === sentence.start
