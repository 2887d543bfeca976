import type { FormValues } from '../../../../platform/input/form.ts'
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
  countries: readonly string[]
}

/** By when, how many authorities of each country and in all, and what happens with fewer. */
export function NeededFields({ call: { reader }, countries }: NeededFieldsProps) {
  const { t } = reader
  const count = (name: string, label: string) => <Field key={name} name={name} type="number" label={label} />
  return (
    <>
      <Field
        name="until"
        type="date"
        label={t('agenda.commitments.until')}
        hint={t('agenda.commitments.untilHint')}
      />
      {countries.map((country) =>
        count(`least.${country}`, t('agenda.commitments.least', { country: countryName(reader, country) })),
      )}
      {count('total', t('agenda.commitments.total'))}
      <ChoiceField
        name="below"
        label={t('agenda.commitments.below')}
        options={outcomesBelow.map((each) => ({ value: each, label: t(`agenda.commitments.below.${each}`) }))}
        required
      />
    </>
  )
}
