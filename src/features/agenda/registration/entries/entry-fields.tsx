import { languageNames } from '../../../../platform/i18n/languages.ts'
import { writtenLanguages } from '../../../../platform/i18n/reader.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { useFilled } from '../../../../ui/form/filled.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { countryOptions } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import type { AgendaEvent } from '../../events/summary.queries.ts'
import { QuestionFields } from '../questions/question-fields.tsx'
import { presences } from '../registration.ts'
import type { Terms } from '../terms.ts'

interface EntryFieldsProps {
  network: Pick<Network, 'countries'>
  event: Pick<AgendaEvent, 'attendance'>
  terms: Pick<Terms, 'questions'>
  /** From the account of the reader, or from a registration: it is shown and not asked for. */
  address?: string | null | undefined
  /** The address may stay empty: a holder adds a person by hand. */
  isAddressOptional?: boolean
}

/** The entry of a person who registers for an event, and the questions of its holders. */
export function EntryFields(props: EntryFieldsProps) {
  const reader = useReader()
  const { value: language } = useFilled('language')
  const { network, event, terms, address } = props
  const { t } = reader
  const line = (name: string, label: string, autocomplete: string, required: boolean) => (
    <Field name={name} label={label} autocomplete={autocomplete} required={required} />
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
        name="country"
        label={t('agenda.registration.country')}
        options={countryOptions(reader, network.countries)}
        isFolded
        required
      />
      {address === undefined ? (
        <Field
          name="address"
          type="email"
          label={t('agenda.registration.address')}
          hint={t(
            props.isAddressOptional ? 'agenda.registration.addressByHand' : 'agenda.registration.addressHint',
          )}
          autocomplete={props.isAddressOptional ? 'off' : 'email'}
          required={!props.isAddressOptional}
        />
      ) : address === null ? null : (
        <FactList facts={[{ term: t('agenda.registration.address'), detail: address }]} />
      )}
      <ChoiceField
        name="language"
        label={t('agenda.registration.language')}
        options={writtenLanguages(reader).map((value) => ({ value, label: languageNames[value] }))}
        chosen={[language || reader.interfaceLanguage]}
        required
      />
      {event.attendance === 'both' ? (
        <ChoiceField
          name="attendance"
          label={t('agenda.registration.attendance')}
          options={presences.map((value) => ({ value, label: t(`agenda.registration.presence.${value}`) }))}
          required
        />
      ) : null}
      <QuestionFields questions={terms.questions} />
    </>
  )
}
