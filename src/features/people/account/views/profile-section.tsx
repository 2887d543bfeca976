import { Field } from '../../../../ui/form/field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'
import { LanguageField } from '../../views/language-field.tsx'
import type { SentAccountForm } from '../account-form.ts'

export interface OwnRecord {
  name: string
  address: string
  language: string
  operatorSince: Date | null
}

interface ProfileSectionProps {
  person: OwnRecord
  sent: SentAccountForm | undefined
}

/** Name, and language of mails. */
export function ProfileSection({ person, sent }: ProfileSectionProps) {
  const reader = useReader()
  const { t } = reader
  const { name, language } = person
  return (
    <Section id="profile" title={t('people.account.profile')}>
      <Form
        action={paths.profile(reader.interfaceLanguage)}
        form={sent ?? { values: { name, language }, errors: [] }}
      >
        <Field
          name="name"
          autocomplete="name"
          label={t('people.newcomer.name')}
          hint={t('people.newcomer.nameHint')}
          required
        />
        <LanguageField label={t('people.newcomer.language')} usual={language} />
        <p class="form-end">
          <button class="button" type="submit">
            {t('people.account.save')}
          </button>
        </p>
      </Form>
    </Section>
  )
}
