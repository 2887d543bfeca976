import { possibleDates } from './dates/possible-dates.ts'
import type { Outline } from './outline.ts'
import type { ReadCooperation, ReadPerson, ReadQuestion } from './reading.ts'

// A date may be counted from other dates at most so many passages away.
const around = 12

/** Asks when something happened whose date the text does not settle, with possible dates from those around it. */
export function dateQuestions(
  { agreements, activities }: ReadCooperation,
  { units }: Outline,
  meetingDay: string | null,
): ReadQuestion[] {
  return [...agreements, ...activities].flatMap(({ openDate: words, quote }) => {
    if (words === undefined) return []
    const near = units.filter(({ index }) => Math.abs(index - quote.passage) <= around)
    const own = near.find(({ index }) => index === quote.passage)
    const sentence = own?.passage.text.slice(quote.start, quote.end) ?? ''
    const candidates = possibleDates(
      { words, passage: quote.passage, sentence, start: quote.start },
      near.map(({ index, passage }) => ({ position: index, text: passage.text })),
      meetingDay,
    )
    return [{ kind: 'date' as const, about: words, candidates: candidates.map(({ edtf }) => edtf), quote }]
  })
}

/** Asks whether two similar names are one person. */
export function personQuestion({ name, mayBe, quotes: [quote] }: ReadPerson): ReadQuestion[] {
  return mayBe === undefined || !quote
    ? []
    : [{ kind: 'person', about: name, candidates: [mayBe, name], quote }]
}
