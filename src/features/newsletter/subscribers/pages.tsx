import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { type FormState, fieldError, readValues, typedValue } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { addLinkAction } from '../../directory/picking/index.ts'
import { type Network, redirectAfterPost, renderSecretPage } from '../../networks/index.ts'
import { isCounting } from '../counting/queries.ts'
import { ChoiceFields } from './choice-fields.tsx'
import { allowCounting, askNewAddress, changeChoices } from './commands.ts'
import { addConfirmationRoutes } from './confirmation.pages.tsx'
import { addExportRoutes } from './exports.pages.tsx'
import { addIntakeRoutes } from './intake.pages.tsx'
import { LeftPage } from './leaving/left-page.tsx'
import { addLeavingRoutes } from './leaving/pages.tsx'
import { addListRoutes } from './list/pages.tsx'
import { notifySubscriber } from './mails.ts'
import { addMemberRoutes } from './members/pages.tsx'
import { paths } from './paths.ts'
import { loadSubscriberRequest, type Offer, readOffer, type SubscriberRequest } from './request.ts'
import { choicesForm, newAddressForm } from './schema.ts'
import type { Subscription } from './subscription.ts'

/** The readers of a network’s letter: subscribing, choices, leaving, and their list for coordinators. */
export function addSubscriberRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [
    addIntakeRoutes,
    addOwnRoutes,
    addLeavingRoutes,
    addListRoutes,
    addMemberRoutes,
    addExportRoutes,
  ])
    add(app, application)
}

const place = '/:language/:network/newsletter/preferences/:token'

/** What a reader does through the link in their mails, without an account: change choices and address. */
function addOwnRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(place, async (visit) => {
    return show(await loadSubscriberRequest(visit, 'preferences'))
  })
  addLinkAction(pages, place, {
    open: async (visit) => {
      const loaded = await loadReaderRequest(visit)
      return loaded && { ...loaded, offer: await readOffer(loaded) }
    },
    schema: ({ offer }) => choicesForm(offer),
    save: async ({ writing, subscription, address }, choices) => {
      await inTransaction(writing, (inside) => changeChoices(inside, subscription, choices))
      return `${address}?done=changed`
    },
    again: (visit, choices) => show(visit, { choices }),
  })
  pages.post(
    `${place}/counting`,
    loadReaderRequest,
    async ({ request, reply, writing, subscription, address }) => {
      const isAllowed = typedValue(readValues(request.body), 'counting') === 'yes'
      await inTransaction(writing, (inside) => allowCounting(inside, subscription, isAllowed))
      return redirectAfterPost(reply, `${address}?done=changed`)
    },
  )
  addLinkAction(pages.with(limits.mail), `${place}/address`, {
    open: loadReaderRequest,
    schema: newAddressForm,
    save: async (visit, { address }) => {
      const { writing, subscription, address: page } = visit
      if (address.toLowerCase() === subscription.address?.toLowerCase())
        return [fieldError('address', 'newsletter.subscribers.error.sameAddress')]
      const asking = await inTransaction(writing, async (inside) => {
        const moving = await askNewAddress(inside, subscription, address)
        if (typeof moving !== 'string')
          await notifySubscriber({ ...visit, writing: inside }, moving, 'address')
        return moving
      })
      return asking === 'tooMany'
        ? [fieldError('address', 'newsletter.subscribers.error.tooMany')]
        : `${page}?done=address`
    },
    again: (visit, move) => show(visit, { move }),
  })
  addConfirmationRoutes(app, application)
}

/** Reads the request of a subscribed reader. A reader who left meanwhile, in another window, is led to the page that says so. */
async function loadReaderRequest(visit: Visit): Promise<SubscriberRequest | null> {
  const loaded = await loadSubscriberRequest(visit, 'preferences')
  if (loaded.subscription.state === 'subscribed') return loaded
  redirectAfterPost(loaded.reply, loaded.address)
  return null
}

const doings = ['confirmed', 'changed', 'address', 'moved', 'returned'] as const

async function show(
  visit: SubscriberRequest,
  typed: { choices?: FormState; move?: FormState } = {},
): Promise<FastifyReply> {
  const { request, reader, network, subscription, address } = visit
  const asSent = parameterOf(request.query, 'done')
  const done = doings.find((each) => each === asSent) ?? null
  const isLeft = subscription.state === 'left'
  const children = isLeft ? (
    <LeftPage network={network} subscription={subscription} address={address} />
  ) : (
    <PreferencesPage
      network={network}
      subscription={subscription}
      offer={await readOffer(visit)}
      isCounting={await isCounting(visit.writing, network.id)}
      address={address}
      done={done}
      choices={typed.choices ?? { values: valuesOf(subscription), errors: [] }}
      move={typed.move ?? { values: {}, errors: [] }}
    />
  )
  return renderSecretPage(visit, {
    title: reader.t(isLeft ? 'newsletter.subscribers.left' : 'newsletter.subscribers.preferences'),
    description: reader.t('newsletter.subscribers.lead'),
    children,
  })
}

function valuesOf({ language, country, frequency, themes, organisationId }: Subscription) {
  return { language, country, frequency, themes, organisation: organisationId ?? '' }
}

interface PreferencesPageProps {
  network: Network
  subscription: Subscription
  offer: Offer
  /** Whether the network counts openings and clicks. */
  isCounting: boolean
  /** The address of the page, which acts for the reader. */
  address: string
  done: 'confirmed' | 'changed' | 'address' | 'moved' | 'returned' | null
  choices: FormState
  move: FormState
}

/** Everything that a reader may change about their mails, and the way out. */
function PreferencesPage(props: PreferencesPageProps) {
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
      <Form action={address} form={choices} submit={t('newsletter.subscribers.save')}>
        <ErrorList form={choices} />
        <ErrorList form={move} />
        <ChoiceFields network={network} offer={offer} />
      </Form>
      <Section id="address" title={t('newsletter.subscribers.moving')}>
        {subscription.newAddress === null ? null : (
          <p>{t('newsletter.subscribers.waitsFor', { address: subscription.newAddress })}</p>
        )}
        <Form action={`${address}/address`} form={move}>
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
        </Form>
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
