import type { FastifyInstance, FastifyReply } from 'fastify'
import { dayOf } from '../../../../../platform/context/clock.ts'
import { inTransaction } from '../../../../../platform/database/transaction.ts'
import type { Application } from '../../../../../platform/http/application.ts'
import { pagesOf } from '../../../../../platform/http/visit.ts'
import { fieldError, readForm, readValues } from '../../../../../platform/input/form.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { drawNetworkPage, goOn, type NetworkRequest } from '../../../../networks/index.ts'
import { addressDigest } from '../../address-digest.ts'
import { latestDay, readKeeperRequest, readOffer } from '../../call.ts'
import { guessCountry } from '../../intake/guessed-country.ts'
import { tellSubscriber } from '../../notices/commands.ts'
import { paths } from '../../paths.ts'
import { choicesForm, declarationForm } from '../../schema.ts'
import { addDeclared, noteAdded } from '../commands.ts'
import { lookUpJustAdded } from '../queries.ts'
import { AddPage } from './views/add-page.tsx'

const place = '/:language/:network/newsletter/subscribers/new'

/** How a coordinator adds somebody who agreed elsewhere. */
export function addAddingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(place, readKeeperRequest, showForm)
  pages.post(place, readKeeperRequest, async (asked) => {
    const { request, reply, writing, reader, network } = asked
    const values = readValues(request.body)
    const choices = readForm(choicesForm(await readOffer(asked)), request.body)
    const declared = readForm(declarationForm(latestDay(application, network)), request.body)
    const errors = [...(declared.valid ? [] : declared.errors), ...(choices.valid ? [] : choices.errors)]
    if (!choices.valid || !declared.valid) return showForm(asked, { values, errors })
    const { address, words, givenOn } = declared.data
    const added = await inTransaction(writing, async (inside) => {
      const digest = addressDigest(application.secret, address)
      const given = {
        networkId: network.id,
        address,
        digest,
        choices: choices.data,
        words,
        way: 'coordinator' as const,
        givenOn,
      }
      const subscription = await addDeclared(inside, given)
      if (typeof subscription === 'string') return subscription
      const telling = { application, writing: inside, network, quotedIn: reader.language }
      await tellSubscriber(telling, subscription, 'added', words)
      await noteAdded(inside, subscription)
      return subscription
    })
    if (typeof added !== 'string')
      return goOn(reply, paths.list(reader, network.slug, { done: 'added', of: added.id }))
    // Pressed twice, they were added by the first one.
    const just = await lookUpJustAdded(writing, network.id, addressDigest(application.secret, address))
    if (just !== null) return goOn(reply, paths.list(reader, network.slug, { done: 'added', of: just }))
    const refused = fieldError('address', `newsletter.subscribers.error.${added}`)
    return showForm(asked, { values, errors: [refused] })
  })
}

async function showForm(asked: NetworkRequest, typed?: Shown): Promise<FastifyReply> {
  const { application, reader, network } = asked
  const usual = {
    language: reader.interfaceLanguage,
    country: guessCountry(undefined, reader.interfaceLanguage, network.countries),
    frequency: 'issue',
    givenOn: dayOf(application.clock),
  }
  return drawNetworkPage(asked, {
    status: typed ? 422 : 200,
    title: reader.t('newsletter.subscribers.add'),
    description: reader.t('newsletter.subscribers.add'),
    path: '/newsletter/subscribers/new',
    noindex: true,
    width: 'reading',
    children: (
      <AddPage
        network={network}
        offer={await readOffer(asked)}
        shown={typed ?? { values: usual, errors: [] }}
      />
    ),
  }).header('cache-control', 'private, no-store')
}
