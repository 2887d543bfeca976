import { z } from 'zod'
import type { FormState } from '../../platform/input/form.ts'
import { typedAddress } from '../../platform/mail/mail-address.ts'
import { Field } from '../../ui/form/field.tsx'
import { ErrorList } from '../../ui/form/form.tsx'
import type { FormPage } from '../../ui/form/form-page.tsx'
import type { NetworkRequest } from '../networks/index.ts'

const renewalForm = z.object({ address: typedAddress })

/** The form that sends the link to a proposal or a registration again to a person who lost it, for every page that has it. */
export const renewalPage = {
  width: 'reading',
  schema: renewalForm,
  submit: 'agenda.proposal.renew',
  fields: ({ reader: { t } }: NetworkRequest, form: FormState) => (
    <>
      <ErrorList form={form} />
      <Field name="address" type="email" label={t('agenda.proposal.address')} autocomplete="email" required />
    </>
  ),
} satisfies Partial<FormPage<NetworkRequest, z.output<typeof renewalForm>, unknown>>
