import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { type FormValues, readForm, readValues, typedValue } from '../../../../platform/input/form.ts'
import { applyListAction } from '../../../../platform/input/list-action.ts'
import { parametersOf } from '../../../../platform/input/parameters.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { findOwnZone } from '../../../directory/picking/index.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { emptyEvent } from '../../events/document/schema.ts'
import { addPoll } from '../commands.ts'
import { tellPeople } from '../notices/commands.ts'
import { paths } from '../paths.ts'
import { findPoll } from '../queries.ts'
import { type AskingRequest, readAskingRequest } from './call.ts'
import { deadlineErrors, deadlineOf, newPollForm, offeredDateOf, optionErrors } from './schema.ts'
import { valuesOfSlots, withEmptyDates } from './slot-values.ts'
import { NewPollPage } from './views/new-poll-page.tsx'

// Each may write to everybody in a network.
const seldom = { rateLimit: { max: 60, timeWindow: '1 hour' } }

/** The form by which somebody asks when something is to be. */
export function addMakingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/agenda/polls/new'
  pages.get(place, readAskingRequest, (asked) => {
    return showForm(asked)
  })
  pages.with({ ...neverKept, config: seldom }).post(place, async (visit) => {
    const { request } = visit
    const values = readValues(request.body)
    const asked = await readAskingRequest(visit, values)
    return takeForm(asked, values)
  })
}

async function showForm(asked: AskingRequest, typed?: Shown): Promise<FastifyReply> {
  const { request, reader, network, event } = asked
  const slots = parametersOf(request.query, 'slot')
  const isWrong = typed !== undefined && typed.errors.length > 0
  return drawNetworkPage(asked, {
    status: isWrong ? 422 : 200,
    title: reader.t('agenda.poll.new'),
    description: reader.t('agenda.poll.newLead'),
    path: '/agenda/polls/new',
    noindex: true,
    children: (
      <NewPollPage
        network={network}
        event={event}
        shown={typed ?? { values: await firstValues(asked, slots), errors: [] }}
      />
    ),
  })
}

async function firstValues(
  { writing, reader, network }: AskingRequest,
  slots: string[],
): Promise<FormValues> {
  const zone = await findOwnZone(writing, reader, network)
  return {
    ...withEmptyDates(valuesOfSlots(slots, zone), 2, zone),
    'deadline.time': '18:00',
    'deadline.zone': zone,
    electorate: 'network',
    tell: 'yes',
  }
}

async function takeForm(asked: AskingRequest, values: FormValues): Promise<FastifyReply> {
  const { application, reply, writing, reader, network, event } = asked
  const moved = applyListAction(values, typedValue(values, 'action'))
  if (moved !== null) {
    const { action: _, ...kept } = moved.values
    const focus = { [`focus:${moved.focus.list}`]: String(moved.focus.index) }
    return showForm(asked, { values: { ...kept, ...focus }, errors: [] })
  }
  const form = readForm(newPollForm(event?.document ?? emptyEvent), values)
  if (!form.valid) return showForm(asked, form)
  const { title, about, electorate, tell, ...typed } = form.data
  const options = typed.options.map(offeredDateOf)
  const errors = [
    ...optionErrors(typed.options, writing),
    ...deadlineErrors(typed.deadline, options, writing),
  ]
  if (errors.length > 0) return showForm(asked, { values, errors })
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
    if (tell !== '' && electorate === 'network') {
      const poll = await findPoll(inside, network.id, made)
      await tellPeople({ application, writing: inside, network }, poll, 'opened')
    }
    return made
  })
  return reply.redirect(paths.pollAfter(reader, network.slug, id, 'asked'), 303)
}
