import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readClocks } from '../../../platform/dates/index.ts'
import { readCursor, writeCursor } from '../../../platform/http/api/cursor.ts'
import { answerList, listOf, sliceParameters } from '../../../platform/http/api/list-answer.ts'
import { inLanguages } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import type { Application } from '../../../platform/http/application.ts'
import { plainText } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type Network, networkPlace, readNetworkCall } from '../../networks/index.ts'
import { mayReadInside } from '../events/policy.ts'
import { grades } from '../planning/planned-date.ts'
import { electorates, type Poll, type PollState, pollStates, stateOf } from './poll.ts'
import { countPolls, findPoll, listPolls } from './queries.ts'
import { findResults, type PollResults } from './results/queries.ts'
import { bestForAllSides, bestOf } from './tally.ts'
import { countAnswered } from './voters.queries.ts'

const tag = 'polls'

/** Date polls for programs of the people of a network: to read. Answers are people’s own. */
export function addPollsApi(app: FastifyInstance, application: Application): void {
  const { baseUrl } = application.settings
  const readCall = async (call: Parameters<typeof readNetworkCall>[1]) => {
    const asked = await readNetworkCall(application, call)
    // An answer changes by the hour: a poll that is open now is closed then.
    call.reply.removeHeader('last-modified')
    return mayReadInside(asked.context.actor, asked.network.id) ? asked : notFound('polls')
  }

  addOperation(
    app,
    {
      id: 'listPolls',
      path: '/networks/{network}/polls',
      tag,
      summary: 'Date polls of a group, the newest first, for its people',
      needs: 'read',
      place: networkPlace,
      query: pollListParameters,
      answer: pollList,
      scope: () => null,
    },
    async (call) => {
      const { limit, cursor } = call.query
      const offset = cursor === undefined ? 0 : readCursor(pollCursor, cursor)
      const { context, network } = await readCall({ ...call, query: {} })
      const rows = await listPolls(context, network.id, { limit: limit + 1, offset })
      const answered = await countAnswered(
        context,
        rows.map(({ id }) => id),
      )
      return answerList(application, call.request, {
        rows,
        limit,
        counted: await countPolls(context, network.id),
        item: (poll) =>
          entryOf(baseUrl, network, poll, {
            state: stateOf(poll, context),
            answered: answered.get(poll.id) ?? 0,
          }),
        cursorAfter: () => writeCursor(offset + limit),
      })
    },
  )

  addOperation(
    app,
    {
      id: 'findPoll',
      path: '/networks/{network}/polls/{id}',
      tag,
      summary: 'One date poll: its dates on every clock, how they stand on each side, and which are best',
      needs: 'read',
      place: pollPlace,
      query: pollQuery,
      answer: pollRecord,
      scope: () => null,
    },
    async (call) => {
      const { context, network } = await readCall({ ...call, query: {} })
      const poll = await findPoll(context, network.id, call.place.id)
      const results = await findResults(context, network, poll)
      return recordOf(baseUrl, network, poll, { state: stateOf(poll, context), ...results })
    },
  )
}

function entryOf(
  baseUrl: string,
  network: Network,
  poll: Poll,
  { state, answered }: { state: PollState; answered: number },
) {
  return {
    id: poll.id,
    url: `${baseUrl}/en/${network.slug}/agenda/polls/${poll.id}`,
    updated_at: poll.updatedAt.toISOString(),
    title: plainText(poll.title),
    about: plainText(poll.about),
    deadline: poll.deadline.toISOString(),
    zone: poll.zone,
    state,
    voters: poll.electorate,
    event: poll.event?.isSeen ? poll.event.slug : null,
    answered,
  }
}

function recordOf(
  baseUrl: string,
  network: Network,
  poll: Poll,
  { state, answered, tallies, assessments }: PollResults & { state: PollState },
): z.input<typeof pollRecord> {
  const ids = (chosen: typeof tallies) => chosen.map(({ optionId }) => optionId)
  return {
    ...entryOf(baseUrl, network, poll, { state, answered }),
    options: poll.options.flatMap((option) => {
      const tally = tallies.find(({ optionId }) => optionId === option.id)
      if (!tally) return []
      const { startsAt, endsAt, zone } = option
      const clocks = startsAt === null ? [] : readClocks({ startsAt, endsAt, zone }, network.countries)
      return [
        {
          id: option.id,
          starts_at: startsAt?.toISOString() ?? null,
          ends_at: endsAt?.toISOString() ?? null,
          zone,
          first_day: option.firstDay,
          last_day: option.lastDay,
          clocks: clocks.map((reading) => ({
            zone: reading.zone,
            start: reading.start.toString({ smallestUnit: 'minute' }),
            end: reading.end?.toString({ smallestUnit: 'minute' }) ?? null,
          })),
          grade: assessments.get(option.id)?.grade ?? null,
          counts: tally.all,
          sides: tally.sides,
          outvoted: tally.outvoted,
        },
      ]
    }),
    best: ids(bestOf(tallies)),
    best_for_all_sides: ids(bestForAllSides(tallies)),
    taken: poll.taken?.optionId ?? null,
  }
}

const pollPlace = networkPlace.extend({ id: z.uuid().describe('Id of the poll') })
const pollListParameters = z.object(sliceParameters)
const pollQuery = z.object({})
const pollCursor = z.int().min(0)

const counts = { yes: z.int(), if_need_be: z.int(), no: z.int() }

const poll = {
  id: z.uuid(),
  url: z.url(),
  updated_at: z.iso.datetime(),
  title: inLanguages,
  about: inLanguages,
  deadline: z.iso.datetime(),
  zone: z.string().describe('IANA zone in which the deadline was said'),
  state: z.enum(pollStates),
  voters: z.enum(electorates).describe('network: its people and those who are invited; invited: those alone'),
  event: z.string().nullable().describe('Slug of the event that is asked about or came of it'),
  answered: z.int().describe('How many have answered'),
}

const pollList = named('PollList', listOf(named('PollEntry', z.object(poll))))

const pollRecord = named(
  'Poll',
  z.object({
    ...poll,
    options: z.array(
      z.object({
        id: z.uuid(),
        starts_at: z.iso.datetime().nullable(),
        ends_at: z.iso.datetime().nullable(),
        zone: z.string().nullable(),
        first_day: z.iso.date().nullable().describe('Of whole days'),
        last_day: z.iso.date().nullable(),
        clocks: z
          .array(z.object({ zone: z.string(), start: z.string(), end: z.string().nullable() }))
          .describe('The hours on the clock of each country; empty for whole days'),
        grade: z
          .enum(grades)
          .nullable()
          .describe('How far it is from good by the calendars of the countries'),
        counts: z.object(counts),
        sides: z.array(z.object({ country: z.string(), answered: z.int(), ...counts })),
        outvoted: z
          .array(z.string())
          .describe('Countries that have answered and of which fewer than half can come'),
      }),
    ),
    best: z.array(z.uuid()).describe('Most yes, then most “if need be”; several where they are level'),
    best_for_all_sides: z
      .array(z.uuid())
      .describe('The same among the dates on which at least half of every side can come'),
    taken: z.uuid().nullable().describe('The date that was taken'),
  }),
)
