import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { readForm } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound, Refusal } from '../../../../platform/refusals/refusal.ts'
import { mayEditLetters } from '../../policy.ts'
import { lookUpSendingOf } from '../../sending/queries.ts'
import { pauseSending } from '../../sending/steering/commands.ts'
import { readDraftRequest, readEditorRequest } from '../call.ts'
import { paths } from '../paths.ts'
import { findPublished, lookUpDiscarded } from '../queries.ts'
import {
  approveIssue,
  discardIssue,
  publishIssue,
  reopenIssue,
  restoreIssue,
  resumeIssue,
  withdrawIssue,
} from './commands.ts'

const draftForm = z.object({
  action: z.enum(['approve', 'publish', 'reopen', 'discard']),
  issue: z.string(),
  seen: z.string(),
})

const publishedForm = z.object({ action: z.enum(['withdraw', 'restore']) })

/** How a letter goes on from one state to the next. */
export function addStateRoutes(app: FastifyInstance, application: Application): void {
  app.post('/:language/:network/newsletter/draft/state', neverKept, async (request, reply) => {
    const { writing, reader, network, issue } = await readDraftRequest(application, request)
    const form = readForm(draftForm, request.body)
    const draft = paths.draft(reader, network.slug)
    // The page may tell of another letter, or of this one before somebody changed it.
    if (!form.valid || form.data.issue !== issue.id) return reply.redirect(`${draft}?done=late`, 303)
    const { action, seen } = form.data
    if (action !== 'discard' && !mayEditLetters(writing.actor, network.id)) notFound('newsletter')
    try {
      if (action === 'publish') {
        const number = await publishIssue(writing, issue)
        return reply.redirect(paths.issue(reader, network.slug, number), 303)
      }
      if (action === 'approve') await approveIssue(writing, issue, seen)
      if (action === 'reopen') await reopenIssue(writing, issue)
      if (action === 'discard') await discardIssue(writing, issue)
    } catch (error) {
      if (isLate(error)) return reply.redirect(`${draft}?done=late`, 303)
      throw error
    }
    return reply.redirect(action === 'discard' ? paths.list(reader, network.slug) : draft, 303)
  })

  app.post('/:language/:network/newsletter/resumption', neverKept, async (request, reply) => {
    const { writing, reader, network } = await readEditorRequest(application, request)
    const discarded = await lookUpDiscarded(writing, network.id)
    if (discarded) await resumeIssue(writing, discarded)
    return reply.redirect(paths.draft(reader, network.slug), 303)
  })

  app.post('/:language/:network/newsletter/:number/state', neverKept, async (request, reply) => {
    const { writing, reader, network } = await readEditorRequest(application, request)
    if (!mayEditLetters(writing.actor, network.id)) notFound('newsletter')
    const number = parameterOf(request.params, 'number') ?? ''
    const issue = await findPublished(writing, network.id, number)
    const form = readForm(publishedForm, request.body)
    if (form.valid && form.data.action === 'withdraw')
      await inTransaction(writing, async (inside) => {
        await withdrawIssue(inside, issue)
        // What has not left would lead to a page that is gone.
        const sending = await lookUpSendingOf(inside, issue.id)
        if (sending) await pauseSending(inside, sending)
      })
    if (form.valid && form.data.action === 'restore') await restoreIssue(writing, issue)
    return reply.redirect(paths.issue(reader, network.slug, issue.number), 303)
  })
}

function isLate(error: unknown): boolean {
  return error instanceof Refusal && (error.reason === 'taken' || error.reason === 'changedMeanwhile')
}
