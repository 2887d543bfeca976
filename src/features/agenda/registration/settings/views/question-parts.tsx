import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import { directionOf } from '../../../../../platform/i18n/languages.ts'
import { typedValue } from '../../../../../platform/input/form.ts'
import { Choice, ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../../ui/form/field.tsx'
import { FieldGroup } from '../../../../../ui/form/field-group.tsx'
import { LocalizedField } from '../../../../../ui/form/localized-field.tsx'
import { RepeatedParts } from '../../../../../ui/form/repeated-parts.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { languageInWords } from '../../../../../ui/text/language-in-words.ts'
import { questionKinds } from '../../questions/question.ts'
import { longestQuestion } from '../typed-questions.ts'
import type { TermsPageProps } from './terms-page.tsx'

/** What those who hold an event ask of whoever registers, question by question. */
export function QuestionParts(props: TermsPageProps) {
  const reader = useReader()
  const { focus } = props
  const { t } = reader
  return (
    <RepeatedParts
      name="questions"
      label={t('agenda.registration.questions')}
      hint={t('agenda.registration.questionsHint')}
      focus={focus}
      titleOf={(index) => t('agenda.registration.question', { number: index + 1 })}
      addLabel={t('agenda.registration.addQuestion')}
      isOrdered
    >
      {(prefix) => <QuestionPart {...props} prefix={prefix} />}
    </RepeatedParts>
  )
}

function QuestionPart({ network, terms, shown, prefix }: TermsPageProps & { prefix: string }) {
  const reader = useReader()
  const { t } = reader
  const value = (name: string) => typedValue(shown.values, `${prefix}.${name}`)
  // As the texts above: the reader’s own language first.
  const languages = network.languages.toSorted(
    (a, b) => Number(b === reader.language) - Number(a === reader.language),
  )
  const standing = terms?.questions.find(({ id }) => id === value('entry'))
  return (
    <>
      <input type="hidden" name={`${prefix}.entry`} value={value('entry')} />
      <LocalizedField
        name={`${prefix}.label`}
        label={t('agenda.registration.questionText')}
        languages={network.languages}
        text={standing?.label ?? {}}
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
        chosen={[value('kind')]}
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
          {languages.map((language) => (
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
