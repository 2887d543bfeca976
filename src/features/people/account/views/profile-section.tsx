import type { Reader } from '../../../../platform/i18n/reader.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import { Field } from '../../../../ui/form/field.tsx'
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
  reader: Reader
  person: OwnRecord
  sent: SentAccountForm | undefined
}

/** Name, and language of mails. */
export function ProfileSection({ reader, person, sent }: ProfileSectionProps) {
  const { t } = reader
  const errorOf = (name: string) => sent?.errors.find(({ field }) => field === name)?.message(t)
  const language = sent ? typedValue(sent.values, 'language') : person.language
  return (
    <Section id="profile" title={t('people.account.profile')}>
      <form class="form" method="post" action={paths.profile(reader.interfaceLanguage)} novalidate>
        <Field
          reader={reader}
          name="name"
          autocomplete="name"
          label={t('people.newcomer.name')}
          hint={t('people.newcomer.nameHint')}
          error={errorOf('name')}
          value={sent ? typedValue(sent.values, 'name') : person.name}
          required
        />
        <LanguageField
          reader={reader}
          label={t('people.newcomer.language')}
          language={language}
          error={errorOf('language')}
        />
        <p class="form-end">
          <button class="button" type="submit">
            {t('people.account.save')}
          </button>
        </p>
      </form>
    </Section>
  )
}
