import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { organisationsOf } from '../../../platform/context/actor.ts'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
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
import { readKeptRequest, readSessionRequest, type SessionRequest } from './call.ts'
import { drawMeetingsPage } from './page.tsx'
import { addParticipants, type NewParticipant } from './participants/commands.ts'
import { heldOf } from './participants/pages.tsx'
import { ParticipantName } from './participants/participant-name.tsx'
import { type Candidate, listSuggested, type Suggested } from './participants/queries.ts'
import { longestName, mostParticipants } from './participants/schema.ts'
import { paths } from './paths.ts'
import { MeetingsHeading } from './views/meetings-heading.tsx'

const meetings = '/:language/:network/agenda/:slug/meetings'
const place = `${meetings}/participants/new`

const additionForm = z.object({
  taken: z.union([z.array(z.string()), z.string().transform((id) => [id])]).default([]),
})

/** Who takes part: taken from what the event knows, added by hand, or by a member for their own authority. */
export function addAdditionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get(place, readKeptRequest, (asked) => show(asked, { values: {}, errors: [] }, new Map()))
  addNetworkAction(pages, place, {
    open: readKeptRequest,
    schema: additionForm,
    pickers: (_, values) => (isTaking(values) ? [] : ['organisation']),
    again: show,
    save: async (asked, { taken }, choices, values) => {
      const { reader, network, event } = asked
      const errors = isTaking(values) ? await takeSuggested(asked, taken) : await addByHand(asked, choices)
      return errors.length > 0 ? errors : paths.session(reader, network.slug, event.slug, { done: 'added' })
    },
  })
  pages.post(`${meetings}/participants`, readSessionRequest, (asked) => {
    const { request, reply } = asked
    return join(reply, asked, typedValue(readValues(request.body), 'organisation'))
  })
}

const isTaking = (values: FormValues) => typedValue(values, 'action') === 'take'

// A member takes part for their own authority while wishes are taken.
async function join(reply: FastifyReply, asked: SessionRequest, id: string): Promise<FastifyReply> {
  const { writing, ground, reader, network, event } = asked
  const own = organisationsOf(writing.actor, network.id, ['member'])
  if (!ground.session.takesRequests || !own.includes(id)) notFound(id)
  const [organisation] = await listOrganisations(writing, [id])
  if (!organisation) return notFound(id)
  const [added] = await addParticipants(writing, heldOf(asked), ground.session, [newcomer(organisation)])
  const known = ground.participants.find((each) => each.organisation.id === id)?.id
  return reply.redirect(
    paths.participant(reader, network.slug, event.slug, added ?? known ?? notFound(id), { done: 'joined' }),
    303,
  )
}

async function takeSuggested(asked: SessionRequest, ids: readonly string[]): Promise<FieldError[]> {
  const { candidates } = await suggestedFor(asked)
  const taken = candidates.filter(({ organisation }) => ids.includes(organisation.id))
  const errors = [
    ...(taken.length === 0 ? [fieldError('taken', 'partners.assignment.error.noneTaken')] : []),
    ...tooMany(asked, taken.length, 'taken'),
  ]
  if (errors.length > 0) return errors
  await addParticipants(
    asked.writing,
    heldOf(asked),
    asked.ground.session,
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

async function addByHand(asked: SessionRequest, choices: Choices): Promise<FieldError[]> {
  const { writing, ground } = asked
  const picked = choices.get('organisation')
  const organisation = picked?.state === 'chosen' ? picked.organisation : notFound('organisation')
  const known = ground.participants.find((each) => each.organisation.id === organisation.id)
  const isThere =
    known?.leftAt === null ? 'partners.assignment.error.takesPart' : 'partners.assignment.error.hasLeft'
  const errors = [
    ...(known ? [fieldError('organisation.name', isThere)] : []),
    ...tooMany(asked, 1, 'organisation.name'),
  ]
  if (errors.length > 0) return errors
  await addParticipants(writing, heldOf(asked), ground.session, [newcomer(organisation)])
  return []
}

function tooMany({ ground }: SessionRequest, added: number, field: string): FieldError[] {
  return ground.participants.length + added > mostParticipants
    ? [fieldError(field, 'partners.assignment.error.tooManyParticipants')]
    : []
}

/** What is supposed of an organisation until somebody says otherwise: that it speaks the language of its country. */
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

function suggestedFor({ writing, event, network, ground }: SessionRequest) {
  return listSuggested(writing, { eventId: event.id, networkId: network.id, sessionId: ground.session.id })
}

async function show(asked: SessionRequest, form: FormState, choices: Choices): Promise<FastifyReply> {
  const suggested = await suggestedFor(asked)
  return drawMeetingsPage(asked, {
    title: asked.reader.t('partners.assignment.add'),
    path: '/participants/new',
    children: <AdditionsPage asked={asked} form={form} suggested={suggested} choices={choices} />,
  })
}

interface AdditionsPageProps {
  asked: SessionRequest
  form: FormState
  suggested: Suggested
  choices: Choices
}

/** Who is likely to take part, to be ticked; and anybody else, by hand. */
function AdditionsPage({ asked, form, suggested, choices }: AdditionsPageProps) {
  const { reader, network, event } = asked
  const { t } = reader
  const action = paths.additions(reader, network.slug, event.slug)
  return (
    <>
      <MeetingsHeading asked={asked} lead={t('partners.assignment.addLead')}>
        {t('partners.assignment.add')}
      </MeetingsHeading>
      <ErrorList form={form} />
      <Section id="suggested" title={t('partners.assignment.suggested')}>
        {suggested.candidates.length === 0 ? (
          <p>{t('partners.assignment.noneSuggested')}</p>
        ) : (
          <Form action={action} form={form}>
            <Candidates asked={asked} candidates={suggested.candidates} />
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
  asked: SessionRequest
  candidates: readonly Candidate[]
}

function Candidates({ asked, candidates }: CandidatesProps) {
  const { reader } = asked
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
