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
  drawSecretPage,
  goOn,
  type LinkRequest,
  type NetworkRequest,
  readLinkRequest,
  readNetworkRequest,
} from '../../../networks/index.ts'
import { lookUpActor } from '../../../people/index.ts'
import { maySpeakFor } from '../../policy.ts'
import { paths } from '../paths.ts'
import { findWish, lookUpWish, type Wish } from '../row.queries.ts'
import { expiryWords } from '../views/wish-words.ts'
import { stateOf } from '../wish-state.ts'
import { renewWish, reopenWish, sayFound } from './commands.ts'
import { readRenewal } from './renewal-link.ts'

/** What is done to a wish by one click: renewed, also from a mail, found, opened again. */
export function addRenewalRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/partners/:slug'
  const deeds = [
    [`${place}/renewal`, renewWish, 'renewed'],
    [`${place}/found`, sayFound, 'found'],
    [`${place}/found/removal`, reopenWish, 'reopened'],
  ] as const
  for (const [address, deed, done] of deeds)
    pages.post(address, readNetworkRequest, async (asked) => {
      const { request, reply, writing, reader, network } = asked
      const wish = await findWish(writing, network.id, parameterOf(request.params, 'slug') ?? '')
      const owner = { networkId: network.id, organisationId: wish.organisation.id }
      if (!maySpeakFor(writing.actor, owner)) notFound(wish.slug)
      const page = paths.wish(reader, network.slug, wish.slug).split('?')[0]
      // Somebody was quicker to say that it is found: its page says so.
      if (done === 'renewed' && wish.foundOn !== null) return reply.redirect(`${page}`, 303)
      await deed(writing, network, wish, saying(asked, done))
      return reply.redirect(`${page}?done=${done}`, 303)
    })
  const link = '/:language/:network/partners/renewals/:wish/:token'
  pages.get(link, read, show)
  pages.post(link, read, async (asked) => {
    const { reply, wish, personId, network, reader } = asked
    if (personId === null) return show(asked)
    const actor = (await lookUpActor(asked.writing, personId)) ?? notFound(personId)
    const owner = { networkId: network.id, organisationId: wish.organisation.id }
    if (!maySpeakFor(actor, owner)) notFound(wish.slug)
    await renewWish({ ...asked.writing, actor }, network, wish, saying(asked, 'renewed'))
    // The page of one that members alone read is not there for whoever comes from a mail without signing in.
    const isSeen = (await lookUpWish(asked.writing, network.id, { id: wish.id })) !== null
    if (!isSeen) {
      const renewed = (await lookUpWish(asOperator(asked), network.id, { id: wish.id })) ?? wish
      return draw({ ...asked, wish: renewed }, 'renewed')
    }
    return goOn(reply, `${paths.wish(reader, network.slug, wish.slug).split('?')[0]}?done=renewed`)
  })
}

function saying({ reader }: Pick<NetworkRequest, 'reader'>, done: 'renewed' | 'found' | 'reopened') {
  return { reason: reader.t(`partners.wish.reason.${done}`), language: reader.interfaceLanguage }
}

interface RenewalRequest extends LinkRequest {
  wish: Wish
  /** To whom the link was sent; null once it has ended. */
  personId: string | null
}

async function read(visit: Visit): Promise<RenewalRequest> {
  const { request, application } = visit
  const asked = await readLinkRequest(visit)
  const { writing, network, token } = asked
  const id = parameterOf(request.params, 'wish') ?? ''
  const wish = await lookUpWish(asOperator(asked), network.id, { id })
  const personId = wish && readRenewal(application.secret, wish, token)
  // To whom it was sent it shows what members read; to whoever guesses, what they may see anyhow.
  const shown = personId === null ? await lookUpWish(writing, network.id, { id }) : wish
  return { ...asked, wish: shown ?? notFound('renewal'), personId }
}

function asOperator({ writing }: NetworkRequest): Context {
  return { ...writing, actor: { kind: 'operator' } }
}

async function show(asked: RenewalRequest): Promise<FastifyReply> {
  const { wish, personId } = asked
  const isOpen = personId !== null && ['open', 'expired'].includes(stateOf(wish, asked.writing.today))
  return isOpen ? draw(asked, 'open') : draw(withStatus(asked, 410), 'ended')
}

function draw(asked: RenewalRequest, standing: 'open' | 'ended' | 'renewed'): FastifyReply {
  const { reader, network, wish } = asked
  return drawSecretPage(asked, {
    title: reader.t('partners.wish.renewal.title'),
    description: reader.t('partners.wish.renewal.lead'),
    children: <RenewalPage network={network.slug} wish={wish} standing={standing} action="" />,
  })
}

interface RenewalPageProps {
  network: string
  wish: Wish
  /** The link still renews it, does no more, or just did. */
  standing: 'open' | 'ended' | 'renewed'
  /** The address of the link itself. */
  action: string
}

const leads = { open: 'partners.wish.renewal.lead', ended: 'partners.wish.renewal.ended' } as const

/** What somebody is asked from their mail: whether a wish still stands, and the one button that says so. */
function RenewalPage({ network, wish, standing, action }: RenewalPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading lead={standing === 'renewed' ? undefined : t(leads[standing])}>
        {t('partners.wish.renewal.title')}
      </PageHeading>
      {standing === 'renewed' ? (
        <Notice kind="done" live>
          {t('partners.wish.done.renewed')}
        </Notice>
      ) : null}
      <p class="entry-title">
        <Passage text={wish.title} as="span" />
      </p>
      <p>{expiryWords(reader, wish)}</p>
      {standing === 'open' ? <ConfirmForm action={action} label={t('partners.wish.renew')} /> : null}
      <p>
        <a href={paths.wish(reader, network, wish.slug)}>{t('partners.wish.renewal.read')}</a>
      </p>
    </>
  )
}
