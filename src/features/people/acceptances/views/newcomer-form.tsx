import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type FieldError, type FormValues, typedValue } from '../../../../platform/input/form.ts'
import type { LegalNotice } from '../../../../platform/settings/legal-settings.ts'
import { Field } from '../../../../ui/form/field.tsx'
import { countryName } from '../../../directory/index.ts'
import type { Invitation } from '../../invitations/queries.ts'
import { LanguageField } from '../../views/language-field.tsx'
import { StoredWords, TransferWords } from './stored-words.tsx'

interface NewcomerFormProps {
  reader: Reader
  invitation: Invitation
  legal: LegalNotice
  address: string
  values: FormValues
  errors: FieldError[]
}

/** For who has no account yet: the name, language and country of work, and what is stored of them. */
export function NewcomerForm({ reader, invitation, legal, address, values, errors }: NewcomerFormProps) {
  const { t } = reader
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message(t)
  const language = typedValue(values, 'language') || reader.interfaceLanguage
  const country = typedValue(values, 'country')
  return (
    <form class="form newcomer" method="post" action={address} novalidate>
      <Field
        reader={reader}
        name="name"
        autocomplete="name"
        label={t('people.newcomer.name')}
        hint={t('people.newcomer.nameHint')}
        error={errorOf('name')}
        value={typedValue(values, 'name') || invitation.name}
        required
      />
      <LanguageField
        reader={reader}
        label={t('people.newcomer.language')}
        language={language}
        error={errorOf('language')}
      />
      <Field
        reader={reader}
        name="country"
        label={t('people.newcomer.country')}
        hint={t('people.newcomer.countryHint')}
        error={errorOf('country')}
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
      <StoredWords reader={reader} legal={legal} />
      <Consent
        reader={reader}
        name="consent"
        label={t('people.newcomer.consent')}
        error={errorOf('consent')}
        isTicked={typedValue(values, 'consent') === 'yes'}
      />
      {invitation.countries.includes('KR') ? (
        <fieldset class="consent transfer">
          <legend>{t('people.transfer.title')}</legend>
          <TransferWords reader={reader} legal={legal} />
          <Consent
            reader={reader}
            name="transfer"
            label={t('people.newcomer.transfer')}
            error={errorOf('transfer')}
            isTicked={typedValue(values, 'transfer') === 'yes'}
          />
        </fieldset>
      ) : null}
      <p class="form-end">
        <button class="button primary" type="submit">
          {t('people.newcomer.accept')}
        </button>
      </p>
    </form>
  )
}

interface ConsentProps {
  reader: Reader
  name: string
  label: string
  error: string | undefined
  isTicked: boolean
}

function Consent({ reader, name, label, error, isTicked }: ConsentProps) {
  return (
    <Field reader={reader} name={name} label={label} error={error} required>
      {(control) => <input {...control} type="checkbox" value="yes" checked={isTicked} />}
    </Field>
  )
}
