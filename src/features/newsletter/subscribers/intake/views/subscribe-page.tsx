import type { FormState } from '../../../../../platform/input/form.ts'
import { Field } from '../../../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../../../ui/form/form.tsx'
import { SpamTrap } from '../../../../../ui/form/spam-trap.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import type { Network } from '../../../../networks/index.ts'
import type { Offer } from '../../call.ts'
import { ChoiceFields } from '../../views/choice-fields.tsx'

interface SubscribePageProps {
  network: Network
  action: string
  offer: Offer
  /** What one agrees to. */
  consent: string
  /** Whether the network counts what is opened and followed. */
  isCounting: boolean
  form: FormState
  begun: string
  zones: Record<string, string> | null
}

/** Where anybody asks for the letter of a network. */
export function SubscribePage({ network, action, offer, form, ...page }: SubscribePageProps) {
  const reader = useReader()
  const { consent, isCounting, begun, zones } = page
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('newsletter.subscribers.lead')}>
        {t('newsletter.subscribers.subscribe')}
      </PageHeading>
      <Form action={action} form={form}>
        <ErrorList form={form} />
        <Field
          name="address"
          type="email"
          label={t('newsletter.subscribers.address')}
          hint={t('newsletter.subscribers.addressHint')}
          autocomplete="email"
          required
        />
        <ChoiceFields network={network} offer={offer} zones={zones} />
        <SpamTrap begun={begun} />
        <p>{consent}</p>
        {isCounting ? <p>{reader.t('newsletter.counting.subscribeNote')}</p> : null}
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('newsletter.subscribers.send')}
          </button>
        </p>
      </Form>
    </>
  )
}
