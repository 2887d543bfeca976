import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../../../platform/http/visit.ts'
import { readForm, readValues } from '../../../../../platform/input/form.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { notFound } from '../../../../../platform/refusals/refusal.ts'
import { FormFields } from '../../../../../ui/form/filled.tsx'
import { drawNetworkPage } from '../../../../networks/index.ts'
import { eventDocument } from '../../../events/document/schema.ts'
import { callFor } from '../../../writing/call.ts'
import { type ProposalRequest, readProposalRequest } from '../../call.ts'
import { amendmentForm } from '../../forms/event-forms.ts'
import { paths } from '../../paths.ts'
import { amendmentFields } from '../../schema.ts'
import { amendProposal } from '../commands.ts'
import { AmendmentPage } from './views/amendment-page.tsx'

const place = '/:language/:network/agenda/proposals/:id/amendment'

/** The forms of events, for a proposal that is not decided on yet. */
export function addAmendmentRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(place, readOpen, show)
  pages.post(place, readOpen, take)
}

async function readOpen(visit: Visit): Promise<ProposalRequest> {
  const asked = await readProposalRequest(visit)
  return asked.proposal.decision === null ? asked : notFound('amendment')
}

async function show(asked: ProposalRequest, typed?: Shown & { isMet?: boolean }): Promise<FastifyReply> {
  const { reader, network, proposal } = asked
  const call = callFor(asked, proposal.document)
  const shown = typed ?? { values: await amendmentForm.values(call), errors: [] }
  const isWrong = typed !== undefined && (typed.errors.length > 0 || typed.isMet === true)
  return drawNetworkPage(asked, {
    status: isWrong ? 422 : 200,
    title: reader.t('agenda.proposals.amend'),
    description: reader.t('agenda.proposals.lead'),
    path: `/agenda/proposals/${proposal.id}/amendment`,
    noindex: true,
    children: (
      <AmendmentPage
        address={paths.proposal(reader, network.slug, proposal.id)}
        number={proposal.number}
        fields={<FormFields form={shown}>{await amendmentForm.form(call, shown)}</FormFields>}
        shown={shown}
        isMet={typed?.isMet ?? false}
      />
    ),
  })
}

async function take(asked: ProposalRequest): Promise<FastifyReply> {
  const { request, application, reply, reader, network, proposal } = asked
  const values = readValues(request.body)
  const own = readForm(amendmentFields, request.body)
  const reading = await amendmentForm.read(callFor(asked, proposal.document), request.body)
  if (!reading.valid && reading.isToBeDrawnAgain) return show(asked, { values: reading.values, errors: [] })
  const errors = [...(reading.valid ? [] : reading.errors), ...(own.valid ? [] : own.errors)]
  if (!reading.valid || !own.valid) return show(asked, { values, errors })
  // The proposer changed it while the form was open: whoever amends looks at that before they go on.
  if (own.data.number !== proposal.number) return show(asked, { values, errors: [], isMet: true })
  const document = eventDocument.parse(reading.document)
  await amendProposal(application, asked, { document, note: own.data.note })
  return reply.redirect(paths.proposal(reader, network.slug, proposal.id), 303)
}
