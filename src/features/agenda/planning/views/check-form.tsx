import { cityOf, zonesFor } from '../../../../platform/dates/index.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import type { FormError } from '../../../../ui/form/form-errors.tsx'
import type { Network } from '../../../networks/index.ts'
import { knownPeriod } from '../../holidays/known-period.ts'
import { paths } from '../../paths.ts'

interface CheckFormProps {
  reader: Reader
  network: Network
  values: FormValues
  errors: readonly FormError[]
}

/** The day or days, and the hours on the clock of one side. */
export function CheckForm({ reader, network, values, errors }: CheckFormProps) {
  const { t } = reader
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const field = (name: string, label: string, type: 'date' | 'time', required = false) => (
    <Field reader={reader} name={name} label={label} error={errorOf(name)} required={required}>
      {(control) => (
        <input
          {...control}
          type={type}
          value={typedValue(values, name)}
          {...(type === 'date' ? { min: knownPeriod.from, max: knownPeriod.to } : {})}
        />
      )}
    </Field>
  )
  return (
    <form class="form" method="get" action={paths.checkDate(reader, network.slug)} novalidate>
      {reader.now ? <input type="hidden" name="now" value={reader.now} /> : null}
      {field('day', t('agenda.check.day'), 'date', true)}
      {field('to', t('agenda.check.to'), 'date')}
      {field('start', t('agenda.check.start'), 'time')}
      {field('end', t('agenda.check.end'), 'time')}
      <ChoiceField
        reader={reader}
        name="zone"
        label={t('agenda.check.zone')}
        options={zonesFor(network.countries).map((zone) => ({
          value: zone,
          label: chooseName(cityOf(zone), reader.language).text,
        }))}
        chosen={[typedValue(values, 'zone')]}
        error={errorOf('zone')}
        required
      />
      <p class="form-end">
        <button class="button primary" type="submit">
          {t('agenda.check.submit')}
        </button>
      </p>
    </form>
  )
}
