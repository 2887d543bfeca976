import type { ComponentChildren } from 'preact'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import { errorOf, type Shown } from '../../../../platform/records/record-part.ts'
import { Field } from '../../../../ui/form/field.tsx'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../ui/form/say-errors.ts'
import { PageHeading } from '../../../../ui/text/headings.tsx'

interface RenewalPageProps {
  reader: Reader
  kicker?: ComponentChildren
  title: string
  lead: string
  action: string
  shown: Shown
}

/** Where whoever lost the link to what is theirs has it sent again. */
export function RenewalPage({ reader, kicker, title, lead, action, shown }: RenewalPageProps) {
  const { t } = reader
  return (
    <>
      <PageHeading lead={lead} kicker={kicker}>
        {title}
      </PageHeading>
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
