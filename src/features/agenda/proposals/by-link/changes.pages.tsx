import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import type { FieldError } from '../../../../platform/input/form.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { byLink } from '../../../directory/picking/index.ts'
import type { EventDocument } from '../../events/document/schema.ts'
import { longestSummary } from '../../events/forms/about-form.tsx'
import { changeProposal } from '../commands.ts'
import { proposerForm } from '../forms/event-forms.ts'
import { addJoinedForm } from '../forms/frame.tsx'
import { notifyModerators } from '../mails.ts'
import { creditedTo } from '../proposal.ts'
import { type FollowedRequest, loadOpenRequest, proposedState } from './request.ts'
import { wishFor } from './wishes.commands.ts'

/** The form with which a proposer changes their event, before and after it is published. */
export function addChangeRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)

  addJoinedForm(byLink, pages, '/:language/:network/agenda/proposed/:token/change', {
    parts: proposerForm,
    sending: limits.mail,
    open: readChangeable,
    title: 'agenda.proposal.change',
    description: 'agenda.proposal.lead',
    path: '',
    action: ({ address }) => `${address}/change`,
    submit: 'agenda.proposal.saveChange',
    schema: z.unknown(),
    page: ({ reader: { t }, address, event }, form) => (
      <>
        <PageHeading kicker={<a href={address}>{t('agenda.proposal.yours')}</a>}>
          {t('agenda.proposal.change')}
        </PageHeading>
        {event === null ? null : <Notice>{t('agenda.proposal.changeWaits')}</Notice>}
        {form}
      </>
    ),
    fields: (_visit, form, joined) => (
      <>
        <ErrorList form={form} />
        {joined}
      </>
    ),
    save: async (visit, event) => {
      const errors = visit.event === null ? [] : tooLongFor(event)
      if (errors.length > 0) return errors
      await keep(visit, event)
      return `${visit.address}?done=changed`
    },
  })
}

async function readChangeable(visit: Visit): Promise<FollowedRequest & { start: EventDocument }> {
  const opened = await loadOpenRequest(visit)
  // A form starts from the wish that still waits.
  return { ...opened, start: opened.proposal.wish?.document ?? proposedState(opened) }
}

// A moderator can shorten a proposal, but not a wish.
function tooLongFor({ summary }: EventDocument): FieldError[] {
  return Object.entries(summary)
    .filter(([, { text }]) => text.length > longestSummary)
    .map(([language]) => ({
      field: `summary.${language}.text`,
      message: (t) => t('ui.form.tooLong', { maximum: longestSummary }),
    }))
}

async function keep(visit: FollowedRequest, typed: EventDocument): Promise<void> {
  const { writing, proposal, event } = visit
  const document = creditedTo(typed, proposal)
  await inTransaction(writing, async (inside) => {
    const isNew =
      event === null
        ? await changeProposal(inside, proposal, document, { isOfProposer: true, note: '' })
        : await wishFor(inside, proposal, event, moved(event, document))
    if (isNew && proposal.heldFor === null)
      await notifyModerators({ ...visit, writing: inside }, proposal, event === null ? 'changed' : 'wished')
  })
}

// An event announced for another day keeps that day, and shows it.
function moved(before: EventDocument, after: EventDocument): EventDocument {
  const { when, words, startsAt } = before
  if (when === null || (when === after.when && startsAt === after.startsAt)) return after
  return { ...after, previously: { when, words, startsAt } }
}
