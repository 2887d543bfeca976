import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { authorize, notFound } from '../../../platform/refusal.ts'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { loadNetworkRequest, type NetworkRequest, renderNetworkPage } from '../../networks/index.ts'
import { findCooperationPage } from '../cooperations/cooperation-page-data.ts'
import { findCooperation } from '../cooperations/queries.ts'
import type { CooperationSummary } from '../cooperations/summary.queries.ts'
import { cooperationTitle } from '../cooperations/views/cooperation-page.tsx'
import { paths } from '../paths.ts'
import { mayAskParties, mayConfirm } from '../policy.ts'
import { addAnswerRoutes } from './by-link.pages.tsx'
import { askParty, stateConfirmation } from './commands.ts'
import { ConfirmationPage, type SentForms } from './confirmation-page.tsx'
import { notifyOfDispute, notifyParty } from './mails.ts'
import { findToldIn, listAwaited, listRequests, listStatements } from './queries.ts'
import { requestForm, stanceForm } from './schema.ts'

interface Asked extends NetworkRequest {
  cooperation: CooperationSummary
}

/** The statements of each side on a tie: seen by everyone, made by those who speak for a party, requested by mail. */
export function addConfirmationRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/cooperations/:slug/confirmation'
  pages.get(place, loadConfirmationRequest, (visit) => show(visit))
  addNetworkAction(pages, place, {
    open: loadSpeakerRequest,
    schema: stanceForm,
    again: (visit, stance) => show(visit, { stance }),
    save: async (visit, { stance, words, organisation }) => {
      const { own } = visit
      const organisationId = own.find((id) => id === organisation) ?? own[0] ?? notFound('confirmation')
      await inTransaction(visit.writing, async (inside) => {
        await stateConfirmation(inside, tieOf(visit), {
          organisationId,
          stance,
          words,
          language: visit.reader.interfaceLanguage,
          saidAs: '',
          requestId: null,
        })
        if (stance === 'disputed') await notifyOfDispute({ ...visit, writing: inside, organisationId, words })
      })
      return addressOf(visit)
    },
  })
  addNetworkAction(pages, `${place}/requests`, {
    open: loadAskerRequest,
    schema: requestForm,
    again: (visit, request) => show(visit, { request }),
    save: async (visit, { organisation: organisationId, address, name, language }) => {
      authorize(partyIds(visit).includes(organisationId), 'organisation')
      await inTransaction(visit.writing, async (inside) => {
        const request = { organisationId, address, name, language }
        const requestId = await askParty(inside, tieOf(visit), request)
        await notifyParty({ ...visit, writing: inside }, { requestId, ...request })
      })
      return `${addressOf(visit)}#requests`
    },
  })
  addAnswerRoutes(app, application)
}

async function show(visit: Asked, sent: SentForms = {}): Promise<FastifyReply> {
  const { application, writing, reader, network, cooperation } = visit
  const parties = partyIds(visit)
  const mayAsk = mayAskParties(writing.actor, network.id, parties)
  const own = cooperation.parties.filter(
    ({ id }) => parties.includes(id) && mayConfirm(writing.actor, network.id, id),
  )
  return renderNetworkPage(visit, {
    title: reader.t('registry.confirmation.title', { tie: cooperationTitle(reader, network, cooperation) }),
    description: reader.t('registry.confirmation.lead'),
    path: `/cooperations/${cooperation.slug}/confirmation`,
    noindex: true,
    width: 'reading',
    children: (
      <ConfirmationPage
        network={network}
        cooperation={cooperation}
        toldIn={await findToldIn(writing, cooperation.id)}
        statements={await listStatements(writing, cooperation.id)}
        awaited={await listAwaited(writing, cooperation.id)}
        requests={mayAsk ? await listRequests(writing, cooperation.id) : []}
        own={own}
        data={own.length > 0 ? await findCooperationPage(writing, network.id, cooperation.slug) : null}
        mayAsk={mayAsk}
        actor={writing.actor}
        sent={sent}
        now={application.clock.now()}
      />
    ),
  })
}

async function loadConfirmationRequest(visit: Visit): Promise<Asked> {
  const { request } = visit
  const loaded = await loadNetworkRequest(visit)
  const { writing } = loaded
  const slug = parameterOf(request.params, 'slug') ?? ''
  return { ...loaded, cooperation: await findCooperation(writing, loaded.network.id, slug) }
}

/** For those who speak for a party; 404 for others. */
async function loadSpeakerRequest(visit: Visit): Promise<Asked & { own: string[] }> {
  const loaded = await loadConfirmationRequest(visit)
  const own = partyIds(loaded).filter((id) => mayConfirm(loaded.writing.actor, loaded.network.id, id))
  return own.length > 0 ? { ...loaded, own } : notFound('confirmation')
}

/** For those who may ask a party; 404 for others. */
async function loadAskerRequest(visit: Visit): Promise<Asked> {
  const loaded = await loadConfirmationRequest(visit)
  const may = mayAskParties(loaded.writing.actor, loaded.network.id, partyIds(loaded))
  return may ? loaded : notFound('confirmation')
}

function partyIds({ cooperation }: Asked): string[] {
  return cooperation.parties.filter(({ capacity }) => capacity === 'party').map(({ id }) => id)
}

function tieOf({ cooperation, network }: Asked): { id: string; networkId: string } {
  return { id: cooperation.id, networkId: network.id }
}

function addressOf({ reader, network, cooperation }: Asked): string {
  return paths.confirmation(reader, network.slug, cooperation.slug)
}
