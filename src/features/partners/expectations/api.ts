import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Context } from '../../../platform/context/context.ts'
import { readCursor, writeCursor } from '../../../platform/http/api/cursor.ts'
import { answerList, listOf, mostCounted, sliceParameters } from '../../../platform/http/api/list-answer.ts'
import { inLanguages, statesOfTexts } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import { slug } from '../../../platform/http/api/parameters.ts'
import type { Application } from '../../../platform/http/application.ts'
import { type LocalizedText, plainText, textStatesOf } from '../../../platform/i18n/localized-text.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { networkPlace, readNetworkCall, seenOn, themes } from '../../networks/index.ts'
import { forms } from '../forms.ts'
import { daysOpen, isLate } from './ageing.ts'
import {
  answers,
  confidentialities,
  type Expectation,
  isClosed,
  outcomes,
  reasons,
  states,
} from './expectation.ts'
import { involvementOf, readableRequests } from './involvement.ts'
import { ages, statuses } from './list/expectation-filter.ts'
import { countExpectations, listExpectations } from './list/queries.ts'
import { findExpectation } from './queries.ts'
import { listRequests, type MemberRequest } from './requests.queries.ts'

const tag = 'expectations'

/** API of expectations: only what the person a program acts for may see. */
export function addExpectationsApi(app: FastifyInstance, application: Application): void {
  const addressIn = (network: string) => (slug: string) =>
    `${application.settings.baseUrl}/en/${network}/expectations/${slug}`

  addOperation(
    app,
    {
      id: 'listExpectations',
      path: '/networks/{network}/expectations',
      tag,
      summary: 'What organisations expect of the members of a group, the newest first',
      place: networkPlace,
      query: expectationListQuery,
      answer: expectationList,
    },
    async (call) => {
      const { q, theme, status, country, age, limit, cursor } = call.query
      const offset = cursor === undefined ? 0 : readCursor(expectationCursor, cursor)
      const { context, network } = await readNetworkCall(application, call)
      sayFresh(context, call.reply)
      const filter = {
        view: 'all' as const,
        q: q ?? '',
        theme: theme ?? null,
        status: status ?? null,
        country: country ?? null,
        age: age ?? null,
      }
      return answerList(application, call.request, {
        rows: await listExpectations(context, network.id, filter, { limit: limit + 1, offset }),
        limit,
        counted: await countExpectations(context, network.id, filter, mostCounted + 1),
        item: (expectation) => entryOf(addressIn(network.slug), expectation, context.today),
        cursorAfter: () => writeCursor(offset + limit),
      })
    },
  )

  addOperation(
    app,
    {
      id: 'findExpectation',
      path: '/networks/{network}/expectations/{slug}',
      tag,
      summary: 'One expectation, with what was answered for those whom it concerns',
      place: expectationPlace,
      query: expectationQuery,
      answer: expectationRecord,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, call)
      sayFresh(context, call.reply)
      const expectation = await findExpectation(context, network.id, call.place.slug)
      const requests = await listRequests(context, expectation.id)
      const involvement = involvementOf(context.actor, expectation, requests)
      return {
        ...entryOf(addressIn(network.slug), expectation, context.today),
        answers: involvement.isConcerned ? readableRequests(requests, involvement).map(answerOf) : null,
      }
    },
  )
}

// What a person may see changes with their roles, which do not change a revision.
function sayFresh({ actor }: Context, reply: FastifyReply): void {
  if (actor.kind !== 'anonymous') reply.removeHeader('last-modified')
}

type Shown = z.input<typeof expectationRecord>

/** An expectation as programs read it in a list. */
function entryOf(
  address: (slug: string) => string,
  expectation: Expectation,
  today: string,
): Omit<Shown, 'answers'> {
  const { title, text, closing, deadline } = expectation
  const texts: Record<string, LocalizedText> = { title, text }
  return {
    id: expectation.id,
    slug: expectation.slug,
    url: address(expectation.slug),
    updated_at: expectation.updatedAt.toISOString(),
    asker: organisationOf(expectation.asker),
    addressed_to: organisationOf(expectation.asked),
    title: plainText(title),
    text: plainText(text),
    text_states: textStatesOf(texts),
    themes: expectation.themes,
    form: expectation.form,
    deadline,
    confidentiality: expectation.confidentiality,
    status: expectation.state,
    stated_on: expectation.knownOn,
    days_open: daysOpen(expectation, closing?.closedOn ?? today),
    late: !isClosed(expectation) && isLate(expectation, today),
    outcome: closing?.outcome ?? null,
    closed_on: closing?.closedOn ?? null,
    taken_up_by: expectation.takers.map((taker) => ({ ...organisationOf(taker), in_part: taker.isPart })),
  }
}

/** What a member answers, as programs read it. */
function answerOf({ organisation, relay, answer, reason, words, answeredAt }: MemberRequest) {
  return {
    organisation: organisationOf(organisation),
    relayed: relay !== null,
    answer,
    reason,
    words: plainText(words),
    answered_at: answeredAt?.toISOString() ?? null,
  }
}

function organisationOf({ slug, name, country, kind }: OrganisationRef) {
  return { slug, name, country, kind }
}

const expectationPlace = networkPlace.extend({ slug: slug().describe('Slug of the expectation') })
const expectationQuery = z.object(seenOn)
const expectationListQuery = z.object({
  q: z.string().max(200).optional().describe('Words of its title or text'),
  theme: z.enum(themes).optional(),
  status: z.enum(statuses).optional().describe('open: whatever is not closed'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .describe('ISO 3166-1 alpha-2 of the asker'),
  age: z.enum(ages).optional().describe('late, or open for more than 30 or 90 days'),
  ...seenOn,
  ...sliceParameters,
})
const expectationCursor = z.int().min(0).max(1_000_000)

const organisation = z.object({
  slug: z.string(),
  name: inLanguages,
  country: z.string(),
  kind: z.string(),
})

const expectation = {
  id: z.uuid(),
  slug: z.string(),
  url: z.url(),
  updated_at: z.iso.datetime(),
  asker: organisation.describe('Who expects it'),
  addressed_to: organisation.describe('The member of the network of which it is expected'),
  title: inLanguages,
  text: inLanguages,
  text_states: statesOfTexts,
  themes: z.array(z.enum(themes)),
  form: z.enum(forms),
  deadline: z.iso.date().nullable(),
  confidentiality: z
    .enum(confidentialities)
    .describe('concerned: asker, those asked and the secretariat; network: its people; public: everybody'),
  status: z
    .enum(states)
    .describe(
      'taken_up: by one at least that answers all of it; taken_up_in_part: by those alone that answer a part',
    ),
  stated_on: z.iso.date(),
  days_open: z.int(),
  late: z.boolean(),
  outcome: z.enum(outcomes).nullable(),
  closed_on: z.iso.date().nullable(),
  taken_up_by: z
    .array(organisation.extend({ in_part: z.boolean() }))
    .describe('Those first that take up all of it'),
}

const expectationList = named('ExpectationList', listOf(named('ExpectationEntry', z.object(expectation))))

const expectationRecord = named(
  'Expectation',
  z.object({
    ...expectation,
    answers: z
      .array(
        z.object({
          organisation,
          relayed: z.boolean().describe('Asked by a relay, after the one addressed'),
          answer: z.enum(answers).nullable(),
          reason: z.enum(reasons).nullable(),
          words: inLanguages,
          answered_at: z.iso.datetime().nullable(),
        }),
      )
      .nullable()
      .describe('For those whom it concerns; null for others'),
  }),
)
