import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import type { LocalizedText } from '../../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { typedValue, typedValues } from '../../../../../platform/input/form.ts'
import { errorOf, errorsOf, type Shown, typedTexts } from '../../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../../ui/form/field.tsx'
import { LocalizedField } from '../../../../../ui/form/localized-field.tsx'
import { ThemePicker } from '../../../../../ui/form/theme-picker.tsx'
import { themeGroups } from '../../../../networks/index.ts'
import { forms } from '../../../forms.ts'
import { confidentialities } from '../../expectation.ts'
import { longestText, longestTitle } from '../schema.ts'

interface TextFieldsProps {
  reader: Reader
  languages: readonly string[]
  /** The texts as they stand. */
  title: LocalizedText
  text: LocalizedText
  shown: Shown
}

/** What is expected: its title and text, the themes, the form, until when, and who reads it. */
export function TextFields({ reader, languages, title, text, shown }: TextFieldsProps) {
  const { t } = reader
  const { values } = shown
  return (
    <>
      <LocalizedField
        reader={reader}
        name="title"
        label={t('partners.expectation.title')}
        hint={t('partners.expectation.titleHint')}
        languages={languages}
        text={title}
        values={typedTexts(shown, 'title')}
        errors={errorsOf(reader, shown)}
        max={longestTitle}
        rows={1}
        required
      />
      <LocalizedField
        reader={reader}
        name="text"
        label={t('partners.expectation.text')}
        hint={t('partners.expectation.textHint')}
        languages={languages}
        text={text}
        values={typedTexts(shown, 'text')}
        errors={errorsOf(reader, shown)}
        max={longestText}
        rows={5}
      />
      <ThemePicker
        reader={reader}
        name="themes"
        label={t('partners.expectation.themes')}
        hint={t('partners.expectation.themesHint')}
        groups={themeGroups(reader)}
        chosen={typedValues(values, 'themes')}
        error={errorOf(reader, shown, 'themes')}
        required
      />
      <ChoiceField
        reader={reader}
        name="form"
        label={t('partners.expectation.form')}
        options={forms.map((form) => ({
          value: form,
          label: capitalized(t(`partners.form.${form}`), reader.interfaceLanguage),
        }))}
        chosen={[typedValue(values, 'form')]}
        error={errorOf(reader, shown, 'form')}
        isFolded
        required
      />
      <Field
        reader={reader}
        name="deadline"
        label={t('partners.expectation.deadline')}
        hint={t('partners.expectation.deadlineHint')}
        type="date"
        value={typedValue(values, 'deadline')}
        error={errorOf(reader, shown, 'deadline')}
      />
      <ChoiceField
        reader={reader}
        name="confidentiality"
        label={t('partners.expectation.confidentiality')}
        options={confidentialities.map((each) => ({
          value: each,
          label: capitalized(t(`partners.confidentiality.${each}`), reader.interfaceLanguage),
          hint: t(`partners.confidentialityHint.${each}`),
        }))}
        chosen={[typedValue(values, 'confidentiality')]}
        error={errorOf(reader, shown, 'confidentiality')}
        required
      />
    </>
  )
}
