import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { organisationsOf } from '../../../platform/context/actor.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { interfaceLanguageFor } from '../../../platform/i18n/languages.ts'
import {
  type FieldError,
  type FormState,
  type FormValues,
  fieldError,
  readValues,
  typedValue,
} from '../../../platform/input/form.ts'
import { notFound } from '../../../platform/refusal.ts'
import { Choice } from '../../../ui/form/choice-field.tsx'
import { FieldGroup } from '../../../ui/form/field-group.tsx'
import { useFilled } from '../../../ui/form/filled.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { type Choices, countryName, listOrganisations, OrganisationPicker } from '../../directory/index.ts'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { renderMeetingsPage } from './frame.tsx'
import { addParticipants, type NewParticipant } from './participants/commands.ts'
import { heldOf } from './participants/pages.tsx'
import { ParticipantName } from './participants/participant-name.tsx'
import { type Candidate, listSuggested, type Suggested } from './participants/queries.ts'
import { longestName, mostParticipants } from './participants/schema.ts'
import { paths } from './paths.ts'
import { loadKeptRequest, loadSessionRequest, type SessionRequest } from './request.ts'
import { MeetingsHeading } from './views/meetings-heading.tsx'

const meetings = '/:language/:network/agenda/:slug/meetings'
const place = `${meetings}/participants/new`

const additionForm = z.object({
  taken: z.union([z.array(z.string()), z.string().transform((id) => [id])]).default([]),
})

/** The participants: suggested by the event, added by hand, or by a member for its own authority. */
export function addAdditionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  pages.get(place, loadKeptRequest, (visit) => show(visit, { values: {}, errors: [] }, new Map()))
  addNetworkAction(pages, place, {
    open: loadKeptRequest,
    schema: additionForm,
    pickers: (_, values) => (isTaking(values) ? [] : ['organisation']),
    again: show,
    save: async (visit, { taken }, choices, values) => {
      const { reader, network, event } = visit
      const errors = isTaking(values) ? await takeSuggested(visit, taken) : await addByHand(visit, choices)
      return errors.length > 0 ? errors : paths.session(reader, network.slug, event.slug, { done: 'added' })
    },
  })
  pages.post(`${meetings}/participants`, loadSessionRequest, (visit) => {
    const { request, reply } = visit
    return join(reply, visit, typedValue(readValues(request.body), 'organisation'))
  })
}

const isTaking = (values: FormValues) => typedValue(values, 'action') === 'take'

// A member takes part for its own authority while wishes are open.
async function join(reply: FastifyReply, visit: SessionRequest, id: string): Promise<FastifyReply> {
  const { writing, facts, reader, network, event } = visit
  const own = organisationsOf(writing.actor, network.id, ['member'])
  if (!facts.session.takesRequests || !own.includes(id)) notFound(id)
  const [organisation] = await listOrganisations(writing, [id])
  if (!organisation) return notFound(id)
  const [added] = await addParticipants(writing, heldOf(visit), facts.session, [newcomer(organisation)])
  const known = facts.participants.find((each) => each.organisation.id === id)?.id
  return reply.redirect(
    paths.participant(reader, network.slug, event.slug, added ?? known ?? notFound(id), { done: 'joined' }),
    303,
  )
}

async function takeSuggested(visit: SessionRequest, ids: readonly string[]): Promise<FieldError[]> {
  const { candidates } = await suggestedFor(visit)
  const taken = candidates.filter(({ organisation }) => ids.includes(organisation.id))
  const errors = [
    ...(taken.length === 0 ? [fieldError('taken', 'partners.assignment.error.noneTaken')] : []),
    ...tooMany(visit, taken.length, 'taken'),
  ]
  if (errors.length > 0) return errors
  await addParticipants(
    visit.writing,
    heldOf(visit),
    visit.facts.session,
    taken.map(({ organisation, person }) => ({
      ...newcomer(organisation),
      ...(person
        ? {
            personName: person.name.slice(0, longestName),
            address: person.address,
            language: person.language,
          }
        : {}),
    })),
  )
  return []
}

