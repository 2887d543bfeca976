import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { addressFor } from '../../../platform/i18n/reader.ts'
import { type FormState, fieldError } from '../../../platform/input/form.ts'
import { holdFor, signMoment } from '../../../platform/input/likely-spam.ts'
import { MessagePage } from '../../../ui/blocks/message-page.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { addFormPage, type FormPlace } from '../../../ui/form/form-page.tsx'
import { SpamTrap } from '../../../ui/form/spam-trap.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import {
  loadNetworkRequest,
  type Network,
  type NetworkRequest,
  renderNetworkPage,
} from '../../networks/index.ts'
import { isCounting } from '../counting/queries.ts'
import { ChoiceFields } from './choice-fields.tsx'
import { askToSubscribe } from './commands.ts'
import { guessCountry, zonesToGuessBy } from './guessed-country.ts'
import { addressDigest } from './link.ts'
import { notifySubscriber } from './mails.ts'
import { paths } from './paths.ts'
import { type Offer, readOffer } from './request.ts'
import { choicesForm, subscriberForm } from './schema.ts'
import { consentVersion } from './subscription.ts'

/** The form by which any visitor asks for the letter of a network. */
export function addIntakeRoutes(app: FastifyInstance, application: Application): void {
  addFormPage(openPlace, pagesOf(app, application), '/:language/:network/newsletter/subscribe', {
    open: loadIntakeRequest,
    sending: limits.offices,
    title: 'newsletter.subscribers.subscribe',
    lead: 'newsletter.subscribers.lead',
    path: '/newsletter/subscribe',
    action: ({ reader, network }) => paths.subscribe(reader, network.slug),
    width: 'reading',
    values: ({ language, country }) => ({ language, country, frequency: 'issue' }),
    schema: intakeForm,
    fields: async (visit, form) => {
      const { network, offer, country } = visit
      return (
        <IntakeFields
          network={network}
          offer={offer}
          form={form}
          zones={form.errors.length > 0 ? null : zonesToGuessBy(country, network.countries)}
          begun={signMoment(application.secret, application.clock.now().epochMilliseconds)}
          consent={consentWords(visit)}
          isCounting={await isCounting(visit.writing, network.id)}
        />
      )
    },
    page: ({ reader: { t } }, form) => (
      <>
        <PageHeading lead={t('newsletter.subscribers.lead')}>
          {t('newsletter.subscribers.subscribe')}
        </PageHeading>
        {form}
      </>
    ),
    save: async (visit, { address, website, begun, ...choices }) => {
      const { reader, writing, network } = visit
      if (isLikeProgram(application, { trap: website, begun }))
        return [fieldError('address', 'newsletter.subscribers.error.sentLikeProgram')]
      await inTransaction(writing, async (inside) => {
        const subscription = await askToSubscribe(inside, {
          networkId: network.id,
          address,
          digest: addressDigest(application.secret, address),
          choices,
          consent: { words: consentWords(visit), version: consentVersion },
        })
        if (subscription === null) return
        const key = subscription.state === 'subscribed' ? 'already' : 'confirm'
        await notifySubscriber({ ...visit, writing: inside }, subscription, key)
      })
      // Whether an address reads the letter already, or was typed in too often, is told to that address only.
      return {
        title: reader.t('newsletter.subscribers.subscribe'),
        description: reader.t('newsletter.subscribers.lead'),
        children: <SentPage network={network} address={address} />,
      }
    },
  })
}

// Unlike other forms, search engines may index it.
const openPlace: FormPlace<NetworkRequest, null> = {
  send: (visit, { noindex: _, ...page }) => renderNetworkPage(visit, page),
  goOn: ({ reply }, address) => reply.redirect(address, 303),
  pick: async () => ({ choices: null, errors: [] }),
}

interface IntakeRequest extends NetworkRequest {
  offer: Offer
  /** The initial values of the form. */
  language: string
  country: string
}

async function loadIntakeRequest(visit: Visit): Promise<IntakeRequest> {
  const loaded = await loadNetworkRequest(visit)
  const { request, reader, network } = loaded
  const offer = await readOffer(loaded)
  const language = offer.languages.includes(reader.interfaceLanguage)
    ? reader.interfaceLanguage
    : (offer.languages[0] ?? 'en')
  const country = guessCountry(request.headers['accept-language'], language, network.countries)
  return { ...loaded, offer, language, country }
}

function intakeForm({ offer }: Pick<IntakeRequest, 'offer'>) {
  return z.intersection(subscriberForm, choicesForm(offer))
}

function isLikeProgram({ secret, clock }: Application, sent: { trap: string; begun: string }): boolean {
  return holdFor({ texts: [], ...sent, repeated: 0 }, secret, clock.now().epochMilliseconds) !== null
}

/** The consent that the form asks for, as the visitor reads it. */
function consentWords({ reader, network }: NetworkRequest): string {
  return reader.t('newsletter.subscribers.consent', {
    network: chooseName(network.name, reader.language).text,
  })
}

interface SentPageProps {
  network: Network
  address: string
}

/** Announces a mail, whether or not the address is known. */
function SentPage({ network, address }: SentPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <MessagePage
      title={t('newsletter.subscribers.sentTitle')}
      text={t('newsletter.subscribers.sent', { address })}
    >
      <p>
        <a href={paths.subscribe(reader, network.slug)}>{t('newsletter.subscribers.sentWrong')}</a>
      </p>
      <p>
        <a href={addressFor(reader, `/${network.slug}`)}>{chooseName(network.name, reader.language).text}</a>
      </p>
    </MessagePage>
  )
}

interface IntakeFieldsProps {
  network: Network
  offer: Offer
  /** The consent that the form asks for. */
  consent: string
  /** Whether the network counts openings and clicks. */
  isCounting: boolean
  form: FormState
  begun: string
  zones: Record<string, string> | null
}

/** The fields of a subscription request: address, choices and consent. */
function IntakeFields({ network, offer, form, ...props }: IntakeFieldsProps) {
  const { t } = useReader()
  return (
    <>
      <ErrorList form={form} />
      <Field
        name="address"
        type="email"
        label={t('newsletter.subscribers.address')}
        hint={t('newsletter.subscribers.addressHint')}
        autocomplete="email"
        required
      />
      <ChoiceFields network={network} offer={offer} zones={props.zones} />
      <SpamTrap begun={props.begun} />
      <p>{props.consent}</p>
      {props.isCounting ? <p>{t('newsletter.counting.subscribeNote')}</p> : null}
      <p class="form-end">
        <button type="submit" class="button primary">
          {t('newsletter.subscribers.send')}
        </button>
      </p>
    </>
  )
}
