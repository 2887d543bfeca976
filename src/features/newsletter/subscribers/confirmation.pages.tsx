import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { languageNames } from '../../../platform/i18n/languages.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { ConfirmPage } from '../../../ui/form/confirm-page.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { countryName, shortNames } from '../../directory/index.ts'
import {
  themes as allThemes,
  type Network,
  redirectAfterPost,
  renderEnded,
  renderSecretPage,
} from '../../networks/index.ts'
import { confirmSubscription, followReader, moveSubscription } from './commands.ts'
import { addressDigest, tokenFor } from './link.ts'
import { notifySubscriber } from './mails.ts'
import { paths } from './paths.ts'
import { type Authority, lookUpSubscriptionOf } from './queries.ts'
import { loadTokenRequest, readOffer, type SubscriberRequest } from './request.ts'
import { type Choices, type Consent, isAnswerable } from './subscription.ts'

const confirming = '/:language/:network/newsletter/confirm/:token'
const moving = '/:language/:network/newsletter/address/:token'

/** The pages on which readers confirm, by a second click from their mail, that an address is theirs: to subscribe, and to move. */
export function addConfirmationRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const sending = pages.with(limits.mail)
  pages.get(confirming, async (visit) => {
    const loaded = await loadTokenRequest(visit, 'confirm')
    return loaded.isValid ? showAsked(loaded) : showEnded(loaded, 'lapsed')
  })
  sending.post(confirming, async (visit) => {
    const { reply } = visit
    const loaded = await loadTokenRequest(visit, 'confirm')
    if (!loaded.isValid) return showEnded(loaded, 'lapsed')
    const { writing, subscription } = loaded
    const isConfirmed = await inTransaction(writing, async (inside) => {
      if (!(await confirmSubscription(inside, subscription))) return false
      const confirmed = { ...subscription, ...subscription.asked }
      await notifySubscriber({ ...loaded, writing: inside }, confirmed, 'welcome')
      return true
    })
    return isConfirmed ? goOnToPreferences(application, reply, loaded, 'confirmed') : showAsked(loaded)
  })
  pages.get(moving, async (visit) => {
    const loaded = await loadTokenRequest(visit, 'address')
    return loaded.isValid ? showMove(loaded) : showEnded(loaded, 'lapsed')
  })
  sending.post(moving, async (visit) => {
    const { reply } = visit
    const loaded = await loadTokenRequest(visit, 'address')
    if (!loaded.isValid) return showEnded(loaded, 'lapsed')
    const { writing, network, subscription } = loaded
    const { newAddress, newAddressAt } = subscription
    if (newAddress === null || !isAnswerable(newAddressAt, writing.clock.now().epochMilliseconds))
      return showMove(loaded)
    const digest = addressDigest(application.secret, newAddress)
    await inTransaction(writing, async (inside) => {
      await notifySubscriber({ ...loaded, writing: inside }, subscription, 'moved')
      await moveSubscription(inside, subscription, digest)
      await followReader({ ...loaded, writing: inside }, subscription.id)
    })
    const moved = await lookUpSubscriptionOf(writing, network.id, digest)
    return goOnToPreferences(application, reply, { ...loaded, subscription: moved ?? subscription }, 'moved')
  })
}

function goOnToPreferences(
  { secret }: Application,
  reply: FastifyReply,
  { reader, network, subscription }: SubscriberRequest,
  done: string,
): FastifyReply {
  const token = tokenFor(secret, 'preferences', subscription)
  return redirectAfterPost(reply, paths.preferences(reader.language, network.slug, token, done))
}

async function showAsked(visit: SubscriberRequest): Promise<FastifyReply> {
  const { writing, network, subscription, address } = visit
  const { asked: choices, askedAt } = subscription
  const isOpen = isAnswerable(askedAt, writing.clock.now().epochMilliseconds)
  if (choices === null || !isOpen) {
    const why = subscription.state === 'subscribed' ? 'used' : 'lapsed'
    return showEnded(visit, why)
  }
  const { authorities } = await readOffer(visit)
  return render(
    visit,
    <ConfirmChoices
      network={network}
      to={subscription.address ?? ''}
      choices={choices}
      authorities={authorities}
      action={address}
    />,
  )
}

