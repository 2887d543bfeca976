import { Field } from '../../../../ui/form/field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'
import type { SentAccountForm } from '../account-form.ts'
import type { OwnRecord } from './profile-section.tsx'
import { ProofFirst } from './proof-first.tsx'

interface AddressSectionProps {
  person: OwnRecord
  isFresh: boolean
  sent: SentAccountForm | undefined
}

/** Another address for the account: it is asked first whether it is the person's. */
export function AddressSection({ person, isFresh, sent }: AddressSectionProps) {
  const reader = useReader()
  const { t } = reader
  if (!isFresh)
    return (
      <Section id="address" title={t('people.account.address')}>
        <p>{t('people.account.addressLead', { address: person.address })}</p>
        <ProofFirst section="address" label={t('people.account.address')} />
      </Section>
    )
  return (
    <Section id="address" title={t('people.account.address')}>
      <Form action={paths.changeAddress(reader.interfaceLanguage)} form={sent}>
        <p>{t('people.account.addressLead', { address: person.address })}</p>
        <Field
          name="address"
          type="email"
          autocomplete="email"
          label={t('people.account.newAddress')}
          hint={t('people.account.newAddressHint')}
          required
        />
        <p class="form-end">
          <button class="button" type="submit">
            {t('people.account.changeAddress')}
          </button>
        </p>
      </Form>
    </Section>
  )
}
