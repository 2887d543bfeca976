import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { authorize, notFound } from '../../../platform/refusal.ts'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { drawNetworkPage, type NetworkRequest, readNetworkRequest } from '../../networks/index.ts'
import { findCooperation } from '../cooperations/queries.ts'
import type { CooperationRow } from '../cooperations/row.queries.ts'
import { cooperationTitle } from '../cooperations/views/cooperation-page.tsx'
import { paths } from '../paths.ts'
import { mayAskParties, mayConfirm } from '../policy.ts'
import { addAnswerRoutes } from './answers.pages.tsx'
import { askParty, stateConfirmation } from './commands.ts'
import { notifyOfDispute, notifyParty } from './mails.ts'
import { findToldIn, listRequests, listStatements } from './queries.ts'
import { requestForm, stanceForm } from './schema.ts'
import { ConfirmationPage, type SentForms } from './views/confirmation-page.tsx'

interface Asked extends NetworkRequest {
  cooperation: CooperationRow
}

/** The statements of each side on a tie: seen by everyone, made by those who speak for a party, requested by mail. */
export function addConfirmationRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/cooperations/:slug/confirmation'
  pages.get(place, read, (asked) => show(asked))
  addNetworkAction(pages, place, {
    open: readSpeaker,
    schema: stanceForm,
    again: (asked, stance) => show(asked, { stance }),
    save: async (asked, { stance, words, organisation }) => {
      const { own } = asked
      const organisationId = own.find((id) => id === organisation) ?? own[0] ?? notFound('confirmation')
      await inTransaction(asked.writing, async (inside) => {
        await stateConfirmation(inside, tieOf(asked), {
          organisationId,
          stance,
          words,
          language: asked.reader.interfaceLanguage,
          saidAs: '',
          requestId: null,
        })
        if (stance === 'disputed') await notifyOfDispute({ ...asked, writing: inside, organisationId, words })
      })
      return addressOf(asked)
    },
  })
  addNetworkAction(pages, `${place}/requests`, {
    open: readAsker,
    schema: requestForm,
    again: (asked, request) => show(asked, { request }),
    save: async (asked, { organisation: organisationId, address, name, language }) => {
      authorize(partyIds(asked).includes(organisationId), 'organisation')
      await inTransaction(asked.writing, async (inside) => {
        const request = { organisationId, address, name, language }
        const requestId = await askParty(inside, tieOf(asked), request)
        await notifyParty({ ...asked, writing: inside }, { requestId, ...request })
      })
      return `${addressOf(asked)}#requests`
    },
  })
  addAnswerRoutes(app, application)
}

async function show(asked: Asked, sent: SentForms = {}): Promise<FastifyReply> {
  const { application, writing, reader, network, cooperation } = asked
  const parties = partyIds(asked)
  const mayAsk = mayAskParties(writing.actor, network.id, parties)
  return drawNetworkPage(asked, {
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
        requests={mayAsk ? await listRequests(writing, cooperation.id) : []}
        own={cooperation.parties.filter(
          ({ id }) => parties.includes(id) && mayConfirm(writing.actor, network.id, id),
        )}
        mayAsk={mayAsk}
        sent={sent}
        now={application.clock.now()}
      />
    ),
  })
}

async function read(visit: Visit): Promise<Asked> {
  const { request } = visit
  const asked = await readNetworkRequest(visit)
  const { writing } = asked
  const slug = parameterOf(request.params, 'slug') ?? ''
  return { ...asked, cooperation: await findCooperation(writing, asked.network.id, slug) }
}

/** For those who speak for a party; 404 for others. */
async function readSpeaker(visit: Visit): Promise<Asked & { own: string[] }> {
  const asked = await read(visit)
  const own = partyIds(asked).filter((id) => mayConfirm(asked.writing.actor, asked.network.id, id))
  return own.length > 0 ? { ...asked, own } : notFound('confirmation')
}

/** For those who may ask a party; 404 for others. */
async function readAsker(visit: Visit): Promise<Asked> {
  const asked = await read(visit)
  const may = mayAskParties(asked.writing.actor, asked.network.id, partyIds(asked))
  return may ? asked : notFound('confirmation')
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
