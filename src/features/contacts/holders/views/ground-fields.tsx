import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DayField } from '../../../../ui/form/date-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { countryName } from '../../../directory/index.ts'
import { legalBases, provenances, transferBases } from '../../legal.ts'

/** Where the data come from, the ground on which they are kept and read abroad, and until when. */
export function GroundFields({ countries }: { countries: readonly string[] }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <ChoiceField
        name="provenance"
        label={t('contacts.field.provenance')}
        options={provenances.map((each) => ({ value: each, label: t(`contacts.provenance.${each}`) }))}
        required
      />
      <Field name="provenanceNote" label={t('contacts.field.provenanceNote')} autocomplete="off" />
      <ChoiceField
        name="residence"
        label={t('contacts.field.residence')}
        hint={t('contacts.field.residenceHint')}
        options={countries.map((each) => ({ value: each, label: countryName(reader, each) }))}
        required
      />
      <ChoiceField
        name="legalBasis"
        label={t('contacts.field.legalBasis')}
        options={legalBases.map((each) => ({ value: each, label: t(`contacts.legalBasis.${each}`) }))}
        required
      />
      <ChoiceField
        name="transferBasis"
        label={t('contacts.field.transferBasis')}
        hint={t('contacts.field.transferBasisHint')}
        options={transferBases.map((each) => ({ value: each, label: t(`contacts.transferBasis.${each}`) }))}
        required
      />
      <DayField
        name="retentionUntil"
        label={t('contacts.field.retention')}
        hint={t('contacts.field.retentionHint')}
      />
    </>
  )
}
