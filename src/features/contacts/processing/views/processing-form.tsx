import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type FieldError, type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { Choice, ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import type { Network } from '../../../networks/index.ts'
import { legalBases } from '../../legal.ts'
import { paths } from '../../paths.ts'
import type { Processing } from '../queries.ts'
import { longestPurpose } from '../schema.ts'

interface ProcessingFormProps {
  reader: Reader
  network: Network
  processing: Processing
  /** As typed; null before anybody has. */
  values: FormValues | null
  errors: FieldError[]
}

/** Says who answers for the contacts of a network, what for, and how long they are kept. */
export function ProcessingForm({ reader, network, processing, values, errors }: ProcessingFormProps) {
  const { t } = reader
  const messages = errors.map((error) => ({ field: error.field, message: error.message(t) }))
  const errorOf = (name: string) => messages.find(({ field }) => field === name)?.message
  const shown = (name: string, standing: string) => (values ? typedValue(values, name) : standing)
  const localized = {
    reader,
    languages: network.languages,
    values: values ?? undefined,
    errors: Object.fromEntries(messages.map(({ field, message }) => [field, message])),
    max: longestPurpose,
  }
  return (
    <>
      <FormErrors reader={reader} errors={messages} />
      <PageHeading
        kicker={<a href={paths.processing(reader, network.slug)}>{t('contacts.processing.title')}</a>}
        lead={t('contacts.processing.editLead')}
      >
        {t('contacts.processing.edit')}
      </PageHeading>
      <form class="form" method="post" action={paths.editProcessing(reader, network.slug)} novalidate>
        <Field
          reader={reader}
          name="controller"
          label={t('contacts.processing.controller')}
          hint={t('contacts.processing.controllerHint')}
          value={shown('controller', processing.controller)}
          error={errorOf('controller')}
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
          reader={reader}
          name="legalBasis"
          label={t('contacts.field.legalBasis')}
          options={legalBases.map((each) => ({ value: each, label: t(`contacts.legalBasis.${each}`) }))}
          chosen={[shown('legalBasis', processing.legalBasis)]}
          error={errorOf('legalBasis')}
          required
        />
        <Field
          reader={reader}
          name="retentionMonths"
          type="number"
          label={t('contacts.processing.months')}
          hint={t('contacts.processing.monthsHint')}
          value={shown('retentionMonths', String(processing.retentionMonths))}
          error={errorOf('retentionMonths')}
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
      </form>
    </>
  )
}
