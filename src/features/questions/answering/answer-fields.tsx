import { z } from 'zod'
import { says } from '../../../platform/input/form.ts'
import { Field } from '../../../ui/form/field.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'

export const longestAnswer = 4000

/** What somebody answers, and the function, or the name, by which they sign. */
export const answerForm = z.object({
  words: z.string().trim().min(1, says('ui.form.missing')).max(longestAnswer),
  signed: z.string().trim().max(120).default(''),
})

export function AnswerFields() {
  const { t } = useReader()
  return (
    <>
      <TextAreaField
        name="words"
        label={t('questions.answer.words')}
        hint={t('questions.answer.wordsHint')}
        max={longestAnswer}
        rows={8}
        required
      />
      <Field name="signed" label={t('questions.answer.signed')} hint={t('questions.answer.signedHint')} />
    </>
  )
}
