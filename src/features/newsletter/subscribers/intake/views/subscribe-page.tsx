import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { typedValue } from '../../../../../platform/input/form.ts'
import { errorOf, type Shown } from '../../../../../platform/records/record-part.ts'
import { Field } from '../../../../../ui/form/field.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { SpamTrap } from '../../../../../ui/form/spam-trap.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import type { Network } from '../../../../networks/index.ts'
import type { Offer } from '../../call.ts'
import { ChoiceFields } from '../../views/choice-fields.tsx'

interface SubscribePageProps {
  reader: Reader
  network: Network
  action: string
  offer: Offer
  /** What one agrees to. */
  consent: string
  /** Whether the network counts what is opened and followed. */
  isCounting: boolean
  shown: Shown
  begun: string
  zones: Record<string, string> | null
}

/** Where anybody asks for the letter of a network. */
export function SubscribePage({ reader, network, action, offer, shown, ...page }: SubscribePageProps) {
  const { consent, isCounting, begun, zones } = page
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('newsletter.subscribers.lead')}>
        {t('newsletter.subscribers.subscribe')}
      </PageHeading>
      <form method="post" action={action} class="form" novalidate>
        <FormErrors reader={reader} errors={sayErrors(reader, shown.errors).list} />
        <Field
          reader={reader}
          name="address"
          type="email"
          label={t('newsletter.subscribers.address')}
          hint={t('newsletter.subscribers.addressHint')}
          value={typedValue(shown.values, 'address')}
          error={errorOf(reader, shown, 'address')}
          autocomplete="email"
          required
        />
        <ChoiceFields reader={reader} network={network} offer={offer} shown={shown} zones={zones} />
        <SpamTrap reader={reader} begun={begun} />
        <p>{consent}</p>
        {isCounting ? <p>{reader.t('newsletter.counting.subscribeNote')}</p> : null}
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('newsletter.subscribers.send')}
          </button>
        </p>
      </form>
    </>
  )
}
