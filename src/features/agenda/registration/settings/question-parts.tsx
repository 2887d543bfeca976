import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { directionOf } from '../../../../platform/i18n/languages.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import { Choice, ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { FieldGroup } from '../../../../ui/form/field-group.tsx'
import { useForm } from '../../../../ui/form/filled.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { RepeatedParts } from '../../../../ui/form/repeated-parts.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { type Question, questionKinds } from '../questions/question.ts'
import { longestQuestion } from './schema.ts'

interface QuestionPartsProps {
  languages: readonly string[]
  /** The stored questions. */
  questions: readonly Question[]
}

/** The questions of the holders of an event to registrants, one by one. */
export function QuestionParts(props: QuestionPartsProps) {
  const { t } = useReader()
  return (
    <RepeatedParts
      name="questions"
      label={t('agenda.registration.questions')}
      hint={t('agenda.registration.questionsHint')}
      titleOf={(index) => t('agenda.registration.question', { number: index + 1 })}
      addLabel={t('agenda.registration.addQuestion')}
      isOrdered
    >
      {(prefix) => <QuestionPart {...props} prefix={prefix} />}
    </RepeatedParts>
  )
}

function QuestionPart({ languages, questions, prefix }: QuestionPartsProps & { prefix: string }) {
  const reader = useReader()
  const { values } = useForm()
  const { t } = reader
  const value = (name: string) => typedValue(values, `${prefix}.${name}`)
  // As the texts above: the reader’s own language first.
  const ownFirst = languages.toSorted((a, b) => Number(b === reader.language) - Number(a === reader.language))
  const stored = questions.find(({ id }) => id === value('entry'))
  return (
    <>
      <input type="hidden" name={`${prefix}.entry`} value={value('entry')} />
      <LocalizedField
        name={`${prefix}.label`}
        label={t('agenda.registration.questionText')}
        languages={languages}
        text={stored?.label ?? {}}
        max={longestQuestion}
        rows={1}
        required
      />
      <ChoiceField
        name={`${prefix}.kind`}
        label={t('agenda.registration.questionKind')}
        options={questionKinds.map((kind) => ({
          value: kind,
          label: t(`agenda.registration.questionKind.${kind}`),
        }))}
        isFolded
        required
      />
      <FieldGroup
        name={`${prefix}.choices`}
        label={t('agenda.registration.choices')}
        hint={t('agenda.registration.choicesHint')}
        class="localized"
      >
        <div class="localized-columns">
          {ownFirst.map((language) => (
            <Field
              key={language}
              name={`${prefix}.choices.${language}`}
              label={capitalized(languageInWords(reader, language), reader.interfaceLanguage)}
              isPart
            >
              {(control) => (
                <textarea {...control} rows={4} lang={language} dir={directionOf(language)}>
                  {value(`choices.${language}`)}
                </textarea>
              )}
            </Field>
          ))}
        </div>
      </FieldGroup>
      <div class="choices">
        <Choice
          name={`${prefix}.isRequired`}
          option={{ value: 'on', label: t('agenda.registration.isRequired') }}
          type="checkbox"
          isChosen={value('isRequired') !== ''}
        />
      </div>
    </>
  )
}
