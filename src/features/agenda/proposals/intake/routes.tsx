import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { takeTurn } from '../../../../platform/database/turns.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { addressFor } from '../../../../platform/i18n/reader.ts'
import { fieldError, readForm, readValues } from '../../../../platform/input/form.ts'
import { holdFor, signMoment } from '../../../../platform/input/likely-spam.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { drawNetworkPage, readWritingRequest, type WritingRequest } from '../../../networks/index.ts'
import { emptyEvent, eventDocument } from '../../events/document/schema.ts'
import { mayReadInside } from '../../events/policy.ts'
import { endLinks } from '../../links/commands.ts'
import { isRenewable } from '../../links/queries.ts'
import { renewalForm } from '../../links/schema.ts'
import { RenewalPage } from '../../links/views/renewal-page.tsx'
import { callFor } from '../../writing/call.ts'
import { addProposal } from '../commands.ts'
import { proposerForm } from '../forms/event-forms.ts'
import { tellProposer } from '../notices/commands.ts'
import { paths } from '../paths.ts'
import { creditedTo, isOver, textsOf } from '../proposal.ts'
import { listProposalsFrom, lookUpProposal } from '../queries.ts'
import { countProposedLately } from './queries.ts'
import { senderForm } from './schema.ts'
import { ProposePage } from './views/propose-page.tsx'
import { SentPage } from './views/sent-page.tsx'

// From one place, in an hour; forms that come back with errors count too.
const seldom = { rateLimit: { max: 30, timeWindow: '1 hour' } }
// What a body proposes in a day; nobody’s mailbox is filled by somebody who types in their address.
const mostFromAddress = 10
// More a day is no agenda: what comes after is looked at apart.
const mostInNetwork = 100

/** The form by which anybody proposes an event, and the one that sends lost links again. */
export function addIntakeRoutes(app: FastifyInstance, application: Application): void {
  const place = '/:language/:network/agenda/propose'
  app.get(place, async (request, reply) => {
    const asked = await readWritingRequest(application, request)
    // Whoever has a role here adds events by the usual form.
    if (mayReadInside(asked.writing.actor, asked.network.id))
      return reply.redirect(addressFor(asked.reader, `/${asked.network.slug}/agenda/new`), 303)
    return showForm(application, request, reply, asked)
  })
  app.post(place, { config: seldom }, async (request, reply) =>
    takeForm(application, request, reply, await readWritingRequest(application, request)),
  )
  app.get(`${place}/link`, async (request, reply) =>
    showRenewal(application, request, reply, await readWritingRequest(application, request)),
  )
  app.post(`${place}/link`, { config: seldom }, async (request, reply) =>
    renew(application, request, reply, await readWritingRequest(application, request)),
  )
}

async function showForm(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: WritingRequest,
  typed?: Shown,
): Promise<FastifyReply> {
  const { reader, network } = asked
  const call = callFor(asked, emptyEvent)
  const shown = typed ?? { values: await proposerForm.values(call), errors: [] }
  const status = typed && typed.errors.length > 0 ? 422 : 200
  return drawNetworkPage(application, request, reply.code(status), asked, {
    title: reader.t('agenda.proposal.propose'),
    description: reader.t('agenda.proposal.lead'),
    path: '/agenda/propose',
    noindex: true,
    children: (
      <ProposePage
        reader={reader}
        action={paths.propose(reader, network.slug)}
        renewal={paths.renewal(reader, network.slug)}
        fields={await proposerForm.form(call, shown)}
        shown={shown}
        begun={signMoment(application.secret, application.clock.now().epochMilliseconds)}
      />
    ),
  })
}

async function takeForm(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: WritingRequest,
): Promise<FastifyReply> {
  const { writing, reader, network } = asked
  const values = readValues(request.body)
  const sender = readForm(senderForm, request.body)
  const reading = await proposerForm.read(callFor(asked, emptyEvent), request.body)
  const errors = [...(reading.valid ? [] : reading.errors), ...(sender.valid ? [] : sender.errors)]
  if (!reading.valid || !sender.valid) return showForm(application, request, reply, asked, { values, errors })
  const { body, sender: senderName, address, website, begun } = sender.data
  const language = reader.interfaceLanguage
  const document = creditedTo(
    { ...eventDocument.parse(reading.document), knownOn: writing.today },
    { body, language },
  )
  const isTaken = await inTransaction(writing, async (inside) => {
    await takeTurn(inside, `proposals ${network.id}`)
    const lately = await countProposedLately(inside, network.id, { document, address })
    if (lately.fromAddress >= mostFromAddress) return false
    const heldFor = holdFor(
      {
        texts: [...textsOf(document), body, senderName],
        trap: website,
        begun,
        repeated: lately.repeated,
        isCrowd: lately.all >= mostInNetwork,
      },
      application.secret,
      application.clock.now().epochMilliseconds,
    )
    const proposed = { networkId: network.id, document, body, senderName, address, language, heldFor }
    const id = await addProposal(inside, proposed)
    const proposal = await lookUpProposal(inside, network.id, id)
    if (proposal) await tellProposer({ application, writing: inside, network }, proposal, 'confirm')
    return true
  })
  if (!isTaken) {
    const errors = [fieldError('address', 'agenda.error.tooManyProposals')]
    return showForm(application, request, reply, asked, { values, errors })
  }
  // The answer is the same for what is held, so that nobody learns what was made of it.
  return drawNetworkPage(application, request, reply, asked, {
    title: reader.t('agenda.proposal.sentTitle'),
    description: reader.t('agenda.proposal.lead'),
    path: '/agenda/propose',
    noindex: true,
    width: 'reading',
    children: <SentPage reader={reader} network={network.slug} address={address} said="sent" />,
  })
}

async function showRenewal(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: WritingRequest,
  typed?: Shown,
): Promise<FastifyReply> {
  const { reader, network } = asked
  return drawNetworkPage(application, request, typed ? reply.code(422) : reply, asked, {
    title: reader.t('agenda.proposal.renewal'),
    description: reader.t('agenda.proposal.renewalLead'),
    path: '/agenda/propose/link',
    noindex: true,
    width: 'reading',
    children: (
      <RenewalPage
        reader={reader}
        title={reader.t('agenda.proposal.renewal')}
        lead={reader.t('agenda.proposal.renewalLead')}
        action={paths.renewal(reader, network.slug)}
        shown={typed ?? { values: {}, errors: [] }}
      />
    ),
  })
}

async function renew(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: WritingRequest,
): Promise<FastifyReply> {
  const { writing, reader, network } = asked
  const form = readForm(renewalForm, request.body)
  if (!form.valid) return showRenewal(application, request, reply, asked, form)
  const { address } = form.data
  await inTransaction(writing, async (inside) => {
    await takeTurn(inside, `proposals ${network.id}`)
    for (const proposal of await listProposalsFrom(inside, network.id, address)) {
      if (isOver(proposal.document, inside.today)) continue
      if (!(await isRenewable(inside, { proposalId: proposal.id }))) continue
      await endLinks(inside, { proposalId: proposal.id })
      await tellProposer({ application, writing: inside, network }, proposal, 'renewed')
    }
  })
  // Whether anything was proposed from an address is told to that address alone.
  return drawNetworkPage(application, request, reply, asked, {
    title: reader.t('agenda.proposal.renewal'),
    description: reader.t('agenda.proposal.renewalLead'),
    path: '/agenda/propose/link',
    noindex: true,
    width: 'reading',
    children: <SentPage reader={reader} network={network.slug} address={address} said="renewed" />,
  })
}