async function showMove(visit: SubscriberRequest): Promise<FastifyReply> {
  const { writing, network, subscription, address } = visit
  const isOpen = isAnswerable(subscription.newAddressAt, writing.clock.now().epochMilliseconds)
  if (!isOpen || subscription.newAddress === null || subscription.state !== 'subscribed')
    return showEnded(visit, 'lapsed')
  return render(visit, <MovePage network={network} to={subscription.newAddress} action={address} />)
}

function showEnded(visit: SubscriberRequest, why: 'used' | 'lapsed'): FastifyReply {
  const { reader, network } = visit
  const { t } = reader
  return renderEnded(visit, {
    status: 410,
    title: t('newsletter.subscribers.confirmTitle'),
    description: t('newsletter.subscribers.lead'),
    text: t(`newsletter.subscribers.ended.${why}`),
    next: {
      href: paths.subscribe(reader, network.slug),
      label: t(why === 'used' ? 'newsletter.subscribers.lost' : 'newsletter.subscribers.subscribe'),
    },
  })
}

function render(visit: SubscriberRequest, children: ComponentChildren): FastifyReply {
  const { t } = visit.reader
  return renderSecretPage(visit, {
    title: t('newsletter.subscribers.confirmTitle'),
    description: t('newsletter.subscribers.lead'),
    children,
  })
}

interface MovePageProps {
  network: Network
  to: string
  action: string
}

/** The button that confirms a new address. */
function MovePage({ network, to, action }: MovePageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <ConfirmPage
      title={t('newsletter.subscribers.confirmTitle')}
      action={action}
      label={t('newsletter.subscribers.move')}
    >
      <p>
        {t('newsletter.subscribers.toMove', {
          network: chooseName(network.name, reader.language).text,
          address: to,
        })}
      </p>
    </ConfirmPage>
  )
}

interface ConfirmChoicesProps {
  network: Network
  to: string
  choices: Choices & Consent
  authorities: readonly Authority[]
  action: string
}

/** The requested choices, the consent, and the one button that confirms them. */
function ConfirmChoices({ network, to, choices, authorities, action }: ConfirmChoicesProps) {
  const reader = useReader()
  const { t } = reader
  const name = chooseName(network.name, reader.language).text
  return (
    <ConfirmPage
      title={t('newsletter.subscribers.confirmTitle')}
      lead={t('newsletter.subscribers.toConfirm', { network: name })}
      consent={t('newsletter.subscribers.consent', { network: name })}
      action={action}
      label={t('newsletter.subscribers.confirm')}
    >
      <ChoiceFacts address={to} choices={choices} authorities={authorities} />
    </ConfirmPage>
  )
}

interface ChoiceFactsProps {
  address: string
  choices: Choices
  authorities: readonly Authority[]
}

/** The choices of a reader, in words. */
function ChoiceFacts({ address, choices, authorities }: ChoiceFactsProps) {
  const reader = useReader()
  const { t } = reader
  const authority = authorities.find(({ id }) => id === choices.organisationId)
  const themes = allThemes.filter((theme) => choices.themes.includes(theme))
  const fact = (term: string, detail: string) => (detail === '' ? [] : [{ term, detail }])
  return (
    <FactList
      facts={[
        ...fact(t('newsletter.subscribers.address'), address),
        ...fact(t('newsletter.subscribers.language'), languageNames[choices.language]),
        ...fact(t('newsletter.subscribers.country'), countryName(reader, choices.country)),
        ...fact(
          t('newsletter.subscribers.frequency'),
          t(`newsletter.subscribers.frequency.${choices.frequency}`),
        ),
        ...fact(
          t('newsletter.subscribers.authority'),
          authority ? chooseName(shortNames(authority), reader.language).text : '',
        ),
        ...fact(
          t('newsletter.subscribers.themes'),
          themes.map((theme) => t(`networks.theme.${theme}`)).join(', '),
        ),
      ]}
    />
  )
}
