import type { ComponentChildren } from 'preact'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { Field } from '../../../../ui/form/field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../ui/form/say-errors.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'

interface RenewalPageProps {
  kicker?: ComponentChildren
  title: string
  lead: string
  action: string
  shown: Shown
}

/** Where whoever lost the link to what is theirs has it sent again. */
export function RenewalPage({ kicker, title, lead, action, shown }: RenewalPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading lead={lead} kicker={kicker}>
        {title}
      </PageHeading>
      <Form action={action} form={shown}>
        <FormErrors errors={sayErrors(reader, shown.errors).list} />
        <Field
          name="address"
          type="email"
          label={t('agenda.proposal.address')}
          autocomplete="email"
          required
        />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('agenda.proposal.renew')}
          </button>
        </p>
      </Form>
    </>
  )
}
