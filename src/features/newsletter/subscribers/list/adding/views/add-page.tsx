import type { Reader } from '../../../../../../platform/i18n/reader.ts'
import { typedValue } from '../../../../../../platform/input/form.ts'
import { errorOf, type Shown } from '../../../../../../platform/records/record-part.ts'
import { Field } from '../../../../../../ui/form/field.tsx'
import { FormErrors } from '../../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../../ui/form/say-errors.ts'
import { TextAreaField } from '../../../../../../ui/form/text-area-field.tsx'
import type { Network } from '../../../../../networks/index.ts'
import type { Offer } from '../../../call.ts'
import { paths } from '../../../paths.ts'
import { ChoiceFields } from '../../../views/choice-fields.tsx'
import { BeneathList } from '../../views/beneath-list.tsx'

interface AddPageProps {
  reader: Reader
  network: Network
  offer: Offer
  shown: Shown
}

/** Who is added to the readers, and how and when they agreed. */
export function AddPage({ reader, network, offer, shown }: AddPageProps) {
  const { t } = reader
  return (
    <>
      <BeneathList reader={reader} network={network} lead={t('newsletter.subscribers.addLead')}>
        {t('newsletter.subscribers.add')}
      </BeneathList>
      <form method="post" action={paths.add(reader, network.slug)} class="form" novalidate>
        <FormErrors reader={reader} errors={sayErrors(reader, shown.errors).list} />
        <Field
          reader={reader}
          name="address"
          type="email"
          label={t('newsletter.subscribers.address')}
          value={typedValue(shown.values, 'address')}
          error={errorOf(reader, shown, 'address')}
          autocomplete="off"
          required
        />
        <TextAreaField
          reader={reader}
          name="words"
          label={t('newsletter.subscribers.declaration')}
          hint={t('newsletter.subscribers.declarationHint')}
          value={typedValue(shown.values, 'words')}
          max={1000}
          rows={3}
          error={errorOf(reader, shown, 'words')}
          required
        />
        <Field
          reader={reader}
          name="givenOn"
          type="date"
          label={t('newsletter.subscribers.givenOn')}
          value={typedValue(shown.values, 'givenOn')}
          error={errorOf(reader, shown, 'givenOn')}
          required
        />
        <ChoiceFields reader={reader} network={network} offer={offer} shown={shown} />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('newsletter.subscribers.addButton')}
          </button>
        </p>
      </form>
    </>
  )
}
