import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import { interfaceLanguages } from '../../../../../platform/i18n/languages.ts'
import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../../ui/form/field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../../ui/text/language-in-words.ts'
import { shortNames } from '../../../../directory/index.ts'
import type { MemberRequest } from '../../requests/queries.ts'

interface ContactSectionProps {
  /** Those who have not answered. */
  requests: readonly MemberRequest[]
  action: string
  /** What was typed and is wrong. */
  form: FormState | undefined
}

/** Having a member without an account answer by a link. */
export function ContactSection({ requests, action, form }: ContactSectionProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="contact" title={t('partners.contact.title')}>
      <p>{t('partners.contact.lead')}</p>
      <Form action={action} form={form ?? { values: { language: reader.interfaceLanguage }, errors: [] }}>
        <ChoiceField
          name="request"
          label={t('partners.contact.member')}
          options={requests.map(({ id, organisation }) => ({
            value: id,
            label: chooseName(shortNames(organisation), reader.language).text,
          }))}
          isFolded
          required
        />
        <Field name="name" label={t('partners.contact.name')} autocomplete="off" />
        <Field
          name="address"
          label={t('partners.contact.address')}
          hint={t('partners.contact.addressHint')}
          type="email"
          autocomplete="off"
          required
        />
        <ChoiceField
          name="language"
          label={t('partners.contact.language')}
          options={interfaceLanguages.map((value) => ({
            value,
            label: capitalized(languageInWords(reader, value), reader.interfaceLanguage),
          }))}
          required
        />
        <p class="form-end">
          <button type="submit" class="button">
            {t('partners.contact.send')}
          </button>
        </p>
      </Form>
    </Section>
  )
}
