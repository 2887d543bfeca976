import type { FormState } from '../../../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../../../ui/form/choice-field.tsx'
import { useReader } from '../../../../../../ui/reader.tsx'
import type { QuotedSentence } from '../../../correcting/call.ts'
import { QuestionFrame, type QuestionPlace } from '../../views/question-frame.tsx'

interface PersonQuestionProps extends QuestionPlace {
  names: { one: string; other: string }
  /** The sentences that name them. */
  quotes: readonly QuotedSentence[]
  form: FormState
}

/** Two names that differ by a letter, each in its sentence: one person under one of them, or two. */
export function PersonQuestion({ names, quotes, form, ...place }: PersonQuestionProps) {
  const { t } = useReader()
  const same = (name: string) => t('imports.text.question.person.same', { name })
  return (
    <QuestionFrame
      {...place}
      title={t('imports.text.question.person.title', names)}
      lead={t('imports.text.question.person.lead')}
      quotes={quotes}
      form={form}
      send={t('imports.text.question.answer')}
    >
      <ChoiceField
        name="answer"
        label={t('imports.text.question.person.choice')}
        options={[
          { value: 'one', label: same(names.one) },
          { value: 'other', label: same(names.other) },
          { value: 'two', label: t('imports.text.question.person.two') },
        ]}
        required
      />
    </QuestionFrame>
  )
}
