import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import { inTransaction } from '../../../../../platform/database/transaction.ts'
import type { Application } from '../../../../../platform/http/application.ts'
import { drawSecretPage, goOn } from '../../../../networks/index.ts'
import { addressDigest } from '../../address-digest.ts'
import { readOffer, readSubscriberRequest, type SubscriberRequest } from '../../call.ts'
import { confirmSubscription, moveSubscription } from '../../commands.ts'
import { tokenFor } from '../../link.ts'
import { tellSubscriber } from '../../notices/commands.ts'
import { paths } from '../../paths.ts'
import { followReader } from '../../places/commands.ts'
import { lookUpSubscriptionOf } from '../../queries.ts'
import { isAnswerable } from '../../subscription.ts'
import { ConfirmPage } from './views/confirm-page.tsx'
import { EndedPage } from './views/ended-page.tsx'
import { MovePage } from './views/move-page.tsx'

const confirming = '/:language/:network/newsletter/confirm/:token'
const moving = '/:language/:network/newsletter/address/:token'

/** By a second click from their mail somebody says that an address is theirs: when they subscribe, and when they move. */
export function addConfirmationRoutes(app: FastifyInstance, application: Application): void {
  app.get(confirming, async (request, reply) =>
    showAsked(application, request, reply, await readSubscriberRequest(application, request, 'confirm')),
  )
  app.post(confirming, async (request, reply) => {
    const asked = await readSubscriberRequest(application, request, 'confirm')
    const { writing, network, subscription } = asked
    const isConfirmed = await inTransaction(writing, async (inside) => {
      if (!(await confirmSubscription(inside, subscription))) return false
      const confirmed = { ...subscription, ...subscription.asked }
      await tellSubscriber({ application, writing: inside, network }, confirmed, 'welcome')
      return true
    })
    return isConfirmed
      ? goOnToPreferences(application, reply, asked, 'confirmed')
      : showAsked(application, request, reply, asked)
  })
  app.get(moving, async (request, reply) =>
    showMove(application, request, reply, await readSubscriberRequest(application, request, 'address')),
  )
  app.post(moving, async (request, reply) => {
    const asked = await readSubscriberRequest(application, request, 'address')
    const { writing, network, subscription } = asked
    const { newAddress, newAddressAt } = subscription
    if (newAddress === null || !isAnswerable(newAddressAt, writing.clock.now().epochMilliseconds))
      return showMove(application, request, reply, asked)
    const digest = addressDigest(application.secret, newAddress)
    await inTransaction(writing, async (inside) => {
      await tellSubscriber({ application, writing: inside, network }, subscription, 'moved')
      await moveSubscription(inside, subscription, digest)
      await followReader({ application, writing: inside, network }, subscription.id)
    })
    const moved = await lookUpSubscriptionOf(writing, network.id, digest)
    return goOnToPreferences(application, reply, { ...asked, subscription: moved ?? subscription }, 'moved')
  })
}

function goOnToPreferences(
  { secret }: Application,
  reply: FastifyReply,
  { reader, network, subscription }: SubscriberRequest,
  done: string,
): FastifyReply {
  const token = tokenFor(secret, 'preferences', subscription)
  return goOn(reply, paths.preferences(reader.language, network.slug, token, done))
}

async function showAsked(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: SubscriberRequest,
): Promise<FastifyReply> {
  const { reader, writing, network, subscription, address } = asked
  const { asked: choices, askedAt } = subscription
  const isOpen = isAnswerable(askedAt, writing.clock.now().epochMilliseconds)
  if (choices === null || !isOpen) {
    const why = subscription.state === 'subscribed' ? 'used' : 'lapsed'
    const next = paths.subscribe(reader, network.slug)
    return draw(
      application,
      request,
      reply.code(410),
      asked,
      <EndedPage reader={reader} why={why} next={next} />,
    )
  }
  const { authorities } = await readOffer(asked)
  return draw(
    application,
    request,
    reply,
    asked,
    <ConfirmPage
      reader={reader}
      network={network}
      to={subscription.address ?? ''}
      choices={choices}
      authorities={authorities}
      action={address}
    />,
  )
}

async function showMove(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: SubscriberRequest,
): Promise<FastifyReply> {
  const { reader, writing, network, subscription, address } = asked
  const isOpen = isAnswerable(subscription.newAddressAt, writing.clock.now().epochMilliseconds)
  const next = paths.subscribe(reader, network.slug)
  if (!isOpen || subscription.newAddress === null || subscription.state !== 'subscribed')
    return draw(
      application,
      request,
      reply.code(410),
      asked,
      <EndedPage reader={reader} why="lapsed" next={next} />,
    )
  return draw(
    application,
    request,
    reply,
    asked,
    <MovePage reader={reader} network={network} to={subscription.newAddress} action={address} />,
  )
}

function draw(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: SubscriberRequest,
  children: ComponentChildren,
): FastifyReply {
  const { t } = asked.reader
  return drawSecretPage(application, request, reply, asked, {
    title: t('newsletter.subscribers.confirmTitle'),
    description: t('newsletter.subscribers.lead'),
    children,
  })
}
