import { typedValue } from '../../../../platform/input/form.ts'
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
  const errorOf = (name: string) => sent?.errors.find(({ field }) => field === name)?.message(t)
  const language = sent ? typedValue(sent.values, 'language') : person.language
  return (
    <Section id="profile" title={t('people.account.profile')}>
      <Form action={paths.profile(reader.interfaceLanguage)} form={sent}>
        <Field
          name="name"
          autocomplete="name"
          label={t('people.newcomer.name')}
          hint={t('people.newcomer.nameHint')}
          value={sent ? typedValue(sent.values, 'name') : person.name}
          required
        />
        <LanguageField
          label={t('people.newcomer.language')}
          language={language}
          error={errorOf('language')}
        />
        <p class="form-end">
          <button class="button" type="submit">
            {t('people.account.save')}
          </button>
        </p>
      </Form>
    </Section>
  )
}
