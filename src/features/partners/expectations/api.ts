import type { FastifyInstance, FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { Context } from '../../../platform/context/context.ts'
import { readCursor, writeCursor } from '../../../platform/http/api/cursor.ts'
import { answerList, mostCounted } from '../../../platform/http/api/list-answer.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import type { Application } from '../../../platform/http/application.ts'
import { type LocalizedText, plainText, textStatesOf } from '../../../platform/i18n/localized-text.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { networkPlace, readNetworkCall } from '../../networks/index.ts'
import { daysOpen, isLate } from './ageing.ts'
import { type Expectation, isClosed } from './expectation.ts'
import { involvementOf, readableRequests } from './involvement.ts'
import { countExpectations, listExpectations } from './list/queries.ts'
import { findExpectation } from './queries.ts'
import { listRequests, type MemberRequest } from './requests.queries.ts'
import {
  expectationCursor,
  expectationList,
  expectationListQuery,
  expectationPlace,
  expectationQuery,
  expectationRecord,
} from './schema.ts'

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
