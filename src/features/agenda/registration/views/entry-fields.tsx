import { interfaceLanguages, languageNames } from '../../../../platform/i18n/languages.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import { errorOf, type Shown } from '../../../../platform/records/record-part.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { countryOptions } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import type { AgendaEvent } from '../../events/row/queries.ts'
import { QuestionFields } from '../questions/views/question-fields.tsx'
import { presences } from '../registration.ts'
import type { Terms } from '../terms.ts'

export interface EntryFieldsProps {
  reader: Reader
  network: Pick<Network, 'countries'>
  event: Pick<AgendaEvent, 'attendance'>
  terms: Pick<Terms, 'questions'>
  shown: Shown
  /** Of the account of whoever is signed in, or of a registration: it is shown and not asked for. */
  address?: string | null
  /** The address may stay empty: somebody is added by hand. */
  isAddressOptional?: boolean
}

/** What somebody says of themselves to register for an event, and what its holders ask. */
export function EntryFields(props: EntryFieldsProps) {
  const { reader, network, event, terms, shown, address } = props
  const { t } = reader
  const line = (name: string, label: string, autocomplete: string, required: boolean) => (
    <Field
      reader={reader}
      name={name}
      label={label}
      value={typedValue(shown.values, name)}
      error={errorOf(reader, shown, name)}
      autocomplete={autocomplete}
      required={required}
    />
  )
  return (
    <>
      {line('name', t('agenda.registration.name'), props.isAddressOptional ? 'off' : 'name', true)}
      {line(
        'organisation',
        t('agenda.registration.organisation'),
        props.isAddressOptional ? 'off' : 'organization',
        false,
      )}
      <ChoiceField
        reader={reader}
        name="country"
        label={t('agenda.registration.country')}
        options={countryOptions(reader, network.countries)}
        chosen={[typedValue(shown.values, 'country')]}
        error={errorOf(reader, shown, 'country')}
        isFolded
        required
      />
      {address === undefined ? (
        <Field
          reader={reader}
          name="address"
          type="email"
          label={t('agenda.registration.address')}
          hint={t(
            props.isAddressOptional ? 'agenda.registration.addressByHand' : 'agenda.registration.addressHint',
          )}
          value={typedValue(shown.values, 'address')}
          error={errorOf(reader, shown, 'address')}
          autocomplete={props.isAddressOptional ? 'off' : 'email'}
          required={!props.isAddressOptional}
        />
      ) : address === null ? null : (
        <FactList facts={[{ term: t('agenda.registration.address'), detail: address }]} />
      )}
      <ChoiceField
        reader={reader}
        name="language"
        label={t('agenda.registration.language')}
        options={interfaceLanguages.map((value) => ({ value, label: languageNames[value] }))}
        chosen={[typedValue(shown.values, 'language') || reader.interfaceLanguage]}
        error={errorOf(reader, shown, 'language')}
        required
      />
      {event.attendance === 'both' ? (
        <ChoiceField
          reader={reader}
          name="attendance"
          label={t('agenda.registration.attendance')}
          options={presences.map((value) => ({ value, label: t(`agenda.registration.presence.${value}`) }))}
          chosen={[typedValue(shown.values, 'attendance')]}
          error={errorOf(reader, shown, 'attendance')}
          required
        />
      ) : null}
      <QuestionFields reader={reader} questions={terms.questions} shown={shown} />
    </>
  )
}
