import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { dayOf } from '../../../../platform/context/clock.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { fieldError } from '../../../../platform/input/form.ts'
import { DayField } from '../../../../ui/form/date-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { addNetworkForm } from '../../../directory/picking/index.ts'
import type { NetworkRequest } from '../../../networks/index.ts'
import { ChoiceFields } from '../choice-fields.tsx'
import { guessCountry } from '../guessed-country.ts'
import { addressDigest } from '../link.ts'
import { notifySubscriber } from '../mails.ts'
import { paths } from '../paths.ts'
import { latestDay, loadKeeperRequest, type Offer, readOffer } from '../request.ts'
import { choicesForm, declarationForm } from '../schema.ts'
import { BeneathList } from './beneath-list.tsx'
import { addDeclared, noteAdded } from './commands.ts'
import { lookUpJustAdded } from './queries.ts'

/** The form by which a coordinator adds a reader who agreed elsewhere. */
export function addAddingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  addNetworkForm(pages, '/:language/:network/newsletter/subscribers/new', {
    open: loadAddingRequest,
    title: 'newsletter.subscribers.add',
    path: '/newsletter/subscribers/new',
    action: ({ reader, network }) => paths.add(reader, network.slug),
    submit: 'newsletter.subscribers.addButton',
    width: 'reading',
    values: ({ reader: { interfaceLanguage: language }, network }) => ({
      language,
      country: guessCountry(undefined, language, network.countries),
      frequency: 'issue',
      givenOn: dayOf(application.clock),
    }),
    schema: ({ network, offer }) =>
      z.intersection(declarationForm(latestDay(application, network)), choicesForm(offer)),
    fields: ({ network, offer }, form) => (
      <>
        <ErrorList form={form} />
        <DeclarationFields />
        <ChoiceFields network={network} offer={offer} />
      </>
    ),
    save: async ({ reply, writing, reader, network }, { address, words, givenOn, ...choices }) => {
      const digest = addressDigest(application.secret, address)
      const added = await inTransaction(writing, async (inside) => {
        const way = 'coordinator' as const
        const given = { networkId: network.id, address, digest, choices, words, way, givenOn }
        const subscription = await addDeclared(inside, given)
        if (typeof subscription === 'string') return subscription
        const notifying = { application, writing: inside, network, quotedIn: reader.language }
        await notifySubscriber(notifying, subscription, 'added', words)
        await noteAdded(inside, subscription)
        return subscription
      })
      const goOnTo = (of: string) => {
        reply.header('referrer-policy', 'no-referrer')
        return paths.list(reader, network.slug, { done: 'added', of })
      }
      if (typeof added !== 'string') return goOnTo(added.id)
      // Pressed twice: the first press has added them.
      const just = await lookUpJustAdded(writing, network.id, digest)
      return just === null ? [fieldError('address', `newsletter.subscribers.error.${added}`)] : goOnTo(just)
    },
    page: ({ reader: { t }, network }, form) => (
      <>
        <BeneathList network={network} lead={t('newsletter.subscribers.addLead')}>
          {t('newsletter.subscribers.add')}
        </BeneathList>
        {form}
      </>
    ),
  })
}

async function loadAddingRequest(visit: Visit): Promise<NetworkRequest & { offer: Offer }> {
  const loaded = await loadKeeperRequest(visit)
  return { ...loaded, offer: await readOffer(loaded) }
}

/** Who is added, and how and when they agreed. */
function DeclarationFields() {
  const { t } = useReader()
  return (
    <>
      <Field
        name="address"
        type="email"
        label={t('newsletter.subscribers.address')}
        autocomplete="off"
        required
      />
      <TextAreaField
        name="words"
        label={t('newsletter.subscribers.declaration')}
        hint={t('newsletter.subscribers.declarationHint')}
        max={1000}
        rows={3}
        required
      />
      <DayField name="givenOn" label={t('newsletter.subscribers.givenOn')} required />
    </>
  )
}
