import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { takeTurn } from '../../../../platform/database/turns.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { addressFor } from '../../../../platform/i18n/reader.ts'
import { fieldError, readForm, readValues } from '../../../../platform/input/form.ts'
import { holdFor, signMoment } from '../../../../platform/input/likely-spam.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { FormFields } from '../../../../ui/form/filled.tsx'
import { drawNetworkPage, type NetworkRequest, readNetworkRequest } from '../../../networks/index.ts'
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
  const pages = pagesOf(app, application)
  const place = '/:language/:network/agenda/propose'
  pages.get(place, readNetworkRequest, (asked) => {
    const { reply } = asked
    // Whoever has a role here adds events by the usual form.
    if (mayReadInside(asked.writing.actor, asked.network.id))
      return reply.redirect(addressFor(asked.reader, `/${asked.network.slug}/agenda/new`), 303)
    return showForm(asked)
  })
  pages.with({ config: seldom }).post(place, readNetworkRequest, takeForm)
  pages.get(`${place}/link`, readNetworkRequest, showRenewal)
  pages.with({ config: seldom }).post(`${place}/link`, readNetworkRequest, renew)
}

async function showForm(asked: NetworkRequest, typed?: Shown): Promise<FastifyReply> {
  const { application, reader, network } = asked
  const call = callFor(asked, emptyEvent)
  const shown = typed ?? { values: await proposerForm.values(call), errors: [] }
  const status = typed && typed.errors.length > 0 ? 422 : 200
  return drawNetworkPage(asked, {
    status: status,
    title: reader.t('agenda.proposal.propose'),
    description: reader.t('agenda.proposal.lead'),
    path: '/agenda/propose',
    noindex: true,
    children: (
      <ProposePage
        action={paths.propose(reader, network.slug)}
        renewal={paths.renewal(reader, network.slug)}
        fields={<FormFields form={shown}>{await proposerForm.form(call, shown)}</FormFields>}
        shown={shown}
        begun={signMoment(application.secret, application.clock.now().epochMilliseconds)}
      />
    ),
  })
}

async function takeForm(asked: NetworkRequest): Promise<FastifyReply> {
  const { request, application, writing, reader, network } = asked
  const values = readValues(request.body)
  const sender = readForm(senderForm, request.body)
  const reading = await proposerForm.read(callFor(asked, emptyEvent), request.body)
  const errors = [...(reading.valid ? [] : reading.errors), ...(sender.valid ? [] : sender.errors)]
  if (!reading.valid || !sender.valid) return showForm(asked, { values, errors })
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
    return showForm(asked, { values, errors })
  }
  // The answer is the same for what is held, so that nobody learns what was made of it.
  return drawNetworkPage(asked, {
    title: reader.t('agenda.proposal.sentTitle'),
    description: reader.t('agenda.proposal.lead'),
    path: '/agenda/propose',
    noindex: true,
    width: 'reading',
    children: <SentPage network={network.slug} address={address} said="sent" />,
  })
}

async function showRenewal(asked: NetworkRequest, typed?: Shown): Promise<FastifyReply> {
  const { reader, network } = asked
  return drawNetworkPage(asked, {
    status: typed ? 422 : 200,
    title: reader.t('agenda.proposal.renewal'),
    description: reader.t('agenda.proposal.renewalLead'),
    path: '/agenda/propose/link',
    noindex: true,
    width: 'reading',
    children: (
      <RenewalPage
        title={reader.t('agenda.proposal.renewal')}
        lead={reader.t('agenda.proposal.renewalLead')}
        action={paths.renewal(reader, network.slug)}
        shown={typed ?? { values: {}, errors: [] }}
      />
    ),
  })
}

async function renew(asked: NetworkRequest): Promise<FastifyReply> {
  const { request, application, writing, reader, network } = asked
  const form = readForm(renewalForm, request.body)
  if (!form.valid) return showRenewal(asked, form)
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
  return drawNetworkPage(asked, {
    title: reader.t('agenda.proposal.renewal'),
    description: reader.t('agenda.proposal.renewalLead'),
    path: '/agenda/propose/link',
    noindex: true,
    width: 'reading',
    children: <SentPage network={network.slug} address={address} said="renewed" />,
  })
}
