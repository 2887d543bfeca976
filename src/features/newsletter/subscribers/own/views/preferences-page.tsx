import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { Field } from '../../../../../ui/form/field.tsx'
import { FormFields } from '../../../../../ui/form/filled.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'
import type { Network } from '../../../../networks/index.ts'
import type { Offer } from '../../call.ts'
import { paths } from '../../paths.ts'
import type { Subscription } from '../../subscription.ts'
import { ChoiceFields } from '../../views/choice-fields.tsx'

interface PreferencesPageProps {
  network: Network
  subscription: Subscription
  offer: Offer
  /** Whether the network counts what is opened and followed. */
  isCounting: boolean
  /** Of the page, which speaks for the reader. */
  address: string
  done: 'confirmed' | 'changed' | 'address' | 'moved' | 'returned' | null
  choices: Shown
  move: Shown
}

/** All that a reader may change of what they are sent, and the way out. */
export function PreferencesPage(props: PreferencesPageProps) {
  const reader = useReader()
  const { network, subscription, offer, address, done, choices, move } = props
  const { t } = reader
  const name = chooseName(network.name, reader.language).text
  return (
    <>
      <PageHeading
        lead={t('newsletter.subscribers.sentTo', { network: name, address: subscription.address ?? '' })}
      >
        {t('newsletter.subscribers.preferences')}
      </PageHeading>
      {done ? (
        <Notice kind="done" live>
          {t(`newsletter.subscribers.done.${done}`)}{' '}
          {done === 'confirmed' ? (
            <a href={paths.archive(reader, network.slug)}>{t('newsletter.subscribers.readLatest')}</a>
          ) : null}
        </Notice>
      ) : null}
      <form method="post" action={address} class="form" novalidate>
        <FormFields form={choices}>
          <FormErrors errors={sayErrors(reader, [...choices.errors, ...move.errors]).list} />
          <ChoiceFields network={network} offer={offer} shown={choices} />
          <p class="form-end">
            <button type="submit" class="button primary">
              {t('newsletter.subscribers.save')}
            </button>
          </p>
        </FormFields>
      </form>
      <Section id="address" title={t('newsletter.subscribers.moving')}>
        {subscription.newAddress === null ? null : (
          <p>{t('newsletter.subscribers.waitsFor', { address: subscription.newAddress })}</p>
        )}
        <form method="post" action={`${address}/address`} class="form" novalidate>
          <FormFields form={move}>
            <Field
              name="address"
              type="email"
              label={t('newsletter.subscribers.newAddress')}
              hint={t('newsletter.subscribers.newAddressHint')}
              autocomplete="email"
              required
            />
            <p class="form-end">
              <button type="submit" class="button">
                {t('newsletter.subscribers.askMove')}
              </button>
            </p>
          </FormFields>
        </form>
      </Section>
      {props.isCounting || subscription.uncountedAt ? (
        <Section id="counting" title={t('newsletter.counting.own')}>
          <p>{t(subscription.uncountedAt ? 'newsletter.counting.ownOff' : 'newsletter.counting.ownOn')}</p>
          <form method="post" action={`${address}/counting`}>
            <button
              type="submit"
              name="counting"
              value={subscription.uncountedAt ? 'yes' : 'no'}
              class="button"
            >
              {t(subscription.uncountedAt ? 'newsletter.counting.allow' : 'newsletter.counting.refuse')}
            </button>
          </form>
        </Section>
      ) : null}
      <Section id="leaving" title={t('newsletter.subscribers.leaving')}>
        <p>{t('newsletter.subscribers.leavingText')}</p>
        <form method="post" action={`${address}/leaving`}>
          <button type="submit" class="button">
            {t('newsletter.subscribers.leave')}
          </button>
        </form>
      </Section>
    </>
  )
}
