import { type FieldError, type FormValues, typedValue } from '../../../../platform/input/form.ts'
import type { LegalNotice } from '../../../../platform/settings/legal-settings.ts'
import { Field } from '../../../../ui/form/field.tsx'
import { FormFields } from '../../../../ui/form/filled.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { countryName } from '../../../directory/index.ts'
import type { Invitation } from '../../invitations/queries.ts'
import { LanguageField } from '../../views/language-field.tsx'
import { StoredWords, TransferWords } from './stored-words.tsx'

interface NewcomerFormProps {
  invitation: Invitation
  legal: LegalNotice
  address: string
  values: FormValues
  errors: FieldError[]
}

/** For who has no account yet: the name, language and country of work, and what is stored of them. */
export function NewcomerForm({ invitation, legal, address, values, errors }: NewcomerFormProps) {
  const reader = useReader()
  const { t } = reader
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message(t)
  const language = typedValue(values, 'language') || reader.interfaceLanguage
  const country = typedValue(values, 'country')
  return (
    <form class="form newcomer" method="post" action={address} novalidate>
      <FormFields form={{ values, errors }}>
        <Field
          name="name"
          autocomplete="name"
          label={t('people.newcomer.name')}
          hint={t('people.newcomer.nameHint')}
          value={typedValue(values, 'name') || invitation.name}
          required
        />
        <LanguageField
          label={t('people.newcomer.language')}
          language={language}
          error={errorOf('language')}
        />
        <Field
          name="country"
          label={t('people.newcomer.country')}
          hint={t('people.newcomer.countryHint')}
          required
        >
          {(control) => (
            <select {...control}>
              <option value="">{t('people.newcomer.choose')}</option>
              {invitation.countries.map((code) => (
                <option key={code} value={code} selected={code === country}>
                  {countryName(reader, code)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <StoredWords legal={legal} />
        <Consent
          name="consent"
          label={t('people.newcomer.consent')}
          isTicked={typedValue(values, 'consent') === 'yes'}
        />
        {invitation.countries.includes('KR') ? (
          <fieldset class="consent transfer">
            <legend>{t('people.transfer.title')}</legend>
            <TransferWords legal={legal} />
            <Consent
              name="transfer"
              label={t('people.newcomer.transfer')}
              isTicked={typedValue(values, 'transfer') === 'yes'}
            />
          </fieldset>
        ) : null}
        <p class="form-end">
          <button class="button primary" type="submit">
            {t('people.newcomer.accept')}
          </button>
        </p>
      </FormFields>
    </form>
  )
}

interface ConsentProps {
  name: string
  label: string
  isTicked: boolean
}

function Consent({ name, label, isTicked }: ConsentProps) {
  return (
    <Field name={name} label={label} required>
      {(control) => <input {...control} type="checkbox" value="yes" checked={isTicked} />}
    </Field>
  )
}
