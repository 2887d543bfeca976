import { sql } from 'kysely'
import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { authorize, Refusal } from '../../../../platform/refusal.ts'
import { mayEditLetters } from '../../policy.ts'
import { lockDiscarded, noteIssue } from '../commands.ts'
import { type Issue, type IssueState, markOfIssue, shownParts } from '../issue.ts'
import { isComposer, isSecondNeeded } from '../practice/queries.ts'
import { findLocked, lookUpDraft } from '../queries.ts'
import { hindrancesOf } from './readiness.ts'

type Named = Pick<Issue, 'id' | 'networkId'>

/**
 * Approves a draft as the approver saw it (`seen`, its mark) and freezes it. Refuses a draft that was changed meanwhile, or that is not
 * ready; its page gives the reasons beforehand.
 */
export async function approveIssue(context: Context, named: Named, seen: string): Promise<void> {
  authorize(mayEditLetters(context.actor, named.networkId))
  await move(context, named, { from: ['draft'], to: 'approved' }, async (inside, issue) => {
    if (markOfIssue(issue) !== seen) throw new Refusal('changedMeanwhile')
    const needsSecond = await isSecondNeeded(inside, issue.networkId)
    const hindrances = hindrancesOf(issue, { needsSecond, actor: inside.actor })
    if (hindrances.length > 0) throw new Refusal('notAllowed', hindrances.join(', '))
    return { approved_at: inside.clock.now().toString(), approved_by: personIdOf(inside.actor) }
  })
}

/** Turns an approved letter back into a draft. */
export async function reopenIssue(context: Context, named: Named): Promise<void> {
  authorize(mayEditLetters(context.actor, named.networkId))
  await move(context, named, { from: ['approved'], to: 'draft' }, async () => ({
    approved_at: null,
    approved_by: null,
  }))
}

/** Publishes an approved letter and gives it a number. Hidden and removed parts are dropped. Returns the number. */
export async function publishIssue(context: Context, named: Named): Promise<number> {
  let number = 0
  authorize(mayEditLetters(context.actor, named.networkId))
  await move(context, named, { from: ['approved'], to: 'published' }, async (inside, issue) => {
    // There is one draft at a time, and it is locked: nobody else takes a number now.
    const { last } = await inside.database
      .selectFrom('newsletter_issue')
      .select(sql<number>`coalesce(max(number), 0)`.as('last'))
      .where('network_id', '=', issue.networkId)
      .executeTakeFirstOrThrow()
    number = last + 1
    return {
      number,
      parts: JSON.stringify(shownParts(issue.parts)),
      published_at: inside.clock.now().toString(),
      published_on: inside.today,
    }
  })
  return number
}

/** Withdraws a published letter from all readers; its number stays taken. */
export async function withdrawIssue(context: Context, named: Named): Promise<void> {
  authorize(mayEditLetters(context.actor, named.networkId))
  await move(context, named, { from: ['published'], to: 'withdrawn' })
}

/** Makes a withdrawn letter public again. */
export async function restoreIssue(context: Context, named: Named): Promise<void> {
  authorize(mayEditLetters(context.actor, named.networkId))
  await move(context, named, { from: ['withdrawn'], to: 'published' })
}

export async function discardIssue(context: Context, named: Named): Promise<void> {
  authorize(await isComposer(context, named.networkId))
  await move(context, named, { from: ['draft'], to: 'discarded' }, async ({ clock }) => ({
    changed_at: clock.now().toString(),
  }))
}

/** Resumes a draft that was put aside. Refuses while another draft exists. */
export async function resumeIssue(context: Context, named: Named): Promise<void> {
  authorize(await isComposer(context, named.networkId))
  await inTransaction(context, async (holding) => {
    await lockDiscarded(holding, named.networkId)
    await move(holding, named, { from: ['discarded'], to: 'draft' }, async (inside, issue) => {
      if ((await lookUpDraft(inside, issue.networkId)) !== null) throw new Refusal('taken')
      return {}
    })
  })
}

interface Step {
  from: readonly IssueState[]
  to: IssueState
}

interface Written {
  number?: number
  parts?: string
  approved_at?: string | null
  approved_by?: string | null
  published_at?: string
  published_on?: string
  changed_at?: string
}

// Refuses a letter whose state another person has changed meanwhile.
async function move(
  context: Context,
  named: Named,
  { from, to }: Step,
  work: (inside: Context, issue: Issue) => Promise<Written> = async () => ({}),
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const issue = await findLocked(inside, named.networkId, named.id)
    if (!from.includes(issue.state)) throw new Refusal('taken', `The letter is ${issue.state}`)
    const written = await work(inside, issue)
    await inside.database
      .updateTable('newsletter_issue')
      .set({ state: to, ...written })
      .where('issue_id', '=', issue.id)
      .execute()
    await noteIssue(inside, issue, to)
  })
}
