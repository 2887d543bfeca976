import type { Shown } from '../../../../../../platform/records/record-part.ts'
import { Field } from '../../../../../../ui/form/field.tsx'
import { Form } from '../../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../../ui/form/say-errors.ts'
import { TextAreaField } from '../../../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../../../ui/reader.tsx'
import type { Network } from '../../../../../networks/index.ts'
import type { Offer } from '../../../call.ts'
import { paths } from '../../../paths.ts'
import { ChoiceFields } from '../../../views/choice-fields.tsx'
import { BeneathList } from '../../views/beneath-list.tsx'

interface AddPageProps {
  network: Network
  offer: Offer
  shown: Shown
}

/** Who is added to the readers, and how and when they agreed. */
export function AddPage({ network, offer, shown }: AddPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <BeneathList network={network} lead={t('newsletter.subscribers.addLead')}>
        {t('newsletter.subscribers.add')}
      </BeneathList>
      <Form action={paths.add(reader, network.slug)} form={shown}>
        <FormErrors errors={sayErrors(reader, shown.errors).list} />
        <Field
          name="address"
          type="email"
          label={t('newsletter.subscribers.address')}
          autocomplete="off"
          required
        />
        <TextAreaField
          name="words"
          label={t('newsletter.subscribers.declaration')}
          hint={t('newsletter.subscribers.declarationHint')}
          max={1000}
          rows={3}
          required
        />
        <Field name="givenOn" type="date" label={t('newsletter.subscribers.givenOn')} required />
        <ChoiceFields network={network} offer={offer} shown={shown} />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('newsletter.subscribers.addButton')}
          </button>
        </p>
      </Form>
    </>
  )
}
