import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { type FieldError, type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import type { Section } from '../../sections/section.ts'
import { errorOf } from '../../views/form-page.tsx'
import { longestPassage, longestReason } from '../schema.ts'

interface AmendmentFormProps {
  action: string
  sections: readonly Section[]
  values: FormValues
  errors: readonly FieldError[]
}

/** Asks for another wording of a passage, with the reason. */
export function AmendmentForm({ action, sections, values, errors }: AmendmentFormProps) {
  const reader = useReader()
  const { t } = reader
  const languages = [...new Set(sections.flatMap(({ text }) => Object.keys(text)))]
  const field = (name: string) => ({
    reader,
    name,
    value: typedValue(values, name),
    error: errorOf(reader, errors, name),
  })
  return (
    <Form action={action} form={{ values, errors }}>
      <ChoiceField
        name="section"
        label={t('minutes.amendment.section')}
        options={sections.map(({ id, title }) => ({
          value: id,
          label: chooseText(title, reader.language)?.text ?? '',
        }))}
        isFolded
        required
      />
      <ChoiceField
        name="language"
        label={t('minutes.amendment.language')}
        options={languages.map((language) => ({ value: language, label: languageInWords(reader, language) }))}
        chosen={[
          typedValue(values, 'language') ||
            (languages.includes(reader.language) ? reader.language : (languages[0] ?? '')),
        ]}
        required
      />
      <TextAreaField
        {...field('passage')}
        label={t('minutes.amendment.passage')}
        hint={t('minutes.amendment.passageHint')}
        max={longestPassage}
        rows={3}
        required
      />
      <TextAreaField
        {...field('proposal')}
        label={t('minutes.amendment.proposal')}
        hint={t('minutes.amendment.proposalHint')}
        max={longestPassage}
        rows={3}
      />
      <TextAreaField
        {...field('reason')}
        label={t('minutes.amendment.reason')}
        max={longestReason}
        rows={2}
        required
      />
      <p class="form-end">
        <button class="button primary" type="submit">
          {t('minutes.amendment.send')}
        </button>
      </p>
    </Form>
  )
}
