import { type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { errorOf, type Shown } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { countryName } from '../../../directory/index.ts'
import type { EventCall } from '../../events/forms/event-part.ts'
import { outcomesBelow } from '../codes.ts'
import type { CriticalMass } from '../document/schema.ts'

/** What the fields show of what is needed. */
export function valuesOfNeeded(mass: CriticalMass | null): FormValues {
  return {
    until: mass?.until ?? '',
    ...Object.fromEntries(
      Object.entries(mass?.least ?? {}).map(([country, least]) => [`least.${country}`, String(least)]),
    ),
    total: mass?.total == null ? '' : String(mass.total),
    below: mass?.below ?? 'reduced',
  }
}

interface NeededFieldsProps {
  call: EventCall
  shown: Shown
  countries: readonly string[]
}

/** By when, how many authorities of each country and in all, and what happens with fewer. */
export function NeededFields({ call: { reader }, shown, countries }: NeededFieldsProps) {
  const { t } = reader
  const count = (name: string, label: string) => (
    <Field
      key={name}
      reader={reader}
      name={name}
      type="number"
      label={label}
      value={typedValue(shown.values, name)}
      error={errorOf(reader, shown, name)}
    />
  )
  return (
    <>
      <Field
        reader={reader}
        name="until"
        type="date"
        label={t('agenda.commitments.until')}
        hint={t('agenda.commitments.untilHint')}
        value={typedValue(shown.values, 'until')}
        error={errorOf(reader, shown, 'until')}
      />
      {countries.map((country) =>
        count(`least.${country}`, t('agenda.commitments.least', { country: countryName(reader, country) })),
      )}
      {count('total', t('agenda.commitments.total'))}
      <ChoiceField
        reader={reader}
        name="below"
        label={t('agenda.commitments.below')}
        options={outcomesBelow.map((each) => ({ value: each, label: t(`agenda.commitments.below.${each}`) }))}
        chosen={[typedValue(shown.values, 'below')]}
        error={errorOf(reader, shown, 'below')}
        required
      />
    </>
  )
}
