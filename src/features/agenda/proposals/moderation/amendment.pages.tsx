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
import { type ProposalRequest, readProposalRequest } from '../call.ts'
import { amendmentForm } from '../forms/event-forms.ts'
import { addJoinedForm } from '../forms/page.tsx'
import { paths } from '../paths.ts'
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
    action: (asked) => `${addressOf(asked)}/amendment`,
    schema: amendmentFields,
    page: (asked, form, { values }) => {
      const { t } = asked.reader
      const made = typedValue(values, 'number')
      return (
        <>
          <PageHeading
            kicker={<a href={addressOf(asked)}>{t('agenda.proposals.back')}</a>}
            lead={t('agenda.proposals.amendLead')}
          >
            {t('agenda.proposals.amend')}
          </PageHeading>
          {made === '' || Number(made) === asked.proposal.number ? null : (
            <Notice kind="warning" live>
              {t('agenda.proposals.met')}
            </Notice>
          )}
          {form}
        </>
      )
    },
    fields: (asked, form, joined) => {
      const { t } = asked.reader
      return (
        <>
          <UsualSubmit value="save" />
          <ErrorList form={form} />
          <input type="hidden" name="number" value={String(asked.proposal.number)} />
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
            <a href={addressOf(asked)}>{t('agenda.proposals.giveUp')}</a>
          </p>
        </>
      )
    },
    save: async (asked, document, { number, note }) => {
      // The proposer changed it while the form was open: the moderator looks at that before they go on.
      if (number !== asked.proposal.number) return []
      await amendProposal(asked, { document, note })
      return addressOf(asked)
    },
  })
}

async function readOpen(visit: Visit): Promise<ProposalRequest & { start: EventDocument }> {
  const asked = await readProposalRequest(visit)
  const { proposal } = asked
  return proposal.decision === null ? { ...asked, start: proposal.document } : notFound('amendment')
}

function addressOf({ reader, network, proposal }: ProposalRequest): string {
  return paths.proposal(reader, network.slug, proposal.id)
}
