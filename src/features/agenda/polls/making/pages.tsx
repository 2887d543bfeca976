import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { type FormState, typedValue } from '../../../../platform/input/form.ts'
import { parameterOf, parametersOf } from '../../../../platform/input/parameters.ts'
import type { RecordHead } from '../../../../platform/records/record-head.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Choice, ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DayField } from '../../../../ui/form/date-field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { RepeatedParts, UsualSubmit } from '../../../../ui/form/repeated-parts.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { mayChangeRecord, readSuggested } from '../../../contributions/index.ts'
import { listOrganisationsBySlug, type OrganisationRef } from '../../../directory/index.ts'
import { addNetworkForm, findOwnZone } from '../../../directory/picking/index.ts'
import { loadNetworkRequest, type Network, type NetworkRequest } from '../../../networks/index.ts'
import { type EventDocument, emptyEvent, eventDocument } from '../../events/document/schema.ts'
import { paths as agendaPaths } from '../../paths.ts'
import { mayAskForDate } from '../../policy.ts'
import { eventKindOf } from '../../writing.request.ts'
import { addPoll } from '../commands.ts'
import { notifyVoters } from '../mails.ts'
import { paths } from '../paths.ts'
import { electorates } from '../poll.ts'
import { findPoll } from '../queries.ts'
import { DeadlineFields, TimeField, ZoneField } from '../views/deadline-fields.tsx'
import { inviteVoter } from '../voters.commands.ts'
import { listPeopleOf } from '../voters.queries.ts'
import {
  deadlineErrors,
  deadlineOf,
  longestAbout,
  longestTitle,
  newPollForm,
  offeredDateOf,
  optionErrors,
} from './schema.ts'
import { valuesOfSlots, withEmptyDates } from './slot-values.ts'

/** The form with which a member asks for a date: the dates on offer, who answers and until when. */
export function addMakingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  addNetworkForm(pages, '/:language/:network/agenda/polls/new', {
    sending: { ...noStore, ...limits.mail },
    open: loadAskingRequest,
    title: 'agenda.poll.new',
    lead: 'agenda.poll.newLead',
    path: '/agenda/polls/new',
    back: ({ reader, network }) => ({
      href: paths.polls(reader, network.slug),
      label: reader.t('agenda.polls.title'),
    }),
    values: async ({ request, writing, reader, network, parties }) => {
      const zone = await findOwnZone(writing, reader, network)
      const slots = parametersOf(request.query, 'slot')
      return {
        ...withEmptyDates(valuesOfSlots(slots, zone), 2, zone),
        'deadline.time': '18:00',
        'deadline.zone': zone,
        electorate: parties.length > 0 ? 'invited' : 'network',
        tell: 'yes',
        ...readSuggested({ reader, network }, request.query),
      }
    },
    schema: ({ event }) => newPollForm(event?.document ?? emptyEvent),
    lists: ['options'],
    fields: ({ network, event, parties }, form) => (
      <NewPollFields network={network} event={event} parties={parties} form={form} />
    ),
    save: async (visit, { title, about, electorate, tell, ...typed }) => {
      const { writing, reader, network, event, parties } = visit
      const options = typed.options.map(offeredDateOf)
      const errors = [
        ...optionErrors(typed.options, writing),
        ...deadlineErrors(typed.deadline, options, writing),
      ]
      if (errors.length > 0) return errors
      const id = await inTransaction(writing, async (inside) => {
        const made = await addPoll(inside, {
          networkId: network.id,
          title,
          about,
          electorate,
          options,
          deadline: deadlineOf(typed.deadline),
          zone: typed.deadline.zone,
          eventId: event?.head.id ?? null,
        })
        const poll = await findPoll(inside, network.id, made)
        const ids = parties.map(({ id }) => id)
        for (const speaker of await listPeopleOf(inside, network.id, ids))
          await inviteVoter(inside, poll, speaker)
        if (tell !== '') {
          await notifyVoters({ ...visit, writing: inside }, poll, 'opened')
        }
        return made
      })
      return paths.pollAfter(reader, network.slug, id, 'asked')
    },
  })
}

interface NewPollFieldsProps {
  network: Network
  event: AskingRequest['event']
  parties: AskingRequest['parties']
  form: FormState
}

