import type { FastifyReply } from 'fastify'
import { type FormState, type FormValues, fieldError, readForm } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { ChoiceField, type ChoiceOption } from '../../../../ui/form/choice-field.tsx'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import type { Compared } from '../comparison/compared.ts'
import { findQuote, findSaid, type QuotedSentence } from '../correcting.call.ts'
import { type Answered, addressAfter, drawQuestion, type FactRequest, placeOf } from './call.ts'
import { settleDate } from './dates.commands.ts'
import { dateOptions, listPossibleDates } from './possible.ts'
import { QuestionFrame, type QuestionPlace } from './question-frame.tsx'
import { openDateForm } from './schema.ts'

/** Asks when something was that a text dates by something else, with what it may be by the dates around it. */
export async function showDateQuestion(asked: FactRequest, form: FormState): Promise<FastifyReply> {
  const { reader, network, text, compared } = asked
  const { fact } = compared
  const words = wordsOf(compared)
  const possible = await listPossibleDates(asked, fact, words)
  return drawQuestion(asked, {
    title: reader.t('imports.text.question.date.title', { words }),
    description: reader.t('imports.text.question.date.lead'),
    children: (
      <DateQuestion
        network={network.slug}
        text={text}
        factId={fact.id}
        words={words}
        said={await findSaid(asked, compared)}
        options={dateOptions(reader, { text, words, passage: fact.quote.passage }, possible)}
        quote={await findQuote(asked, compared)}
        form={form}
      />
    ),
  })
}

/** Takes the date, chosen or written, or that there is to be none. */
export async function answerDateQuestion(asked: FactRequest, values: FormValues): Promise<Answered> {
  const { reader, writing, compared } = asked
  const form = readForm(openDateForm(reader.interfaceLanguage), values)
  if (!form.valid) return form.errors
  const { candidate, date, without } = form.data
  const settle = async (edtf: string | null) =>
    addressAfter(asked, await settleDate(writing, placeOf(asked), compared.fact.id, edtf))
  if (without !== undefined) return settle(null)
  const possible = await listPossibleDates(asked, compared.fact, wordsOf(compared))
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
  /** What it may be. */
  options: readonly ChoiceOption[]
  quote: QuotedSentence
  form: FormState
}

/** When something was: the sentence, what it may be, a date as people say it, and the way to leave it open. */
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
