import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { FormFields } from '../../../../ui/form/filled.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import type { Network } from '../../../networks/index.ts'
import { paths } from '../paths.ts'
import { leavingReasons, returnReasons, type Subscription } from '../subscription.ts'

interface LeftPageProps {
  network: Network
  subscription: Subscription
  /** The address of the page, which acts for the reader. */
  address: string
  /** The form that asks why they left. */
  form?: FormState | undefined
}

/** Says that the reader no longer gets the letter. Offers the way back, and a form for the reason. */
export function LeftPage({ network, subscription, address, form }: LeftPageProps) {
  const reader = useReader()
  const { t } = reader
  const mayReturn = subscription.address !== null && subscription.leftBy !== 'network'
  const why = returnReasons.find((reason) => reason === subscription.leftReason) ?? null
  return (
    <>
      <PageHeading>{t('newsletter.subscribers.left')}</PageHeading>
      <Notice kind="done" live>
        <p>
          {t('newsletter.subscribers.leftText', { network: chooseName(network.name, reader.language).text })}
        </p>
        {why === 'bounce' ? <p>{t('newsletter.subscribers.leftByReturns')}</p> : null}
        {why === 'complaint' ? <p>{t('newsletter.subscribers.leftByComplaint')}</p> : null}
      </Notice>
      <Section id="return" title={t('newsletter.subscribers.returning')}>
        {mayReturn ? (
          <form method="post" action={`${address}/return`}>
            <button type="submit" class="button">
              {t('newsletter.subscribers.return')}
            </button>
          </form>
        ) : (
          <p>
            <a class="button" href={paths.subscribe(reader, network.slug)}>
              {t('newsletter.subscribers.subscribe')}
            </a>
          </p>
        )}
      </Section>
      {why ? null : <ReasonSection subscription={subscription} address={address} form={form} />}
    </>
  )
}

function ReasonSection({ subscription, address, form }: Omit<LeftPageProps, 'network'>) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="reason" title={t('newsletter.subscribers.reason')}>
      {subscription.leftReason === null ? (
        <form method="post" action={`${address}/reason`} class="form">
          <FormFields form={form}>
            <ChoiceField
              name="reason"
              label={t('newsletter.subscribers.reasonLabel')}
              options={leavingReasons.map((value) => ({
                value,
                label: t(`newsletter.subscribers.reason.${value}`),
              }))}
              required
            />
            <TextAreaField name="word" label={t('newsletter.subscribers.word')} max={1000} rows={3} />
            <p class="form-end">
              <button type="submit" class="button">
                {t('newsletter.subscribers.sayWhy')}
              </button>
            </p>
          </FormFields>
        </form>
      ) : (
        <p>{t('newsletter.subscribers.thanks')}</p>
      )}
    </Section>
  )
}
