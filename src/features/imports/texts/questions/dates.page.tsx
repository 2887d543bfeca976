import type { FastifyReply } from 'fastify'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type FormState, type FormValues, fieldError, readForm } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { ChoiceField, type ChoiceOption } from '../../../../ui/form/choice-field.tsx'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { type PossibleDate, possibleDates } from '../../understanding/dates/possible-dates.ts'
import type { Compared } from '../comparison/compared.ts'
import { findQuote, findSaid, type QuotedSentence } from '../correcting.request.ts'
import type { Fact } from '../facts/fact.ts'
import type { TextRequest } from '../request.ts'
import { settleDate } from './commands.ts'
import { listPassagesNear } from './queries.ts'
import {
  type Answered,
  addressAfter,
  type FactRequest,
  openDateForm,
  placeOf,
  QuestionFrame,
  type QuestionPlace,
  renderQuestion,
} from './question-frame.tsx'

/** Asks for a date that the text gives relative to something else, and offers possible dates from those around it. */
export async function showDateQuestion(visit: FactRequest, form: FormState): Promise<FastifyReply> {
  const { reader, network, text, compared } = visit
  const { fact } = compared
  const words = wordsOf(compared)
  const possible = await listPossibleDates(visit, fact, words)
  return renderQuestion(visit, {
    title: reader.t('imports.text.question.date.title', { words }),
    description: reader.t('imports.text.question.date.lead'),
    children: (
      <DateQuestion
        network={network.slug}
        text={text}
        factId={fact.id}
        words={words}
        said={await findSaid(visit, compared)}
        options={dateOptions(reader, { text, words, passage: fact.quote.passage }, possible)}
        quote={await findQuote(visit, compared)}
        form={form}
      />
    ),
  })
}

/** Takes the date, chosen or written, or the answer that there is none. */
export async function answerDateQuestion(visit: FactRequest, values: FormValues): Promise<Answered> {
  const { reader, writing, compared } = visit
  const form = readForm(openDateForm(reader.interfaceLanguage), values)
  if (!form.valid) return form.errors
  const { candidate, date, without } = form.data
  const settle = async (edtf: string | null) =>
    addressAfter(visit, await settleDate(writing, placeOf(visit), compared.fact.id, edtf))
  if (without !== undefined) return settle(null)
  const possible = await listPossibleDates(visit, compared.fact, wordsOf(compared))
  const chosen = possible.find(({ edtf }) => edtf === candidate)?.edtf ?? null
  const edtf = date?.edtf ?? chosen
  if (edtf === null) {
    const field = possible.length > 0 && candidate !== 'other' ? 'candidate' : 'date'
    return [fieldError(field, 'imports.text.question.date.none')]
  }
  const isBoth = chosen !== null && edtf !== chosen
  return isBoth ? [fieldError('date', 'imports.text.question.date.both')] : settle(edtf)
}

function wordsOf({ fact: { id, value } }: Compared): string {
  return ('openDate' in value ? value.openDate : undefined) ?? notFound(id)
}

interface DateQuestionProps extends QuestionPlace {
  /** The words of the date. */
  words: string
  /** The fact that waits for it. */
  said: string
  /** The possible dates. */
  options: readonly ChoiceOption[]
  quote: QuotedSentence
  form: FormState
}

/** The page that asks for a date: the sentence, possible dates, a field for a date as people write it, and a way to leave it open. */
function DateQuestion({ words, said, options, quote, form, ...place }: DateQuestionProps) {
  const { t } = useReader()
  return (
    <QuestionFrame
      {...place}
      title={t('imports.text.question.date.title', { words })}
      lead={
        <p>
          <strong>{said}</strong>
          {' · '}
          {t('imports.text.question.date.lead')}
        </p>
      }
      quotes={[quote]}
      form={form}
      send={t('imports.text.question.answer')}
      others={
        <button type="submit" class="button" name="without" value="1">
          {t('imports.text.question.date.without')}
        </button>
      }
    >
      {options.length === 0 ? null : (
        <ChoiceField
          name="candidate"
          label={t('imports.text.question.date.candidates')}
          hint={t('imports.text.question.date.candidatesHint')}
          options={[...options, { value: 'other', label: t('imports.text.question.date.other') }]}
          isPart
        />
      )}
      <DateField
        name="date"
        label={t(
          options.length === 0 ? 'imports.text.question.date.field' : 'imports.text.question.date.otherField',
        )}
        isPart={options.length > 0}
        required={options.length === 0}
      />
    </QuestionFrame>
  )
}

/** The possible dates of a fact with an open date, from the dates around it and the day of its text as known now. */
async function listPossibleDates(
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

/** Each as a choice, with the date that it was counted from. */
function dateOptions(
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
