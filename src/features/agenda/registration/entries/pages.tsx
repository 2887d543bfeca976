import type { FastifyInstance, FastifyReply } from 'fastify'
import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { type FormState, fieldError } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { ErrorList, Form } from '../../../../ui/form/form.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { addNetworkAction, addNetworkForm } from '../../../directory/picking/index.ts'
import { renderNetworkPage } from '../../../networks/index.ts'
import { eventTitle } from '../../events/views/event-page.tsx'
import { EntryFacts } from '../entry-facts.tsx'
import { loadListRequest, type OpenedRequest } from '../frame.tsx'
import { paths } from '../paths.ts'
import { findRegistration } from '../queries.ts'
import { changeEntry, register, withdraw } from '../queue.commands.ts'
import type { Registration } from '../registration.ts'
import { entryForm, optionalAddressForm, withdrawalForm } from '../schema.ts'
import { EntryFields } from './entry-fields.tsx'
import { entryValues } from './entry-values.ts'

/** Where the holders of an event add people by hand, correct entries, and take people off the list. */
export function addEntryRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const list = '/:language/:network/agenda/:slug/registrations'

  addNetworkForm(pages, `${list}/new`, {
    open: loadListRequest,
    title: ({ reader, event }) => `${reader.t('agenda.registration.add')} · ${eventTitle(reader, event)}`,
    description: 'agenda.registration.add',
    path: ({ event }) => `/agenda/${event.slug}/registrations/new`,
    width: 'reading',
    submit: 'agenda.registration.add',
    schema: typedEntry,
    page: (visit, form) => {
      const { t } = visit.reader
      return (
        <>
          <PageHeading
            kicker={<a href={listAddress(visit)}>{t('agenda.registration.list')}</a>}
            lead={t('agenda.registration.addLead')}
          >
            {t('agenda.registration.add')}
          </PageHeading>
          {form}
        </>
      )
    },
    fields: ({ network, event, terms }, form) => (
      <>
        <ErrorList form={form} />
        <EntryFields network={network} event={event} terms={terms} isAddressOptional />
      </>
    ),
    save: async (visit, { address, ...said }) => {
      const entry = { ...said, personId: null, address: address || null }
      const { isNew } = await register(visit, visit.terms, entry, personIdOf(visit.writing.actor))
      return isNew ? listAddress(visit) : [fieldError('address', 'agenda.error.registeredAlready')]
    },
  })

  pages.get(`${list}/:id`, loadEntryRequest, (visit) => show(visit))
  addNetworkAction(pages, `${list}/:id`, {
    open: loadEntryRequest,
    schema: typedEntry,
    again: (visit, correction) => show(visit, { correction }),
    save: async (visit, { address, ...said }) => {
      const entry = { ...said, address: address || null }
      const outcome = await changeEntry(visit, visit.terms, visit.registration, entry)
      if (outcome === 'full') return [fieldError('country', 'agenda.error.countryFull')]
      if (outcome === 'taken') return [fieldError('address', 'agenda.error.registeredAlready')]
      return listAddress(visit)
    },
  })
  addNetworkAction(pages, `${list}/:id/withdrawal`, {
    open: loadEntryRequest,
    schema: withdrawalForm,
    again: (visit, withdrawal) => show(visit, { withdrawal }),
    save: async (visit, typed) => {
      const word = { text: typed.word, language: visit.reader.interfaceLanguage }
      await withdraw(visit, visit.terms, visit.registration, word)
      return listAddress(visit)
    },
  })
}

type EntryRequest = OpenedRequest & { registration: Registration }

async function loadEntryRequest(visit: Visit): Promise<EntryRequest> {
  const { request } = visit
  const loaded = await loadListRequest(visit)
  const id = parameterOf(request.params, 'id') ?? ''
  return { ...loaded, registration: await findRegistration(loaded.writing, loaded.event.id, id) }
}

const typedEntry = ({ event, terms }: OpenedRequest) =>
  entryForm(event, terms).extend(optionalAddressForm.shape)

const listAddress = ({ reader, network, event }: OpenedRequest) =>
  paths.list(reader, network.slug, event.slug)

/** The form of the page that was sent and came back. */
interface SentForms {
  correction?: FormState
  withdrawal?: FormState
}

function show(visit: EntryRequest, sent: SentForms = {}): FastifyReply {
  const { reader, event, registration } = visit
  return renderNetworkPage(visit, {
    title: `${registration.name} · ${eventTitle(reader, event)}`,
    description: registration.name,
    path: `/agenda/${event.slug}/registrations/${registration.id}`,
    noindex: true,
    width: 'reading',
    children: <EntryPage visit={visit} sent={sent} />,
  })
}

// The entry of a registrant, for the holders of the event: to correct it, or to take them off the list with a word.
function EntryPage({ visit, sent }: { visit: EntryRequest; sent: SentForms }) {
  const { t } = useReader()
  const { terms, registration } = visit
  return (
    <>
      <PageHeading
        kicker={
          <>
            <a href={listAddress(visit)}>{t('agenda.registration.list')}</a>
            {' · '}
            {t(`agenda.registration.state.${registration.state}`)}
          </>
        }
      >
        <bdi>{registration.name}</bdi>
      </PageHeading>
      {registration.state === 'withdrawn' ? (
        <>
          {registration.withdrawalWord ? <blockquote>{registration.withdrawalWord}</blockquote> : null}
          <EntryFacts questions={terms.questions} registration={registration} />
        </>
      ) : (
        <EntryForms visit={visit} sent={sent} />
      )}
    </>
  )
}

function EntryForms({ visit, sent }: { visit: EntryRequest; sent: SentForms }) {
  const reader = useReader()
  const { t } = reader
  const { network, event, terms, registration } = visit
  const address = paths.one(reader, network.slug, event.slug, registration.id).split('?')[0]
  const correction = sent.correction ?? { values: entryValues(registration), errors: [] }
  return (
    <>
      <Form action={address} form={correction} submit={t('agenda.registration.save')}>
        <ErrorList form={sent.withdrawal ?? correction} />
        <EntryFields network={network} event={event} terms={terms} isAddressOptional />
      </Form>
      <Section id="withdrawal" title={t('agenda.registration.remove')}>
        <Form action={`${address}/withdrawal`} form={sent.withdrawal}>
          <TextAreaField
            name="word"
            label={t('agenda.registration.word')}
            hint={t('agenda.registration.wordHint')}
            max={1000}
            rows={3}
            required
          />
          <p class="form-end">
            <button type="submit" class="button">
              {t('agenda.registration.removeButton')}
            </button>
          </p>
        </Form>
      </Section>
    </>
  )
}
