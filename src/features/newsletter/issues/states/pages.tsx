import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Context } from '../../../../platform/context/context.ts'
import { isId } from '../../../../platform/context/identifier.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { readForm, readValues, typedValue } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import type { NetworkRequest } from '../../../networks/index.ts'
import { mayEditLetters } from '../../policy.ts'
import { lookUpSendingOf } from '../../sending/queries.ts'
import { pauseSending } from '../../sending/steering/commands.ts'
import { type Issue, markOfIssue } from '../issue.ts'
import { paths } from '../paths.ts'
import { findPublished, lookUpDraft, lookUpPublished } from '../queries.ts'
import { isLate, loadEditorRequest } from '../request.ts'
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

/** The steps of a letter from one state to the next. */
export function addStateRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  pages.post('/:language/:network/newsletter/draft/state', loadEditorRequest, async (visit) => {
    const { request, reply, writing, reader, network } = visit
    const form = readForm(draftForm, request.body)
    const issue = await lookUpDraft(writing, network.id)
    // The page may show another letter, or this one before a change.
    if (!form.valid || form.data.issue !== issue?.id)
      return reply.redirect(await whereItWent(visit, form.valid ? form.data : null), 303)
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
      if (isLate(error)) return reply.redirect(await whereItWent(visit, form.data), 303)
      throw error
    }
    const draft = paths.draft(reader, network.slug)
    return reply.redirect(action === 'discard' ? paths.list(reader, network.slug) : draft, 303)
  })

  pages.post(
    '/:language/:network/newsletter/resumption',
    loadEditorRequest,
    async ({ request, reply, writing, reader, network }) => {
      const id = typedValue(readValues(request.body), 'issue')
      if (!isId(id)) return reply.redirect(paths.list(reader, network.slug), 303)
      await resumeIssue(writing, { id, networkId: network.id }).catch((error: unknown) => {
        if (!isLate(error)) throw error
      })
      // Pressed twice, or while another person begins a letter: the page shows the current draft.
      const issue = await lookUpDraft(writing, network.id)
      const draft = paths.draft(reader, network.slug)
      return reply.redirect(issue === null || issue.id === id ? draft : `${draft}?done=late`, 303)
    },
  )

  pages.post(
    '/:language/:network/newsletter/:number/state',
    loadEditorRequest,
    async ({ request, reply, writing, reader, network }) => {
      if (!mayEditLetters(writing.actor, network.id)) notFound('newsletter')
      const number = parameterOf(request.params, 'number') ?? ''
      const issue = await findPublished(writing, network.id, number)
      const form = readForm(publishedForm, request.body)
      if (form.valid)
        await steerPublished(writing, issue, form.data.action).catch((error: unknown) => {
          // Pressed twice: the page shows that it is done.
          if (!isLate(error)) throw error
        })
      return reply.redirect(paths.issue(reader, network.slug, issue.number), 303)
    },
  )
}

async function steerPublished(context: Context, issue: Issue, action: 'withdraw' | 'restore'): Promise<void> {
  if (action === 'restore') return restoreIssue(context, issue)
  await inTransaction(context, async (inside) => {
    await withdrawIssue(inside, issue)
    // Mails that have not left would lead to a page that is gone.
    const sending = await lookUpSendingOf(inside, issue.id)
    if (sending) await pauseSending(inside, sending)
  })
}

type Pressed = z.output<typeof draftForm>

/**
 * Where an editor is led when another request, perhaps their own first click, was faster: to what they asked for if that has happened,
 * otherwise to the present state.
 */
async function whereItWent(
  { writing, reader, network }: NetworkRequest,
  pressed: Pressed | null,
): Promise<string> {
  const named = pressed !== null && isId(pressed.issue) ? pressed.issue : null
  const published = named === null ? null : await lookUpPublished(writing, network.id, named)
  if (published) return paths.issue(reader, network.slug, published.number)
  const issue = await lookUpDraft(writing, network.id)
  if (issue === null) return paths.list(reader, network.slug)
  const draft = paths.draft(reader, network.slug)
  return pressed !== null && issue.id === named && isAsAsked(issue, pressed) ? draft : `${draft}?done=late`
}

function isAsAsked(issue: Issue, { action, seen }: Pressed): boolean {
  if (action === 'approve') return issue.state === 'approved' && markOfIssue(issue) === seen
  return action === 'reopen' && issue.state === 'draft'
}
