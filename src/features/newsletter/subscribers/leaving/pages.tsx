import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { ConfirmPage } from '../../../../ui/form/confirm-page.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { addLinkAction } from '../../../directory/picking/index.ts'
import { type Network, redirectAfterPost, renderSecretPage } from '../../../networks/index.ts'
import { followReader } from '../commands.ts'
import { lookUpSubscription } from '../queries.ts'
import { loadSubscriberRequest, type SubscriberRequest } from '../request.ts'
import { reasonForm } from '../schema.ts'
import { comeBack, leave, sayWhy } from './commands.ts'
import { LeftPage } from './left-page.tsx'

const preferences = '/:language/:network/newsletter/preferences/:token'
const oneClick = '/:language/:network/newsletter/unsubscribe/:token'

// RFC 8058: mail programs post it for their reader, from anywhere, without cookies, as either kind of form. A mail provider posts for many
// readers from few places.
const fromMailPrograms = {
  config: { takesCrossSiteWrites: true, takesFiles: true, rateLimit: false as const },
}

/** The ways out of the letter: one click in a mail program, or a button; the reason, and the way back. */
export function addLeavingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  // A GET changes nothing, since programs follow every link of a mail.
  pages.get(oneClick, async (visit) => {
    return show(await loadSubscriberRequest(visit, 'leaving'))
  })
  pages.with(fromMailPrograms).post(oneClick, async (visit) => {
    const loaded = await loadSubscriberRequest(visit, 'leaving')
    await inTransaction(loaded.writing, (inside) => leave(inside, loaded.subscription))
    return show(await loadSubscriberRequest(visit, 'leaving'))
  })
  pages.post(`${preferences}/leaving`, async (visit) => {
    const { reply } = visit
    const loaded = await loadSubscriberRequest(visit, 'preferences')
    await inTransaction(loaded.writing, (inside) => leave(inside, loaded.subscription))
    return redirectAfterPost(reply, loaded.address)
  })
  for (const [place, purpose] of [
    [preferences, 'preferences'],
    [oneClick, 'leaving'],
  ] as const) {
    pages.post(`${place}/return`, async (visit) => {
      const { reply } = visit
      const loaded = await loadSubscriberRequest(visit, purpose)
      const { network, subscription, address } = loaded
      const isBack = await inTransaction(loaded.writing, async (writing) => {
        if (!(await comeBack(writing, subscription))) return false
        await followReader({ application, writing, network }, subscription.id)
        return true
      })
      // Pressed twice: the first press has brought them back.
      const now = isBack ? null : await lookUpSubscription(loaded.writing, network.id, subscription.id)
      return isBack || now?.state === 'subscribed'
        ? redirectAfterPost(reply, `${address}?done=returned`)
        : notFound('return')
    })
    addLinkAction(pages, `${place}/reason`, {
      open: (visit) => loadSubscriberRequest(visit, purpose),
      schema: reasonForm,
      save: async ({ writing, subscription, address }, why) => {
        await inTransaction(writing, (inside) => sayWhy(inside, subscription, why))
        return address
      },
      again: show,
    })
  }
}

function show(visit: SubscriberRequest, form?: FormState): FastifyReply {
  const { reader, network, subscription, address } = visit
  const isLeft = subscription.state === 'left'
  return renderSecretPage(visit, {
    title: reader.t(isLeft ? 'newsletter.subscribers.left' : 'newsletter.subscribers.leaving'),
    description: reader.t('newsletter.subscribers.lead'),
    children: isLeft ? (
      <LeftPage network={network} subscription={subscription} address={address} form={form} />
    ) : (
      <LeavePage network={network} address={address} />
    ),
  })
}

/** The button for readers who came by the link in a mail. */
function LeavePage({ network, address }: { network: Network; address: string }) {
  const reader = useReader()
  const { t } = reader
  return (
    <ConfirmPage
      title={t('newsletter.subscribers.leaving')}
      action={address}
      label={t('newsletter.subscribers.leave')}
    >
      <p>
        {t('newsletter.subscribers.toLeave', { network: chooseName(network.name, reader.language).text })}
      </p>
    </ConfirmPage>
  )
}
