import type { FastifyInstance, FastifyReply } from 'fastify'
import type { z } from 'zod'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import type { FormState, FormValues } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { compareDocuments } from '../../../platform/records/difference.ts'
import type { RecordHead } from '../../../platform/records/record-head.ts'
import type { RecordKind } from '../../../platform/records/record-kind.ts'
import { authorize, notFound } from '../../../platform/refusal.ts'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { loadNetworkRequest, type NetworkRequest, renderNetworkPage } from '../../networks/index.ts'
import { renderMeeting } from '../editing/frame.tsx'
import { readChoices } from '../editing/schema.ts'
import { paths } from '../paths.ts'
import { mayCoordinate, mayDecide } from '../policy.ts'
import { findCurrentVersion, lookUpDocument } from '../versions/queries.ts'
import { addMessage, decideSuggestion, publishSuggestion, releaseSuggestion } from './commands.ts'
import { notifyAuthor, notifyOthers } from './mails.ts'
import { findSuggestion, listMessages, type Suggestion } from './queries.ts'
import { addQueueRoutes } from './queue/pages.tsx'
import { decisionForm, messageForm } from './schema.ts'
import { SuggestionPage, suggestionTitle } from './suggestion-page.tsx'
import { viewerOf } from './viewer.ts'

export interface SuggestionRequest extends NetworkRequest {
  suggestion: Suggestion
  kind: RecordKind
  /** Null for a record that does not exist, yet or any more. */
  head: RecordHead | null
  mayDecide: boolean
}

/** The queue of a network, and each suggestion with its messages and decision. */
export function addSuggestionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  addQueueRoutes(app, application)
  const place = '/:language/:network/contributions/:id'
  pages.get(place, loadSuggestionRequest, (visit) => showSuggestion(visit, { values: {}, errors: [] }))
  addNetworkAction(pages, `${place}/messages`, {
    open: loadSuggestionRequest,
    schema: messageForm,
    again: showSuggestion,
    save: async (visit, { text }) => {
      const personId = personIdOf(visit.writing.actor)
      await addMessage(visit.writing, visit.suggestion.id, { personId, text })
      await notifyOthers(visit, text)
      return `${addressOf(visit)}#messages`
    },
  })
  addNetworkAction(pages, `${place}/decision`, {
    open: loadSuggestionRequest,
    schema: decisionForm,
    again: showSuggestion,
    save: (visit, typed, _choices, values) => decide(visit, typed, values),
  })
}

async function showSuggestion(visit: SuggestionRequest, form: FormState): Promise<FastifyReply> {
  const { request, writing, reader, network, suggestion, kind, head } = visit
  return renderNetworkPage(visit, {
    title: suggestionTitle(reader, kind, head),
    description: reader.t('contributions.queue.lead'),
    path: `/contributions/${suggestion.id}`,
    noindex: true,
    children: (
      <SuggestionPage
        network={network.slug}
        suggestion={suggestion}
        kind={kind}
        head={head}
        changes={await explainSuggestion(visit)}
        isOutdated={await isOutdated(visit)}
        messages={await listMessages(writing, suggestion.id)}
        mayDecide={visit.mayDecide}
        isOwn={writing.actor.kind === 'person' && writing.actor.personId === suggestion.personId}
        isSent={parameterOf(request.query, 'done') === 'sent'}
        form={form}
      />
    ),
  })
}

async function decide(
  visit: SuggestionRequest,
  { decision, because, seen }: z.output<typeof decisionForm>,
  values: FormValues,
): Promise<string | null> {
  const { writing, suggestion, network, reader } = visit
  const isOwn = writing.actor.kind === 'person' && writing.actor.personId === suggestion.personId
  authorize(decision === 'withdrawn' ? isOwn : visit.mayDecide, 'decision')
  if (decision === 'released') {
    authorize(mayCoordinate(writing.actor, network.id), 'release')
    await releaseSuggestion(writing, suggestion.id)
    return addressOf(visit)
  }
  if (decision === 'accepted' && suggestion.document !== null) {
    const outcome = await publishSuggestion(visit, { reason: because, seen, choices: readChoices(values) })
    if (outcome.outcome === 'met' && visit.head !== null) {
      const record = { ...visit, head: visit.head }
      await renderMeeting(record, outcome.meeting, values, `${addressOf(visit)}/decision`)
      return null
    }
  } else await decideSuggestion(writing, suggestion, { decision, reason: because })
  if (decision !== 'withdrawn') await notifyAuthor(visit, decision, because)
  return paths.queue(reader, network.slug, { view: 'decided', done: decision })
}

async function loadSuggestionRequest(visit: Visit): Promise<SuggestionRequest> {
  const { request, application } = visit
  const loaded = await loadNetworkRequest(visit)
  const { writing, network } = loaded
  const id = parameterOf(request.params, 'id') ?? ''
  const suggestion = await findSuggestion(writing, network.id, viewerOf(writing.actor, network.id), id)
  const kind = application.records.find((each) => each.kind === suggestion.kind) ?? notFound(suggestion.kind)
  const head = suggestion.recordId ? await kind.lookUp(writing, network, { id: suggestion.recordId }) : null
  return {
    ...loaded,
    suggestion,
    kind,
    head,
    mayDecide: mayDecide(writing.actor, {
      networkId: network.id,
      kind: kind.kind,
      organisationIds: head?.organisationIds ?? [],
      publication: network.publication,
      authorId: suggestion.personId,
    }),
  }
}

async function explainSuggestion({ writing, reader, network, suggestion, kind }: SuggestionRequest) {
  const { document, recordId, base } = suggestion
  if (document === null) return null
  const before =
    recordId !== null && base !== null
      ? await lookUpDocument(writing, kind.kind, recordId, base)
      : kind.blank(network)
  if (before === null) return []
  return kind.explain(writing, reader, network, compareDocuments(before, document), {
    before,
    after: document,
  })
}

// Whether the record changed after the suggestion was made.
async function isOutdated({ writing, network, suggestion, kind, head }: SuggestionRequest): Promise<boolean> {
  if (head === null || suggestion.base === null || suggestion.decision !== null) return false
  const current = await findCurrentVersion(writing, network, kind, head.id)
  return current.number > suggestion.base
}

function addressOf({ reader, network, suggestion }: SuggestionRequest): string {
  return paths.suggestion(reader, network.slug, suggestion.id)
}
