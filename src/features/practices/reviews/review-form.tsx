import { z } from 'zod'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { type FormValues, says } from '../../../platform/input/form.ts'
import { emptyOf } from '../../../platform/records/fields/field.ts'
import type { RecordNetwork } from '../../../platform/records/record-head.ts'
import { formOf } from '../../../ui/form/record-fields.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { longestAnswer, type PracticeReview, reviewFields } from './queries.ts'

const first = formOf(reviewFields, ['stance'])
const last = formOf(reviewFields, ['wouldCall', 'saidAs'])
const words = z.string().trim().max(longestAnswer).default('')

interface ReviewCall {
  reader: Reader
  network: RecordNetwork
}

const asCall = ({ reader, network }: ReviewCall) => ({ reader, network, document: emptyOf(reviewFields) })

/** What a reviewer sends: three questions, answered in their own language. */
export function reviewSchema(call: ReviewCall) {
  return first
    .schema(asCall(call))
    .extend({ ...last.schema(asCall(call)).shape, words, whoCould: words })
    .refine((typed) => typed.stance !== 'disputed' || typed.words !== '', {
      path: ['words'],
      error: says('practices.review.error.words'),
    })
}
export type TypedReview = z.output<ReturnType<typeof reviewSchema>>

/** What the form holds before anybody types: the answer that was given before. */
export function reviewValues({ stance, wouldCall, saidAs, ...said }: PracticeReview): FormValues {
  const textOf = (name: 'words' | 'whoCould') => Object.values(said[name])[0]?.text ?? ''
  return {
    ...{ stance: stance ?? '', wouldCall: wouldCall ?? '', saidAs },
    ...{ words: textOf('words'), whoCould: textOf('whoCould') },
  }
}

export function ReviewFields({ call }: { call: ReviewCall }) {
  const { t } = call.reader
  return (
    <>
      {first.form(asCall(call))}
      {(['words', 'whoCould'] as const).map((name) => (
        <TextAreaField
          key={name}
          name={name}
          label={t(`practices.review.${name}`)}
          hint={t(`practices.review.${name}Hint`)}
          max={longestAnswer}
          rows={4}
        />
      ))}
      {last.form(asCall(call))}
    </>
  )
}
