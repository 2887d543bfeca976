import { type FieldError, type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { Choice, ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import type { Network } from '../../../networks/index.ts'
import { legalBases } from '../../legal.ts'
import { paths } from '../../paths.ts'
import type { Processing } from '../queries.ts'
import { longestPurpose } from '../schema.ts'

interface ProcessingFormProps {
  network: Network
  processing: Processing
  /** As typed; null before anybody has. */
  values: FormValues | null
  errors: FieldError[]
}

/** Says who answers for the contacts of a network, what for, and how long they are kept. */
export function ProcessingForm({ network, processing, values, errors }: ProcessingFormProps) {
  const reader = useReader()
  const { t } = reader
  const messages = errors.map((error) => ({ field: error.field, message: error.message(t) }))
  const shown = (name: string, standing: string) => (values ? typedValue(values, name) : standing)
  const localized = {
    languages: network.languages,
    max: longestPurpose,
  }
  return (
    <>
      <FormErrors errors={messages} />
      <PageHeading
        kicker={<a href={paths.processing(reader, network.slug)}>{t('contacts.processing.title')}</a>}
        lead={t('contacts.processing.editLead')}
      >
        {t('contacts.processing.edit')}
      </PageHeading>
      <Form action={paths.editProcessing(reader, network.slug)} form={{ values: values ?? {}, errors }}>
        <Field
          name="controller"
          label={t('contacts.processing.controller')}
          hint={t('contacts.processing.controllerHint')}
          value={shown('controller', processing.controller)}
          required
        />
        <LocalizedField
          {...localized}
          name="purpose"
          label={t('contacts.processing.purpose')}
          hint={t('contacts.processing.usualPurpose')}
          text={processing.purpose}
          required
        />
        <ChoiceField
          name="legalBasis"
          label={t('contacts.field.legalBasis')}
          options={legalBases.map((each) => ({ value: each, label: t(`contacts.legalBasis.${each}`) }))}
          chosen={[shown('legalBasis', processing.legalBasis)]}
          required
        />
        <Field
          name="retentionMonths"
          type="number"
          label={t('contacts.processing.months')}
          hint={t('contacts.processing.monthsHint')}
          value={shown('retentionMonths', String(processing.retentionMonths))}
          required
        />
        <LocalizedField
          {...localized}
          name="recipients"
          label={t('contacts.processing.others')}
          hint={t('contacts.processing.othersHint')}
          text={processing.recipients}
        />
        <div class="field">
          <Choice
            name="showsFunctions"
            type="checkbox"
            isChosen={values ? typedValue(values, 'showsFunctions') === 'yes' : processing.showsFunctions}
            option={{ value: 'yes', label: t('contacts.processing.showFunctions') }}
          />
        </div>
        <p class="form-end">
          <button class="button primary" type="submit">
            {t('contacts.action.save')}
          </button>
        </p>
      </Form>
    </>
  )
}
