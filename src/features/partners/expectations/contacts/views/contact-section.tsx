import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import { interfaceLanguages } from '../../../../../platform/i18n/languages.ts'
import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { typedValue } from '../../../../../platform/input/form.ts'
import { errorOf, type Shown } from '../../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../../ui/form/field.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../../ui/text/language-in-words.ts'
import { shortNames } from '../../../../directory/index.ts'
import type { MemberRequest } from '../../requests/queries.ts'

interface ContactSectionProps {
  reader: Reader
  /** Those who have not answered. */
  requests: readonly MemberRequest[]
  action: string
  shown: Shown
}

/** Having a member without an account answer by a link. */
export function ContactSection({ reader, requests, action, shown }: ContactSectionProps) {
  const { t } = reader
  return (
    <Section id="contact" title={t('partners.contact.title')}>
      <p>{t('partners.contact.lead')}</p>
      <form method="post" action={action} class="form" novalidate>
        <ChoiceField
          reader={reader}
          name="request"
          label={t('partners.contact.member')}
          options={requests.map(({ id, organisation }) => ({
            value: id,
            label: chooseName(shortNames(organisation), reader.language).text,
          }))}
          chosen={[typedValue(shown.values, 'request')]}
          error={errorOf(reader, shown, 'request')}
          isFolded
          required
        />
        <Field
          reader={reader}
          name="name"
          label={t('partners.contact.name')}
          value={typedValue(shown.values, 'name')}
          error={errorOf(reader, shown, 'name')}
          autocomplete="off"
        />
        <Field
          reader={reader}
          name="address"
          label={t('partners.contact.address')}
          hint={t('partners.contact.addressHint')}
          type="email"
          value={typedValue(shown.values, 'address')}
          error={errorOf(reader, shown, 'address')}
          autocomplete="off"
          required
        />
        <ChoiceField
          reader={reader}
          name="language"
          label={t('partners.contact.language')}
          options={interfaceLanguages.map((value) => ({
            value,
            label: capitalized(languageInWords(reader, value), reader.interfaceLanguage),
          }))}
          chosen={[typedValue(shown.values, 'language') || reader.interfaceLanguage]}
          error={errorOf(reader, shown, 'language')}
          required
        />
        <p class="form-end">
          <button type="submit" class="button">
            {t('partners.contact.send')}
          </button>
        </p>
      </form>
    </Section>
  )
}
