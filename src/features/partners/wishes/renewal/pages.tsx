import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../../../../platform/context/context.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit, withStatus } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ConfirmForm } from '../../../../ui/form/confirm-page.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import {
  type LinkRequest,
  loadLinkRequest,
  loadNetworkRequest,
  type NetworkRequest,
  redirectAfterPost,
  renderSecretPage,
} from '../../../networks/index.ts'
import { lookUpActor } from '../../../people/index.ts'
import { maySpeakFor } from '../../policy.ts'
import { paths } from '../paths.ts'
import { findWish, lookUpWish, type Wish } from '../queries.ts'
import { expiryWords } from '../views/wish-status.tsx'
import { stateOf } from '../wish.ts'
import { renewWish, reopenWish, sayFound } from './commands.ts'
import { readRenewal } from './renewal-link.ts'

/** What is done to a wish by one click: renewed, also from a mail, found, opened again. */
export function addRenewalRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/partners/:slug'
  const actions = [
    [`${place}/renewal`, renewWish, 'renewed'],
    [`${place}/found`, sayFound, 'found'],
    [`${place}/found/removal`, reopenWish, 'reopened'],
  ] as const
  for (const [address, deed, done] of actions)
    pages.post(address, loadNetworkRequest, async (visit) => {
      const { request, reply, writing, reader, network } = visit
      const wish = await findWish(writing, network.id, parameterOf(request.params, 'slug') ?? '')
      const owner = { networkId: network.id, organisationId: wish.organisation.id }
      if (!maySpeakFor(writing.actor, owner)) notFound(wish.slug)
      const page = paths.wish(reader, network.slug, wish.slug).split('?')[0]
      // Another person was quicker to say that it is found: its page says so.
      if (done === 'renewed' && wish.foundOn !== null) return reply.redirect(`${page}`, 303)
      await deed(writing, network, wish, saying(visit, done))
      return reply.redirect(`${page}?done=${done}`, 303)
    })
  const link = '/:language/:network/partners/renewals/:wish/:token'
  pages.get(link, loadRenewalRequest, show)
  pages.post(link, loadRenewalRequest, async (visit) => {
    const { reply, wish, personId, network, reader } = visit
    if (personId === null) return show(visit)
    const actor = (await lookUpActor(visit.writing, personId)) ?? notFound(personId)
    const owner = { networkId: network.id, organisationId: wish.organisation.id }
    if (!maySpeakFor(actor, owner)) notFound(wish.slug)
    await renewWish({ ...visit.writing, actor }, network, wish, saying(visit, 'renewed'))
    // The page of a wish that only members read is not shown to a recipient of a mail who has not signed in.
    const isSeen = (await lookUpWish(visit.writing, network.id, { id: wish.id })) !== null
    if (!isSeen) {
      const renewed = (await lookUpWish(asOperator(visit), network.id, { id: wish.id })) ?? wish
      return render({ ...visit, wish: renewed }, 'renewed')
    }
    return redirectAfterPost(
      reply,
      `${paths.wish(reader, network.slug, wish.slug).split('?')[0]}?done=renewed`,
    )
  })
}

function saying({ reader }: Pick<NetworkRequest, 'reader'>, done: 'renewed' | 'found' | 'reopened') {
  return { reason: reader.t(`partners.wish.reason.${done}`), language: reader.interfaceLanguage }
}

interface RenewalRequest extends LinkRequest {
  wish: Wish
  /** The recipient of the link; null once it has ended. */
  personId: string | null
}

async function loadRenewalRequest(visit: Visit): Promise<RenewalRequest> {
  const { request, application } = visit
  const loaded = await loadLinkRequest(visit)
  const { writing, network, token } = loaded
  const id = parameterOf(request.params, 'wish') ?? ''
  const wish = await lookUpWish(asOperator(loaded), network.id, { id })
  const personId = wish && readRenewal(application.secret, wish, token)
  // The recipient is shown what members read; a visitor who guesses, what they may see anyhow.
  const shown = personId === null ? await lookUpWish(writing, network.id, { id }) : wish
  return { ...loaded, wish: shown ?? notFound('renewal'), personId }
}

function asOperator({ writing }: NetworkRequest): Context {
  return { ...writing, actor: { kind: 'operator' } }
}

async function show(visit: RenewalRequest): Promise<FastifyReply> {
  const { wish, personId } = visit
  const isOpen = personId !== null && ['open', 'expired'].includes(stateOf(wish, visit.writing.today))
  return isOpen ? render(visit, 'open') : render(withStatus(visit, 410), 'ended')
}

function render(visit: RenewalRequest, stored: 'open' | 'ended' | 'renewed'): FastifyReply {
  const { reader, network, wish } = visit
  return renderSecretPage(visit, {
    title: reader.t('partners.wish.renewal.title'),
    description: reader.t('partners.wish.renewal.lead'),
    children: <RenewalPage network={network.slug} wish={wish} standing={stored} action="" />,
  })
}

interface RenewalPageProps {
  network: string
  wish: Wish
  /** The link still renews it, no longer does, or just did. */
  standing: 'open' | 'ended' | 'renewed'
  /** The address of the link itself. */
  action: string
}

const leads = { open: 'partners.wish.renewal.lead', ended: 'partners.wish.renewal.ended' } as const

/** What a recipient is asked from their mail: whether a wish still holds, and the one button that says so. */
function RenewalPage({ network, wish, standing: stored, action }: RenewalPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading lead={stored === 'renewed' ? undefined : t(leads[stored])}>
        {t('partners.wish.renewal.title')}
      </PageHeading>
      {stored === 'renewed' ? (
        <Notice kind="done" live>
          {t('partners.wish.done.renewed')}
        </Notice>
      ) : null}
      <p class="entry-title">
        <Passage text={wish.title} as="span" />
      </p>
      <p>{expiryWords(reader, wish)}</p>
      {stored === 'open' ? <ConfirmForm action={action} label={t('partners.wish.renew')} /> : null}
      <p>
        <a href={paths.wish(reader, network, wish.slug)}>{t('partners.wish.renewal.read')}</a>
      </p>
    </>
  )
}
