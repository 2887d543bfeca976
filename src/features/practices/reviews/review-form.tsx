import { z } from 'zod'
import { type FormValues, says } from '../../../platform/input/form.ts'
import { languageOfLetters } from '../../../platform/input/text-input.ts'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import type { TypedReview } from './commands.ts'
import { callAnswers, type PracticeReview, stances } from './queries.ts'

const longest = 800
const words = z.string().trim().max(longest).default('')

/** What a reviewer sends: three questions, answered in their own language. */
export const reviewForm = z
  .object({
    stance: z.enum(stances),
    words,
    whoCould: words,
    wouldCall: z.enum(callAnswers),
    saidAs: z.string().trim().min(1).max(120),
  })
  .refine(({ stance, words }) => stance !== 'disputed' || words !== '', {
    path: ['words'],
    error: says('practices.review.error.words'),
  })

/** The answers as the database keeps them: each text in the language of its letters, else in that of the page. */
export function typedReview(
  { words, whoCould, ...said }: z.output<typeof reviewForm>,
  language: string,
  languages: readonly string[],
): TypedReview {
  const told = (text: string): TypedReview['words'] =>
    text === '' ? {} : { [languageOfLetters(text, languages) ?? language]: { text, state: 'original' } }
  return { ...said, words: told(words), whoCould: told(whoCould) }
}

/** What the form holds before anybody types: the answer that was given before. */
export function reviewValues({ stance, words, whoCould, wouldCall, saidAs }: PracticeReview): FormValues {
  const [first] = Object.values(words)
  const [could] = Object.values(whoCould)
  return {
    ...{ stance: stance ?? '', words: first?.text ?? '', whoCould: could?.text ?? '' },
    ...{ wouldCall: wouldCall ?? '', saidAs },
  }
}

export function ReviewFields() {
  const { t } = useReader()
  const text = (name: 'words' | 'whoCould') => (
    <TextAreaField
      name={name}
      label={t(`practices.review.${name}`)}
      hint={t(`practices.review.${name}Hint`)}
      max={longest}
      rows={4}
    />
  )
  return (
    <>
      <ChoiceField
        name="stance"
        label={t('practices.review.stance')}
        options={stances.map((value) => ({ value, label: t(`practices.review.stances.${value}`) }))}
        required
      />
      {text('words')}
      {text('whoCould')}
      <ChoiceField
        name="wouldCall"
        label={t('practices.review.wouldCall')}
        options={callAnswers.map((value) => ({ value, label: t(`practices.review.call.${value}`) }))}
        required
      />
      <Field
        name="saidAs"
        label={t('practices.review.saidAs')}
        hint={t('practices.review.saidAsHint')}
        required
      />
    </>
  )
}