function NewPollFields({ network, event, parties, form }: NewPollFieldsProps) {
  const reader = useReader()
  const { t } = reader
  const text = (name: 'title' | 'about', rows: number, max: number) => (
    <LocalizedField
      name={name}
      label={t(name === 'title' ? 'agenda.poll.title' : 'agenda.poll.about')}
      hint={t(name === 'title' ? 'agenda.poll.titleHint' : 'agenda.poll.aboutHint')}
      languages={network.languages}
      text={event === null ? {} : event.document[name === 'title' ? 'title' : 'summary']}
      max={max}
      rows={rows}
      required={name === 'title'}
    />
  )
  return (
    <>
      <UsualSubmit value="save" />
      {event === null ? null : <input type="hidden" name="event" value={event.head.slug} />}
      {parties.map(({ slug }) => (
        <input key={slug} type="hidden" name="with" value={slug} />
      ))}
      {parties.length > 0 ? (
        <Notice>
          {t('agenda.poll.with', {
            names: parties.map(({ name }) => chooseName(name, reader.language).text).join(', '),
          })}
        </Notice>
      ) : null}
      {text('title', 1, longestTitle)}
      {text('about', 3, longestAbout)}
      <Dates network={network} />
      <DeadlineFields countries={network.countries} />
      <ChoiceField
        name="electorate"
        label={t('agenda.poll.electorate')}
        hint={t('agenda.poll.electorateHint')}
        options={electorates.map((each) => ({ value: each, label: t(`agenda.poll.electorate.${each}`) }))}
        required
      />
      <div class="field">
        <Choice
          name="tell"
          option={{ value: 'yes', label: t('agenda.poll.tell'), hint: t('agenda.poll.tellHint') }}
          type="checkbox"
          isChosen={typedValue(form.values, 'tell') !== ''}
        />
      </div>
      <p class="form-end">
        <button type="submit" class="button primary" name="action" value="save">
          {t('agenda.poll.ask')}
        </button>
      </p>
    </>
  )
}

function Dates({ network }: { network: Network }) {
  const reader = useReader()
  const { t } = reader
  return (
    <RepeatedParts
      name="options"
      label={t('agenda.poll.dates')}
      hint={
        <>
          {t('agenda.poll.datesHint')}{' '}
          <a href={agendaPaths.overlap(reader, network.slug)}>{t('agenda.overlap.title')}</a>
        </>
      }
      titleOf={(index) => t('agenda.poll.date', { number: index + 1 })}
      addLabel={t('agenda.poll.addDate')}
    >
      {(prefix) => (
        <>
          <div class="minutes-hours">
            <DayField name={`${prefix}.day`} label={t('agenda.check.day')} required />
            <DayField name={`${prefix}.to`} label={t('agenda.check.to')} />
          </div>
          <div class="minutes-hours">
            <TimeField name={`${prefix}.start`} label={t('agenda.check.start')} />
            <TimeField name={`${prefix}.end`} label={t('agenda.check.end')} />
          </div>
          <ZoneField countries={network.countries} name={`${prefix}.zone`} />
        </>
      )}
    </RepeatedParts>
  )
}

const mostParties = 10

interface AskingRequest extends NetworkRequest {
  /** The event whose date is asked for; null where there is none yet. */
  event: { head: RecordHead; document: EventDocument } | null
  /** The organisations whose people are invited to it. */
  parties: OrganisationRef[]
}

/** Loads the network, with the event that the address or form names, for a member who may ask for a date and change it; else 404. */
async function loadAskingRequest(visit: Visit): Promise<AskingRequest> {
  const { request, application } = visit
  const loaded = await loadNetworkRequest(visit)
  const { writing, network } = loaded
  if (!mayAskForDate(writing.actor, network.id)) notFound('polls')
  const named = [...parametersOf(request.body, 'with'), ...parametersOf(request.query, 'with')]
  const parties = await listOrganisationsBySlug(writing, named.slice(0, mostParties))
  const slug = parameterOf(request.body, 'event') || parameterOf(request.query, 'event')
  if (!slug) return { ...loaded, parties, event: null }
  const kind = eventKindOf(application)
  const head = (await kind.lookUp(writing, network, { slug })) ?? notFound(slug)
  const { organisationIds } = head
  if (!mayChangeRecord(writing.actor, { networkId: network.id, kind: kind.kind, organisationIds }))
    notFound(slug)
  const document = eventDocument.parse(await kind.read(writing, network, head.id))
  return document.state === 'planned' ? { ...loaded, parties, event: { head, document } } : notFound(slug)
}
