import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DayField } from '../../../../ui/form/date-field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { ThemePicker } from '../../../../ui/form/theme-picker.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { themeGroups } from '../../../networks/index.ts'
import { forms } from '../../forms.ts'
import { confidentialities } from '../expectation.ts'
import { longestText, longestTitle } from './schema.ts'

interface TextFieldsProps {
  languages: readonly string[]
  /** The texts as they stand. */
  title: LocalizedText
  text: LocalizedText
}

/** What is expected: its title and text, the themes, the form, until when, and who reads it. */
export function TextFields({ languages, title, text }: TextFieldsProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <LocalizedField
        name="title"
        label={t('partners.expectation.title')}
        hint={t('partners.expectation.titleHint')}
        languages={languages}
        text={title}
        max={longestTitle}
        rows={1}
        required
      />
      <LocalizedField
        name="text"
        label={t('partners.expectation.text')}
        hint={t('partners.expectation.textHint')}
        languages={languages}
        text={text}
        max={longestText}
        rows={5}
      />
      <ThemePicker
        name="themes"
        label={t('partners.expectation.themes')}
        hint={t('partners.expectation.themesHint')}
        groups={themeGroups(reader)}
        required
      />
      <ChoiceField
        name="form"
        label={t('partners.expectation.form')}
        options={forms.map((form) => ({
          value: form,
          label: capitalized(t(`partners.form.${form}`), reader.interfaceLanguage),
        }))}
        isFolded
        required
      />
      <DayField
        name="deadline"
        label={t('partners.expectation.deadline')}
        hint={t('partners.expectation.deadlineHint')}
      />
      <ChoiceField
        name="confidentiality"
        label={t('partners.expectation.confidentiality')}
        options={confidentialities.map((each) => ({
          value: each,
          label: capitalized(t(`partners.confidentiality.${each}`), reader.interfaceLanguage),
          hint: t(`partners.confidentialityHint.${each}`),
        }))}
        required
      />
    </>
  )
}
