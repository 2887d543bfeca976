import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import { inTransaction } from '../../../../../platform/database/transaction.ts'
import type { Application } from '../../../../../platform/http/application.ts'
import { drawSecretPage, goOn } from '../../../../networks/index.ts'
import { addressDigest } from '../../address-digest.ts'
import { readOffer, readTokenRequest, type SubscriberRequest } from '../../call.ts'
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
  app.get(confirming, async (request, reply) => {
    const asked = await readTokenRequest(application, request, 'confirm')
    return asked.isValid
      ? showAsked(application, request, reply, asked)
      : showEnded(application, request, reply, asked, 'lapsed')
  })
  app.post(confirming, async (request, reply) => {
    const asked = await readTokenRequest(application, request, 'confirm')
    if (!asked.isValid) return showEnded(application, request, reply, asked, 'lapsed')
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
  app.get(moving, async (request, reply) => {
    const asked = await readTokenRequest(application, request, 'address')
    return asked.isValid
      ? showMove(application, request, reply, asked)
      : showEnded(application, request, reply, asked, 'lapsed')
  })
  app.post(moving, async (request, reply) => {
    const asked = await readTokenRequest(application, request, 'address')
    if (!asked.isValid) return showEnded(application, request, reply, asked, 'lapsed')
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
    return showEnded(application, request, reply, asked, why)
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
  if (!isOpen || subscription.newAddress === null || subscription.state !== 'subscribed')
    return showEnded(application, request, reply, asked, 'lapsed')
  return draw(
    application,
    request,
    reply,
    asked,
    <MovePage reader={reader} network={network} to={subscription.newAddress} action={address} />,
  )
}

function showEnded(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: SubscriberRequest,
  why: 'used' | 'lapsed',
): FastifyReply {
  const { reader, network } = asked
  const next = paths.subscribe(reader, network.slug)
  const page = <EndedPage reader={reader} why={why} next={next} />
  return draw(application, request, reply.code(410), asked, page)
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
