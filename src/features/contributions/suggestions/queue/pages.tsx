import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../../../../platform/context/context.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import { parameterOf, readPageNumber } from '../../../../platform/input/parameters.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import {
  choosePublication,
  loadNetworkRequest,
  mayChoosePublication,
  type Network,
  type NetworkRequest,
  renderNetworkPage,
} from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import { countSuggestions, decisions, listSuggestions, queueViews, type Suggestion } from '../queries.ts'
import { publicationForm } from '../schema.ts'
import { viewerOf } from '../viewer.ts'
import { listCoordinatedGroups, QueuePage } from './queue-page.tsx'

const suggestionsAPage = 50

/** The queue of a network, or of every network that the actor coordinates, and the setting whether members’ changes pass through it. */
export function addQueueRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get('/:language/:network/contributions', loadNetworkRequest, (visit) => showQueue(visit))
  addNetworkAction(pages, '/:language/:network/contributions/publication', {
    open: loadChoosingRequest,
    schema: publicationForm,
    again: showQueue,
    save: async ({ writing, reader, network }, { publication }) => {
      await choosePublication(writing, network.id, publication)
      return `${paths.queue(reader, network.slug, { chosen: '1' })}#publication`
    },
  })
}

async function loadChoosingRequest(visit: Visit): Promise<NetworkRequest> {
  const loaded = await loadNetworkRequest(visit)
  const { writing, network } = loaded
  // For strangers the page does not exist.
  viewerOf(writing.actor, network.id)
  authorize(mayChoosePublication(writing.actor, network.id))
  return loaded
}

async function showQueue(visit: NetworkRequest, choosing?: FormState): Promise<FastifyReply> {
  const { request, application, writing, reader, network } = visit
  const viewer = viewerOf(writing.actor, network.id)
  const groups = await listCoordinatedGroups(writing, network)
  const ofAll = groups.length > 1 && parameterOf(request.query, 'group') === 'all'
  const networks = ofAll ? groups.map((group) => group.network) : [network]
  const networkIds = networks.map(({ id }) => id)
  const view = queueViews.find((each) => each === parameterOf(request.query, 'view')) ?? 'open'
  const kind = application.records.find((each) => each.kind === parameterOf(request.query, 'kind')) ?? null
  const page = readPageNumber(request.query)
  const slice = { limit: suggestionsAPage + 1, offset: (page - 1) * suggestionsAPage }
  const filter = { view, kind: kind?.kind ?? null }
  const found = await listSuggestions(writing, networkIds, viewer, filter, slice)
  return renderNetworkPage(visit, {
    title: reader.t('contributions.queue.title'),
    description: reader.t('contributions.queue.lead'),
    path: '/contributions',
    noindex: true,
    width: 'wide',
    children: (
      <QueuePage
        network={network}
        groups={groups}
        ofAll={ofAll}
        view={view}
        kind={kind}
        kinds={application.records}
        counts={await countSuggestions(writing, networkIds, viewer)}
        entries={
          await Promise.all(
            found.slice(0, suggestionsAPage).map((each) => describe(application, writing, networks, each)),
          )
        }
        page={page}
        hasMore={found.length > suggestionsAPage}
        seesAll={viewer.all}
        mayChoose={!ofAll && mayChoosePublication(writing.actor, network.id)}
        isChosen={parameterOf(request.query, 'chosen') === '1'}
        done={decisions.find((each) => each === parameterOf(request.query, 'done')) ?? null}
        choosing={choosing}
        now={application.clock.now()}
      />
    ),
  })
}

// With the record that a suggestion is about, as its own group shows it.
async function describe(
  application: Application,
  writing: Context,
  networks: readonly Network[],
  suggestion: Suggestion,
) {
  const kind = application.records.find((each) => each.kind === suggestion.kind) ?? null
  const network = networks.find(({ id }) => id === suggestion.networkId) ?? null
  const { recordId: id } = suggestion
  const head = kind && network && id ? await kind.lookUp(writing, network, { id }) : null
  return { suggestion, network, kind, head }
}
