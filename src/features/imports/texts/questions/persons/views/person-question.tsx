import { typedValue } from '../../../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../../../ui/form/choice-field.tsx'
import { sayErrors } from '../../../../../../ui/form/say-errors.ts'
import type { QuotedSentence } from '../../../correcting/call.ts'
import type { TypedAnswer } from '../../call.ts'
import { QuestionFrame, type QuestionPlace } from '../../views/question-frame.tsx'

interface PersonQuestionProps extends QuestionPlace, TypedAnswer {
  names: { one: string; other: string }
  /** The sentences that name them. */
  quotes: readonly QuotedSentence[]
}

/** Two names that differ by a letter, each in its sentence: one person under one of them, or two. */
export function PersonQuestion({ names, quotes, values, errors, ...place }: PersonQuestionProps) {
  const { reader } = place
  const { t } = reader
  const said = sayErrors(reader, errors)
  const same = (name: string) => t('imports.text.question.person.same', { name })
  return (
    <QuestionFrame
      {...place}
      title={t('imports.text.question.person.title', names)}
      lead={t('imports.text.question.person.lead')}
      quotes={quotes}
      errors={said.list}
      send={t('imports.text.question.answer')}
    >
      <ChoiceField
        reader={reader}
        name="answer"
        label={t('imports.text.question.person.choice')}
        options={[
          { value: 'one', label: same(names.one) },
          { value: 'other', label: same(names.other) },
          { value: 'two', label: t('imports.text.question.person.two') },
        ]}
        chosen={[typedValue(values, 'answer')]}
        error={said.byField.answer}
        required
      />
    </QuestionFrame>
  )
}
