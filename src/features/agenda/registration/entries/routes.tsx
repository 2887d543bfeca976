import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, type Visit, withStatus } from '../../../../platform/http/visit.ts'
import { fieldError, readForm } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { eventTitle } from '../../events/views/event-page.tsx'
import { type OpenedRequest, readListRequest } from '../call.ts'
import { entryValues } from '../entry-values.ts'
import type { Telling } from '../notices/commands.ts'
import { paths } from '../paths.ts'
import { findRegistration } from '../queries.ts'
import { changeEntry, register, withdraw } from '../queue/commands.ts'
import type { Registration } from '../registration.ts'
import { entryForm, optionalAddressForm, withdrawalForm } from '../schema.ts'
import { AddPage } from './views/add-page.tsx'
import { EntryPage, type EntryPageShown } from './views/entry-page.tsx'

const list = '/:language/:network/agenda/:slug/registrations'

/** Where those who hold an event add somebody by hand, correct what was said, and take somebody off the list. */
export function addEntryRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get(`${list}/new`, readListRequest, showAdding)
  pages.post(`${list}/new`, readListRequest, add)
  pages.get(`${list}/:id`, readEntryRequest, showEntry)
  pages.post(`${list}/:id`, readEntryRequest, correct)
  pages.post(`${list}/:id/withdrawal`, readEntryRequest, async (asked) => {
    const { request, reply, reader, network, event, terms, registration } = asked
    const form = readForm(withdrawalForm, request.body)
    if (!form.valid) return showEntry(withStatus(asked, 422), { withdrawal: form })
    const word = { text: form.data.word, language: reader.interfaceLanguage }
    await withdraw(tellingOf(application, asked), terms, registration, word)
    return reply.redirect(paths.list(reader, network.slug, event.slug), 303)
  })
}

type EntryRequest = OpenedRequest & { registration: Registration }
type Shown = Parameters<typeof AddPage>[0]['shown']

async function readEntryRequest(visit: Visit): Promise<EntryRequest> {
  const { request } = visit
  const asked = await readListRequest(visit)
  const id = parameterOf(request.params, 'id') ?? ''
  return { ...asked, registration: await findRegistration(asked.writing, asked.event.id, id) }
}

function showAdding(asked: OpenedRequest, shown: Shown = { values: {}, errors: [] }): FastifyReply {
  const { reader, network, event, terms } = asked
  return draw(asked, {
    title: reader.t('agenda.registration.add'),
    path: 'new',
    children: <AddPage network={network} event={event} terms={terms} shown={shown} />,
  })
}

async function add(asked: OpenedRequest): Promise<FastifyReply> {
  const { request, application, reply, reader, network, event, terms, writing } = asked
  const form = readForm(entryForm(event, terms), request.body)
  const by = readForm(optionalAddressForm, request.body)
  if (!form.valid || !by.valid) {
    const errors = [...(form.valid ? [] : form.errors), ...(by.valid ? [] : by.errors)]
    return showAdding(withStatus(asked, 422), { values: form.values, errors })
  }
  const entry = { ...form.data, personId: null, address: by.data.address || null }
  const addedBy = personIdOf(writing.actor)
  const { isNew } = await register(tellingOf(application, asked), terms, entry, addedBy)
  if (isNew) return reply.redirect(paths.list(reader, network.slug, event.slug), 303)
  const errors = [fieldError('address', 'agenda.error.registeredAlready')]
  return showAdding(withStatus(asked, 422), { values: form.values, errors })
}

function showEntry(
  asked: EntryRequest,
  { correction, withdrawal }: Partial<EntryPageShown> = {},
): FastifyReply {
  const { registration } = asked
  const shown = {
    correction: correction ?? { values: entryValues(registration), errors: [] },
    withdrawal: withdrawal ?? { values: {}, errors: [] },
  }
  return draw(asked, {
    title: registration.name,
    path: registration.id,
    children: (
      <EntryPage
        network={asked.network}
        event={asked.event}
        terms={asked.terms}
        registration={registration}
        shown={shown}
      />
    ),
  })
}

async function correct(asked: EntryRequest): Promise<FastifyReply> {
  const { request, application, reply, reader, network, event, terms, registration } = asked
  const form = readForm(entryForm(event, terms), request.body)
  const by = readForm(optionalAddressForm, request.body)
  const again = (errors: Shown['errors']) =>
    showEntry(withStatus(asked, 422), { correction: { values: form.values, errors } })
  if (!form.valid || !by.valid)
    return again([...(form.valid ? [] : form.errors), ...(by.valid ? [] : by.errors)])
  const entry = { ...form.data, address: by.data.address || null }
  const outcome = await changeEntry(tellingOf(application, asked), terms, registration, entry)
  if (outcome === 'full') return again([fieldError('country', 'agenda.error.countryFull')])
  if (outcome === 'taken') return again([fieldError('address', 'agenda.error.registeredAlready')])
  return reply.redirect(paths.list(reader, network.slug, event.slug), 303)
}

const tellingOf = (application: Application, { writing, network, event }: OpenedRequest): Telling => ({
  application,
  writing,
  network,
  event,
})

function draw(
  asked: OpenedRequest,
  { title, path, children }: { title: string; path: string; children: ComponentChildren },
): FastifyReply {
  return drawNetworkPage(asked, {
    title: `${title} · ${eventTitle(asked.reader, asked.event)}`,
    description: title,
    path: `/agenda/${asked.event.slug}/registrations/${path}`,
    noindex: true,
    width: 'reading',
    children,
  })
}
