import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { takeTurn } from '../../../../platform/database/turns.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, withStatus } from '../../../../platform/http/visit.ts'
import { type FieldError, fieldError, readForm, readValues } from '../../../../platform/input/form.ts'
import { holdFor, signMoment } from '../../../../platform/input/likely-spam.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { goOn } from '../../../networks/index.ts'
import { makeLink } from '../../links/commands.ts'
import { isRenewable } from '../../links/queries.ts'
import { addUnconfirmed } from '../commands.ts'
import { tellRegistrant } from '../notices/commands.ts'
import { paths } from '../paths.ts'
import { placesLeft } from '../places.ts'
import { countLately, countPlaced, lookUpRegistration, lookUpStanding } from '../queries.ts'
import { register } from '../queue/commands.ts'
import type { Entry } from '../registration.ts'
import { entryForm, visitorForm } from '../schema.ts'
import { standingOf } from '../terms.ts'
import { type FormRequest, readFormRequest } from './call.ts'
import { drawIntakePage, drawSent } from './page.tsx'
import { addRenewalRoutes } from './renewal/routes.tsx'
import { FormPage } from './views/form-page.tsx'

// From one place, in an hour; a whole office may sit behind one address.
const seldom = { config: { rateLimit: { max: 60, timeWindow: '1 hour' } }, ...neverKept }
// Nobody’s mailbox is filled by somebody who types in their address.
const mostFromAddress = 5

/** The form by which people register for an event. */
export function addIntakeRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/agenda/:slug/registration'
  pages.get(place, readFormRequest, showForm)
  pages
    .with(seldom)
    .post(place, readFormRequest, (asked) => (asked.registrant ? takePerson(asked) : takeVisitor(asked)))
  pages.post(`${place}/own`, async (visit) => {
    const { reply } = visit
    return openOwn(reply, await readFormRequest(visit))
  })
  addRenewalRoutes(app, application)
}

async function showForm(asked: FormRequest, typed?: Shown): Promise<FastifyReply> {
  const { application, writing, reader, network, event, terms, registrant, isFor } = asked
  const own = registrant && (await lookUpStanding(writing, event.id, registrant))
  const { name = '', organisation = '', country = '', language = reader.interfaceLanguage } = registrant ?? {}
  return drawIntakePage(withStatus(asked, typed ? 422 : 200), {
    path: 'registration',
    children: (
      <FormPage
        network={network}
        event={event}
        terms={terms}
        standing={standingOf(event, terms, writing)}
        isFor={isFor}
        address={registrant?.address}
        own={own}
        left={placesLeft(terms, await countPlaced(writing, event.id)).all}
        shown={typed ?? { values: { name, organisation, country, language }, errors: [] }}
        begun={signMoment(application.secret, application.clock.now().epochMilliseconds)}
      />
    ),
  })
}

// Nobody registers for what is closed to them, by whatever form they kept open.
function closedTo({ event, terms, writing, isFor }: FormRequest): FieldError[] {
  if (!isFor) return [fieldError('name', 'agenda.error.registrationMembers')]
  const isOpen = standingOf(event, terms, writing) === 'open'
  return isOpen ? [] : [fieldError('name', 'agenda.error.registrationClosed')]
}

async function takePerson(asked: FormRequest): Promise<FastifyReply> {
  const { request, reply, writing, network, event, terms, reader, registrant, telling } = asked
  const form = readForm(entryForm(event, terms), request.body)
  const errors = [...closedTo(asked), ...(form.valid ? [] : form.errors)]
  if (!form.valid || errors.length > 0 || !registrant) return showForm(asked, { values: form.values, errors })
  const entry: Entry = { ...form.data, personId: registrant.personId, address: registrant.address }
  const token = await inTransaction(writing, async (inside) => {
    const { id } = await register({ ...telling, writing: inside }, terms, entry)
    return makeLink(inside, { registrationId: id ?? notFound('registration') }, 'keep')
  })
  return goOn(reply, `${paths.own(reader.language, network.slug, token)}?done=registered`)
}

async function takeVisitor(asked: FormRequest): Promise<FastifyReply> {
  const { request, application, event, terms } = asked
  const values = readValues(request.body)
  const form = readForm(entryForm(event, terms), request.body)
  const visitor = readForm(visitorForm, request.body)
  const errors = [
    ...closedTo(asked),
    ...(form.valid ? [] : form.errors),
    ...(visitor.valid ? [] : visitor.errors),
  ]
  if (!form.valid || !visitor.valid || errors.length > 0) return showForm(asked, { values, errors })
  const { address, website, begun } = visitor.data
  const sent = { texts: [], trap: website, begun, repeated: 0 }
  if (holdFor(sent, application.secret, application.clock.now().epochMilliseconds) !== null)
    return showForm(asked, {
      values,
      errors: [fieldError('name', 'agenda.error.sentLikeProgram')],
    })
  await keepUnconfirmed(asked, { ...form.data, personId: null, address })
  // Whether an address is registered already, or was typed in too often, is told to that address alone.
  return drawSent(asked, { address, said: 'sent' })
}

async function keepUnconfirmed({ writing, event, telling }: FormRequest, entry: Entry): Promise<void> {
  await inTransaction(writing, async (inside) => {
    await takeTurn(inside, `registrations ${event.id} ${entry.address?.toLowerCase()}`)
    const own = await lookUpStanding(inside, event.id, { address: entry.address, personId: null })
    if (own) {
      if (await isRenewable(inside, { registrationId: own.id }))
        await tellRegistrant({ ...telling, writing: inside }, own, 'already')
      return
    }
    if ((await countLately(inside, event.id, entry.address ?? '')) >= mostFromAddress) return
    const added = await lookUpRegistration(inside, await addUnconfirmed(inside, event, entry))
    if (added) await tellRegistrant({ ...telling, writing: inside }, added, 'confirm')
  })
}

async function openOwn(reply: FastifyReply, asked: FormRequest): Promise<FastifyReply> {
  const { writing, network, event, reader, registrant } = asked
  const own = registrant && (await lookUpStanding(writing, event.id, registrant))
  const token = await makeLink(writing, { registrationId: own?.id ?? notFound('registration') }, 'keep')
  return goOn(reply, paths.own(reader.language, network.slug, token))
}
