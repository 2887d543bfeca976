import { cityOf, zonesFor } from '../../../../platform/dates/index.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { FormFields } from '../../../../ui/form/filled.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import type { Network } from '../../../networks/index.ts'
import { knownPeriod } from '../../holidays/known-period.ts'
import { paths } from '../../paths.ts'

interface CheckFormProps {
  network: Network
  values: FormValues
}

/** The day or days, and the hours on the clock of one side. */
export function CheckForm({ network, values }: CheckFormProps) {
  const reader = useReader()
  const { t } = reader
  const field = (name: string, label: string, type: 'date' | 'time', required = false) => (
    <Field name={name} label={label} required={required}>
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
      <FormFields form={{ values, errors: [] }}>
        {reader.now ? <input type="hidden" name="now" value={reader.now} /> : null}
        {field('day', t('agenda.check.day'), 'date', true)}
        {field('to', t('agenda.check.to'), 'date')}
        {field('start', t('agenda.check.start'), 'time')}
        {field('end', t('agenda.check.end'), 'time')}
        <ChoiceField
          name="zone"
          label={t('agenda.check.zone')}
          options={zonesFor(network.countries).map((zone) => ({
            value: zone,
            label: chooseName(cityOf(zone), reader.language).text,
          }))}
          required
        />
        <p class="form-end">
          <button class="button primary" type="submit">
            {t('agenda.check.submit')}
          </button>
        </p>
      </FormFields>
    </form>
  )
}
