import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, withStatus } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { addressFor } from '../../../platform/i18n/reader.ts'
import { type FormState, fieldError, readForm } from '../../../platform/input/form.ts'
import { holdFor, signMoment } from '../../../platform/input/likely-spam.ts'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { SpamTrap } from '../../../ui/form/spam-trap.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import {
  drawNetworkPage,
  type Network,
  type NetworkRequest,
  readNetworkRequest,
} from '../../networks/index.ts'
import { isCounting } from '../counting/queries.ts'
import { addressDigest } from './address-digest.ts'
import { type Offer, readOffer } from './call.ts'
import { ChoiceFields } from './choice-fields.tsx'
import { askToSubscribe } from './commands.ts'
import { guessCountry, zonesToGuessBy } from './guessed-country.ts'
import { notifySubscriber } from './mails.ts'
import { paths } from './paths.ts'
import { choicesForm, subscriberForm } from './schema.ts'
import { consentVersion } from './subscription.ts'

const place = '/:language/:network/newsletter/subscribe'
// From one place, in an hour; a whole office may sit behind one address.
const seldom = { config: { rateLimit: { max: 60, timeWindow: '1 hour' } } }

/** The form by which anybody asks for the letter of a network. */
export function addIntakeRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(place, readNetworkRequest, showForm)
  pages.with(seldom).post(place, readNetworkRequest, takeForm)
}

async function showForm(asked: NetworkRequest, typed?: FormState): Promise<FastifyReply> {
  const { request, application, reader, network } = asked
  const offer = await readOffer(asked)
  const language = offer.languages.includes(reader.interfaceLanguage)
    ? reader.interfaceLanguage
    : (offer.languages[0] ?? 'en')
  const country = guessCountry(request.headers['accept-language'], language, network.countries)
  const children = (
    <SubscribePage
      network={network}
      action={paths.subscribe(reader, network.slug)}
      offer={offer}
      consent={consentWords(asked)}
      isCounting={await isCounting(asked.writing, asked.network.id)}
      form={typed ?? { values: { language, country, frequency: 'issue' }, errors: [] }}
      zones={typed ? null : zonesToGuessBy(country, network.countries)}
      begun={signMoment(application.secret, application.clock.now().epochMilliseconds)}
    />
  )
  return draw(withStatus(asked, typed ? 422 : 200), children)
}

async function takeForm(asked: NetworkRequest): Promise<FastifyReply> {
  const { request, application, writing, network } = asked
  const form = readForm(z.intersection(subscriberForm, choicesForm(await readOffer(asked))), request.body)
  if (!form.valid) return showForm(asked, form)
  const { address, website, begun, ...choices } = form.data
  const sent = { texts: [], trap: website, begun, repeated: 0 }
  if (holdFor(sent, application.secret, application.clock.now().epochMilliseconds) !== null)
    return showForm(asked, {
      values: form.values,
      errors: [fieldError('address', 'newsletter.subscribers.error.sentLikeProgram')],
    })
  await inTransaction(writing, async (inside) => {
    const subscription = await askToSubscribe(inside, {
      networkId: network.id,
      address,
      digest: addressDigest(application.secret, address),
      choices,
      consent: { words: consentWords(asked), version: consentVersion },
    })
    if (subscription === null) return
    const key = subscription.state === 'subscribed' ? 'already' : 'confirm'
    await notifySubscriber({ ...asked, writing: inside }, subscription, key)
  })
  // Whether an address reads the letter already, or was typed in too often, is told to that address alone.
  return draw(asked, <SentPage network={network} address={address} />)
}

/** What somebody agrees to who sends the form, as they read it. */
function consentWords({ reader, network }: NetworkRequest): string {
  return reader.t('newsletter.subscribers.consent', {
    network: chooseName(network.name, reader.language).text,
  })
}

function draw(asked: NetworkRequest, children: ComponentChildren): FastifyReply {
  const { t } = asked.reader
  return drawNetworkPage(asked, {
    title: t('newsletter.subscribers.subscribe'),
    description: t('newsletter.subscribers.lead'),
    path: '/newsletter/subscribe',
    width: 'reading',
    children,
  })
}

interface SentPageProps {
  network: Network
  address: string
}

/** What follows: a mail, whether or not the address is known. */
function SentPage({ network, address }: SentPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading>{t('newsletter.subscribers.sentTitle')}</PageHeading>
      <p>{t('newsletter.subscribers.sent', { address })}</p>
      <p>
        <a href={paths.subscribe(reader, network.slug)}>{t('newsletter.subscribers.sentWrong')}</a>
      </p>
      <p>
        <a href={addressFor(reader, `/${network.slug}`)}>{chooseName(network.name, reader.language).text}</a>
      </p>
    </>
  )
}

interface SubscribePageProps {
  network: Network
  action: string
  offer: Offer
  /** What one agrees to. */
  consent: string
  /** Whether the network counts what is opened and followed. */
  isCounting: boolean
  form: FormState
  begun: string
  zones: Record<string, string> | null
}

/** Where anybody asks for the letter of a network. */
function SubscribePage({ network, action, offer, form, ...page }: SubscribePageProps) {
  const reader = useReader()
  const { consent, isCounting, begun, zones } = page
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('newsletter.subscribers.lead')}>
        {t('newsletter.subscribers.subscribe')}
      </PageHeading>
      <Form action={action} form={form}>
        <ErrorList form={form} />
        <Field
          name="address"
          type="email"
          label={t('newsletter.subscribers.address')}
          hint={t('newsletter.subscribers.addressHint')}
          autocomplete="email"
          required
        />
        <ChoiceFields network={network} offer={offer} zones={zones} />
        <SpamTrap begun={begun} />
        <p>{consent}</p>
        {isCounting ? <p>{reader.t('newsletter.counting.subscribeNote')}</p> : null}
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('newsletter.subscribers.send')}
          </button>
        </p>
      </Form>
    </>
  )
}
