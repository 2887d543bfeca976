import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { readCursor, writeCursor } from '../../../platform/http/api/cursor.ts'
import { answerList, mostCounted } from '../../../platform/http/api/list-answer.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import { jsonType } from '../../../platform/http/api/read-json.ts'
import { addWriting } from '../../../platform/http/api/writing.ts'
import type { Application } from '../../../platform/http/application.ts'
import { WrongInput } from '../../../platform/http/problems.ts'
import { type Network, networkPlace, readNetworkCall } from '../../networks/index.ts'
import { findWriting } from '../api/api.ts'
import { suggestionAddress, usualLanguage } from '../api/commands.ts'
import { suggestionAnswer, suggestionBody } from '../api/schema.ts'
import { suggestChange } from './commands.ts'
import { notifyDeciders } from './mails.ts'
import { countSuggestions, listRecordSlugs, listSuggestions, type Suggestion } from './queries.ts'
import { suggestionList, suggestionParameters, suggestionPlaces } from './schema.ts'
import { viewerOf } from './viewer.ts'

const tag = 'suggestions'
const path = '/networks/{network}/suggestions'

/** The queue of a network as far as a token’s owner sees it, and suggestions in words. */
export function addSuggestionsApi(app: FastifyInstance, application: Application): void {
  addQueue(app, application)
  addSuggesting(app, application)
}

function addQueue(app: FastifyInstance, application: Application): void {
  addOperation(
    app,
    {
      id: 'listSuggestions',
      path,
      tag,
      summary: 'Suggestions that the owner of the token may see, those that wait longest first',
      needs: 'read',
      place: networkPlace,
      query: suggestionParameters,
      answer: suggestionList,
      scope: () => null,
    },
    async (call) => {
      const { limit, cursor, view, kind = null } = call.query
      const offset = cursor === undefined ? 0 : readCursor(suggestionPlaces, cursor)
      const { context, network } = await readNetworkCall(application, { ...call, query: {} })
      call.reply.removeHeader('last-modified')
      const viewer = viewerOf(context.actor, network.id)
      const [rows, counts] = await Promise.all([
        listSuggestions(context, [network.id], viewer, { view, kind }, { limit: limit + 1, offset }),
        countSuggestions(context, [network.id], viewer, kind),
      ])
      const slugs = await listRecordSlugs(
        context,
        rows.flatMap(({ recordId }) => recordId ?? []),
      )
      return answerList(application, call.request, {
        rows,
        limit,
        counted: Math.min(counts[view], mostCounted + 1),
        item: (suggestion) => entryOf(application, network, suggestion, slugs),
        cursorAfter: () => writeCursor(offset + limit),
      })
    },
  )
}

function addSuggesting(app: FastifyInstance, application: Application): void {
  addWriting(
    app,
    application,
    {
      id: 'suggest',
      method: 'POST',
      path,
      tag,
      summary: 'Suggests in words what is wrong with a record, to those who decide on it',
      place: networkPlace,
      answer: suggestionAnswer,
      needs: 'suggest',
      writing: {
        takes: [jsonType],
        body: suggestionBody,
        isConditional: false,
        outcomes: { 201: 'It waits for those who decide' },
        example: {
          record: { kind: 'cooperation', slug: 'limoges-icheon' },
          words: 'The twinning was signed in 2015, not in 2016.',
          source: 'Deliberation of 12 November 2015',
          language: 'en',
        },
      },
    },
    {
      prepare: ({ context, place }) => findWriting(application, context, place.network),
      write: async ({ context }, writing, { record, words, source, language }) => {
        const { network, today } = writing
        const kind = application.records.find((each) => each.kind === record.kind)
        if (kind === undefined) {
          const kinds = application.records.map((each) => each.kind).join(', ')
          throw new WrongInput([{ pointer: '/record/kind', detail: `one of ${kinds}` }])
        }
        const head = await kind.lookUp({ ...context, today }, network, { slug: record.slug })
        if (head === null)
          throw new WrongInput([
            { pointer: '/record/slug', detail: `the slug of a record; ${record.slug} is none` },
          ])
        const said = { words, source, language: language ?? usualLanguage(network) }
        const id = await inTransaction({ ...context, today }, async (inside) => {
          const made = await suggestChange(inside, {
            network,
            kind,
            head,
            base: null,
            document: null,
            ...said,
          })
          await notifyDeciders({ application, writing: inside, network, kind, head }, { id: made, ...said })
          return made
        })
        const url = suggestionAddress(application, network, id)
        return { status: 201, headers: { location: url }, body: { id, url } }
      },
    },
  )
}

function entryOf(
  application: Application,
  network: Network,
  suggestion: Suggestion,
  slugs: ReadonlyMap<string, string>,
) {
  const { id, kind, recordId, words, source, language, author, isFromReader, decision } = suggestion
  return {
    id,
    url: suggestionAddress(application, network, id),
    record: { kind, slug: recordId === null ? null : (slugs.get(recordId) ?? null) },
    has_document: suggestion.document !== null,
    words,
    source,
    language,
    author,
    from_reader: isFromReader,
    created_at: suggestion.createdAt.toISOString(),
    decision,
    decided_at: suggestion.decidedAt?.toISOString() ?? null,
    decision_reason: suggestion.decisionReason,
  }
}
