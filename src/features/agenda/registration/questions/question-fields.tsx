import { chooseText, type LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import type { Question } from './question.ts'
import { longestAnswer } from './schema.ts'

/** The questions of an event, each with the field that it takes. */
export function QuestionFields({ questions }: { questions: readonly Question[] }) {
  return (
    <>
      {questions.map((question) => (
        <QuestionField key={question.id} question={question} />
      ))}
    </>
  )
}

function QuestionField({ question }: { question: Question }) {
  const reader = useReader()
  const { t } = reader
  const field = {
    name: `answers.${question.id}`,
    label: <Words text={question.label} />,
    required: question.isRequired,
  }
  if (question.kind === 'line') return <Field {...field} autocomplete="off" />
  if (question.kind === 'text') return <TextAreaField {...field} max={longestAnswer} rows={4} />
  const choices =
    question.kind === 'yes_no'
      ? [
          { value: 'yes', label: t('agenda.registration.yes') },
          { value: 'no', label: t('agenda.registration.no') },
        ]
      : question.choices.map(({ id, label }) => ({
          value: id,
          label: chooseText(label, reader.language)?.text ?? '',
        }))
  return <ChoiceField {...field} options={choices} multiple={question.kind === 'several'} />
}

// A question in another language only says which language it is.
function Words({ text }: { text: LocalizedText }) {
  const reader = useReader()
  const chosen = chooseText(text, reader.language)
  if (chosen === null) return null
  return <span {...languageAttributes(reader, chosen.language)}>{chosen.text}</span>
}
