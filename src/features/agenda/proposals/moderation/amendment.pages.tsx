import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { UsualSubmit } from '../../../../ui/form/repeated-parts.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { inNetwork } from '../../../directory/picking/index.ts'
import type { EventDocument } from '../../events/document/schema.ts'
import { amendmentForm } from '../forms/event-forms.ts'
import { addJoinedForm } from '../forms/frame.tsx'
import { paths } from '../paths.ts'
import { loadProposalRequest, type ProposalRequest } from '../request.ts'
import { amendmentFields } from '../schema.ts'
import { amendProposal } from './commands.ts'

/** The forms of events, for a proposal that is not decided on yet; its proposer sees each change. */
export function addAmendmentRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  addJoinedForm(inNetwork, pages, '/:language/:network/agenda/proposals/:id/amendment', {
    parts: amendmentForm,
    open: readOpen,
    title: 'agenda.proposals.amend',
    description: 'agenda.proposals.lead',
    path: ({ proposal }) => `/agenda/proposals/${proposal.id}/amendment`,
    action: (visit) => `${addressOf(visit)}/amendment`,
    schema: amendmentFields,
    page: (visit, form, { values }) => {
      const { t } = visit.reader
      const made = typedValue(values, 'number')
      return (
        <>
          <PageHeading
            kicker={<a href={addressOf(visit)}>{t('agenda.proposals.back')}</a>}
            lead={t('agenda.proposals.amendLead')}
          >
            {t('agenda.proposals.amend')}
          </PageHeading>
          {made === '' || Number(made) === visit.proposal.number ? null : (
            <Notice kind="warning" live>
              {t('agenda.proposals.met')}
            </Notice>
          )}
          {form}
        </>
      )
    },
    fields: (visit, form, joined) => {
      const { t } = visit.reader
      return (
        <>
          <UsualSubmit value="save" />
          <ErrorList form={form} />
          <input type="hidden" name="number" value={String(visit.proposal.number)} />
          {joined}
          <TextAreaField
            name="note"
            label={t('agenda.proposals.note')}
            hint={t('agenda.proposals.noteHint')}
            max={2000}
            rows={3}
          />
          <p class="form-actions">
            <button type="submit" class="button primary">
              {t('agenda.proposals.saveAmendment')}
            </button>
            <a href={addressOf(visit)}>{t('agenda.proposals.giveUp')}</a>
          </p>
        </>
      )
    },
    save: async (visit, document, { number, note }) => {
      // The proposer changed it while the form was open: the moderator looks at that before they go on.
      if (number !== visit.proposal.number) return []
      await amendProposal(visit, { document, note })
      return addressOf(visit)
    },
  })
}

async function readOpen(visit: Visit): Promise<ProposalRequest & { start: EventDocument }> {
  const opened = await loadProposalRequest(visit)
  const { proposal } = opened
  return proposal.decision === null ? { ...opened, start: proposal.document } : notFound('amendment')
}

function addressOf({ reader, network, proposal }: ProposalRequest): string {
  return paths.proposal(reader, network.slug, proposal.id)
}
