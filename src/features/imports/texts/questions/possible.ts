import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { ChoiceOption } from '../../../../ui/form/choice-field.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { type PossibleDate, possibleDates } from '../../understanding/dates/possible-dates.ts'
import type { TextRequest } from '../call.ts'
import type { Fact } from '../facts/fact.ts'
import { listPassagesNear } from './dates.queries.ts'

/** What the open date of a fact may be, by the dates around it and by the day of its text as it stands by now. */
export async function listPossibleDates(
  { writing, text }: TextRequest,
  { quote }: Pick<Fact, 'quote'>,
  words: string,
): Promise<PossibleDate[]> {
  const passages = await listPassagesNear(writing, text.id, quote.passage)
  const own = passages.find(({ position }) => position === quote.passage)
  if (!own) return []
  const sentence = own.text.slice(quote.start, quote.end)
  const open = { words, sentence, passage: quote.passage, start: quote.start }
  return possibleDates(open, passages, text.meetingOn ?? text.published)
}

/** Each as one may choose it, with what it was counted from. */
export function dateOptions(
  reader: Reader,
  { text, words, passage }: { text: TextRequest['text']; words: string; passage: number },
  possible: readonly PossibleDate[],
): ChoiceOption[] {
  const { t } = reader
  return possible.map(({ edtf, from }) => {
    const day = dayWords(reader, text.meetingOn ?? text.published ?? edtf)
    const ofText =
      text.meetingOn === null
        ? t('imports.text.question.date.fromText', { words, day })
        : t('imports.text.question.date.fromMeeting', { words, day })
    const counted = from ? t('imports.text.question.date.from', { words, from: from.words }) : ofText
    const isElsewhere = from !== null && from.passage !== passage
    const place = isElsewhere ? t('imports.text.fact.passage', { number: from.passage + 1 }) : ''
    return {
      value: edtf,
      label: dayWords(reader, edtf),
      hint: [counted, place].filter(Boolean).join(' · '),
    }
  })
}
