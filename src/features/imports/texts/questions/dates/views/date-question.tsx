import type { FormState } from '../../../../../../platform/input/form.ts'
import { ChoiceField, type ChoiceOption } from '../../../../../../ui/form/choice-field.tsx'
import { DateField } from '../../../../../../ui/form/date-field.tsx'
import { useReader } from '../../../../../../ui/reader.tsx'
import type { QuotedSentence } from '../../../correcting/call.ts'
import { QuestionFrame, type QuestionPlace } from '../../views/question-frame.tsx'

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
export function DateQuestion({ words, said, options, quote, form, ...place }: DateQuestionProps) {
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
