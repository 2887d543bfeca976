import type { FastifyInstance, FastifyReply } from 'fastify'
import { organisationsOf } from '../../../../platform/context/actor.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { isInterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import {
  type FieldError,
  fieldError,
  readValues,
  typedValue,
  typedValues,
} from '../../../../platform/input/form.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { type Choices, choiceErrors, listOrganisations, readChoices } from '../../../directory/index.ts'
import { readKeptRequest, readSessionRequest, type SessionRequest } from '../call.ts'
import { drawMeetingsPage } from '../page.tsx'
import { addParticipants, type NewParticipant } from '../participants/commands.ts'
import { listSuggested } from '../participants/queries.ts'
import { heldOf } from '../participants/routes.tsx'
import { longestName, mostParticipants } from '../participants/schema.ts'
import { paths } from '../paths.ts'
import { AdditionsPage } from './views/additions-page.tsx'

const meetings = '/:language/:network/agenda/:slug/meetings'
const place = `${meetings}/participants/new`

/** Who takes part: taken from what the event knows, added by hand, or by a member for their own authority. */
export function addAdditionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get(place, readKeptRequest, (asked) => {
    return show(asked, { values: {}, errors: [] })
  })
  pages.post(place, readKeptRequest, (asked) => {
    const { request } = asked
    const values = readValues(request.body)
    return typedValue(values, 'action') === 'take' ? takeSuggested(asked, values) : addByHand(asked, values)
  })
  pages.post(`${meetings}/participants`, readSessionRequest, (asked) => {
    const { request, reply } = asked
    return join(reply, asked, typedValue(readValues(request.body), 'organisation'))
  })
}

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

async function takeSuggested(asked: SessionRequest, values: Shown['values']): Promise<FastifyReply> {
  const { reply } = asked
  const chosen = typedValues(values, 'taken')
  const { candidates } = await suggestedFor(asked)
  const taken = candidates.filter(({ organisation }) => chosen.includes(organisation.id))
  const errors = [
    ...(taken.length === 0 ? [fieldError('taken', 'partners.assignment.error.noneTaken')] : []),
    ...tooMany(asked, taken.length, 'taken'),
  ]
  if (errors.length > 0) return show(asked, { values, errors })
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
  return goBack(reply, asked)
}

async function addByHand(asked: SessionRequest, values: Shown['values']): Promise<FastifyReply> {
  const { reply, writing, ground } = asked
  const choices = await readChoices(writing, values, ['organisation'])
  const picked = choices.get('organisation')
  const organisation = picked?.state === 'chosen' ? picked.organisation : null
  const known = ground.participants.find((each) => each.organisation.id === organisation?.id)
  const isThere =
    known?.leftAt === null ? 'partners.assignment.error.takesPart' : 'partners.assignment.error.hasLeft'
  const errors = [
    ...choiceErrors(choices),
    ...(known ? [fieldError('organisation.name', isThere)] : []),
    ...tooMany(asked, 1, 'organisation.name'),
  ]
  if (errors.length > 0 || organisation === null) return show(asked, { values, errors }, choices)
  await addParticipants(writing, heldOf(asked), ground.session, [newcomer(organisation)])
  return goBack(reply, asked)
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
    language: isInterfaceLanguage(own) ? own : 'en',
    languages: [own],
  }
}

function suggestedFor({ writing, event, network, ground }: SessionRequest) {
  return listSuggested(writing, { eventId: event.id, networkId: network.id, sessionId: ground.session.id })
}

async function show(
  asked: SessionRequest,
  shown: Shown,
  choices: Choices = new Map(),
): Promise<FastifyReply> {
  const suggested = await suggestedFor(asked)
  return drawMeetingsPage(asked, {
    title: asked.reader.t('partners.assignment.add'),
    path: '/participants/new',
    isWrong: shown.errors.length > 0,
    children: (
      <AdditionsPage
        asked={asked}
        shown={shown}
        suggested={suggested}
        picked={choices.get('organisation') ?? { state: 'empty' }}
      />
    ),
  })
}

function goBack(reply: FastifyReply, { reader, network, event }: SessionRequest): FastifyReply {
  return reply.redirect(paths.session(reader, network.slug, event.slug, { done: 'added' }), 303)
}
