import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { typedValue } from '../../../../../platform/input/form.ts'
import { errorOf, type Shown } from '../../../../../platform/records/record-part.ts'
import { Field } from '../../../../../ui/form/field.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { PageHeading } from '../../../../../ui/text/headings.tsx'

/** Where whoever lost the link to what they proposed has it sent again. */
export function RenewalPage({ reader, action, shown }: { reader: Reader; action: string; shown: Shown }) {
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('agenda.proposal.renewalLead')}>{t('agenda.proposal.renewal')}</PageHeading>
      <form method="post" action={action} class="form" novalidate>
        <FormErrors reader={reader} errors={sayErrors(reader, shown.errors).list} />
        <Field
          reader={reader}
          name="address"
          type="email"
          label={t('agenda.proposal.address')}
          value={typedValue(shown.values, 'address')}
          error={errorOf(reader, shown, 'address')}
          autocomplete="email"
          required
        />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('agenda.proposal.renew')}
          </button>
        </p>
      </form>
    </>
  )
}