async function addByHand(visit: SessionRequest, choices: Choices): Promise<FieldError[]> {
  const { writing, facts } = visit
  const picked = choices.get('organisation')
  const organisation = picked?.state === 'chosen' ? picked.organisation : notFound('organisation')
  const known = facts.participants.find((each) => each.organisation.id === organisation.id)
  const isThere =
    known?.leftAt === null ? 'partners.assignment.error.takesPart' : 'partners.assignment.error.hasLeft'
  const errors = [
    ...(known ? [fieldError('organisation.name', isThere)] : []),
    ...tooMany(visit, 1, 'organisation.name'),
  ]
  if (errors.length > 0) return errors
  await addParticipants(writing, heldOf(visit), facts.session, [newcomer(organisation)])
  return []
}

function tooMany({ facts }: SessionRequest, added: number, field: string): FieldError[] {
  return facts.participants.length + added > mostParticipants
    ? [fieldError(field, 'partners.assignment.error.tooManyParticipants')]
    : []
}

/** A new participant, assumed to speak the language of its country until it says otherwise. */
function newcomer({ id, country }: { id: string; country: string }): NewParticipant {
  const own = languageOf(country)
  return {
    organisation: { id, country },
    personName: '',
    address: null,
    language: interfaceLanguageFor(own),
    languages: [own],
  }
}

function suggestedFor({ writing, event, network, facts }: SessionRequest) {
  return listSuggested(writing, { eventId: event.id, networkId: network.id, sessionId: facts.session.id })
}

async function show(visit: SessionRequest, form: FormState, choices: Choices): Promise<FastifyReply> {
  const suggested = await suggestedFor(visit)
  return renderMeetingsPage(visit, {
    title: visit.reader.t('partners.assignment.add'),
    path: '/participants/new',
    children: <AdditionsPage visit={visit} form={form} suggested={suggested} choices={choices} />,
  })
}

interface AdditionsPageProps {
  visit: SessionRequest
  form: FormState
  suggested: Suggested
  choices: Choices
}

/** Likely participants, to be ticked; any other organisation is added by hand. */
function AdditionsPage({ visit, form, suggested, choices }: AdditionsPageProps) {
  const { reader, network, event } = visit
  const { t } = reader
  const action = paths.additions(reader, network.slug, event.slug)
  return (
    <>
      <MeetingsHeading visit={visit} lead={t('partners.assignment.addLead')}>
        {t('partners.assignment.add')}
      </MeetingsHeading>
      <ErrorList form={form} />
      <Section id="suggested" title={t('partners.assignment.suggested')}>
        {suggested.candidates.length === 0 ? (
          <p>{t('partners.assignment.noneSuggested')}</p>
        ) : (
          <Form action={action} form={form}>
            <Candidates visit={visit} candidates={suggested.candidates} />
            <p class="form-end">
              <button type="submit" class="button primary" name="action" value="take">
                {t('partners.assignment.take')}
              </button>
            </p>
          </Form>
        )}
        {suggested.unknown.length === 0 ? null : (
          <>
            <p>{t('partners.assignment.unknownOrganisations')}</p>
            <div class="prose">
              {' '}
              <ul>
                {suggested.unknown.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </div>{' '}
          </>
        )}
      </Section>
      <Section id="by-hand" title={t('partners.assignment.byHand')}>
        <Form action={action} form={form}>
          <OrganisationPicker
            name="organisation"
            label={t('partners.assignment.organisation')}
            picked={choices.get('organisation') ?? { state: 'empty' }}
            required
          />
          <p class="form-end">
            <button type="submit" class="button" name="action" value="add">
              {t('partners.assignment.addOne')}
            </button>
          </p>
        </Form>
      </Section>
    </>
  )
}

interface CandidatesProps {
  visit: SessionRequest
  candidates: readonly Candidate[]
}

function Candidates({ visit, candidates }: CandidatesProps) {
  const { reader } = visit
  const { t } = reader
  const { values: chosen } = useFilled('taken')
  const hint = ({ organisation, sources, person }: Candidate): ComponentChildren =>
    [
      countryName(reader, organisation.country),
      ...sources.map((source) => t(`partners.assignment.source.${source}`)),
      ...(person ? [person.name] : []),
    ].join(' · ')
  return (
    <FieldGroup name="taken" label={t('partners.assignment.suggestedWho')} required>
      <div class="choices">
        {candidates.map((candidate) => (
          <Choice
            key={candidate.organisation.id}
            name="taken"
            type="checkbox"
            option={{
              value: candidate.organisation.id,
              label: <ParticipantName participant={candidate} />,
              hint: hint(candidate),
            }}
            isChosen={chosen.includes(candidate.organisation.id)}
          />
        ))}
      </div>
    </FieldGroup>
  )
}
