import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, withStatus } from '../../../../platform/http/visit.ts'
import { fieldError, readForm, readValues, typedValue } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { drawSecretPage, goOn } from '../../../networks/index.ts'
import { isCounting } from '../../counting/queries.ts'
import { readOffer, readSubscriberRequest, type SubscriberRequest } from '../call.ts'
import { allowCounting, askNewAddress, changeChoices } from '../commands.ts'
import { LeftPage } from '../leaving/views/left-page.tsx'
import { tellSubscriber } from '../notices/commands.ts'
import { choicesForm, newAddressForm } from '../schema.ts'
import type { Subscription } from '../subscription.ts'
import { addConfirmationRoutes } from './confirmation/routes.tsx'
import { PreferencesPage } from './views/preferences-page.tsx'

const place = '/:language/:network/newsletter/preferences/:token'
// Each of these writes a mail.
const seldom = { config: { rateLimit: { max: 60, timeWindow: '1 hour' } } }

/** What a reader of the letter does by the link in their mails: change what they read and where, without an account. */
export function addOwnRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(place, async (visit) => {
    return show(await readSubscriberRequest(visit, 'preferences'))
  })
  pages.post(place, async (visit) => {
    const { request, reply } = visit
    const asked = await readSubscriberRequest(visit, 'preferences')
    if (!reads(asked)) return goOn(reply, asked.address)
    const form = readForm(choicesForm(await readOffer(asked)), request.body)
    if (!form.valid) return show(withStatus(asked, 422), { choices: form })
    await inTransaction(asked.writing, (inside) => changeChoices(inside, asked.subscription, form.data))
    return goOn(reply, `${asked.address}?done=changed`)
  })
  pages.post(`${place}/counting`, async (visit) => {
    const { request, reply } = visit
    const asked = await readSubscriberRequest(visit, 'preferences')
    const { writing, subscription, address } = asked
    if (!reads(asked)) return goOn(reply, address)
    const isAllowed = typedValue(readValues(request.body), 'counting') === 'yes'
    await inTransaction(writing, (inside) => allowCounting(inside, subscription, isAllowed))
    return goOn(reply, `${address}?done=changed`)
  })
  pages.with(seldom).post(`${place}/address`, async (visit) => {
    const { request, reply } = visit
    const asked = await readSubscriberRequest(visit, 'preferences')
    const { writing, network, subscription } = asked
    if (!reads(asked)) return goOn(reply, asked.address)
    const form = readForm(newAddressForm, request.body)
    if (!form.valid) return show(withStatus(asked, 422), { move: form })
    const { address } = form.data
    const refuse = (key: 'sameAddress' | 'tooMany') => {
      const errors = [fieldError('address', `newsletter.subscribers.error.${key}`)]
      return show(withStatus(asked, 422), { move: { values: form.values, errors } })
    }
    if (address.toLowerCase() === subscription.address?.toLowerCase()) return refuse('sameAddress')
    const asking = await inTransaction(writing, async (inside) => {
      const moving = await askNewAddress(inside, subscription, address)
      if (typeof moving !== 'string')
        await tellSubscriber({ application, writing: inside, network }, moving, 'address')
      return moving
    })
    return asking === 'tooMany' ? refuse('tooMany') : goOn(reply, `${asked.address}?done=address`)
  })
  addConfirmationRoutes(app, application)
}

// Whoever left meanwhile, in another window, finds that and the way back.
const reads = ({ subscription }: SubscriberRequest) => subscription.state === 'subscribed'

const doings = ['confirmed', 'changed', 'address', 'moved', 'returned'] as const

async function show(
  asked: SubscriberRequest,
  typed: { choices?: Shown; move?: Shown } = {},
): Promise<FastifyReply> {
  const { request, reader, network, subscription, address } = asked
  const asSent = parameterOf(request.query, 'done')
  const done = doings.find((each) => each === asSent) ?? null
  const isLeft = subscription.state === 'left'
  const children = isLeft ? (
    <LeftPage
      network={network}
      subscription={subscription}
      address={address}
      shown={{ values: {}, errors: [] }}
    />
  ) : (
    <PreferencesPage
      network={network}
      subscription={subscription}
      offer={await readOffer(asked)}
      isCounting={await isCounting(asked.writing, network.id)}
      address={address}
      done={done}
      choices={typed.choices ?? { values: valuesOf(subscription), errors: [] }}
      move={typed.move ?? { values: {}, errors: [] }}
    />
  )
  return drawSecretPage(asked, {
    title: reader.t(isLeft ? 'newsletter.subscribers.left' : 'newsletter.subscribers.preferences'),
    description: reader.t('newsletter.subscribers.lead'),
    children,
  })
}

function valuesOf({ language, country, frequency, themes, organisationId }: Subscription) {
  return { language, country, frequency, themes, organisation: organisationId ?? '' }
}
