import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { authorize, Refusal } from '../../../platform/refusal.ts'
import type { Network } from '../../networks/index.ts'
import { type Gatherer, gather, mergeGathered, wordsOfInterface } from './gather.ts'
import type { Issue } from './issue.ts'
import { isComposer } from './practice/queries.ts'
import { findLocked, lookUpDraft, lookUpLast } from './queries.ts'

/** Begins a letter with the news since the last one. Returns false when a draft exists already. */
export async function beginIssue(context: Context, gatherer: Gatherer, network: Network): Promise<boolean> {
  authorize(await isComposer(context, network.id))
  if ((await lookUpDraft(context, network.id)) !== null) return false
  const last = await lookUpLast(context, network.id)
  const since = last?.gatheredAt ?? null
  const now = context.clock.now()
  const { parts } = mergeGathered([], await gather(gatherer, context, network, asInstant(since)), last)
  return inTransaction(context, async (inside) => {
    await lockDiscarded(inside, network.id)
    const id = newId()
    const { numInsertedOrUpdatedRows } = await inside.database
      .insertInto('newsletter_issue')
      .values({
        issue_id: id,
        network_id: network.id,
        state: 'draft',
        title: JSON.stringify(wordsOfInterface(gatherer, network, 'newsletter.issues.usualTitle')),
        parts: JSON.stringify(parts),
        since,
        gathered_at: now.toString(),
        changed_at: now.toString(),
        changed_by: personIdOf(inside.actor),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return false
    await noteIssue(inside, { id, networkId: network.id }, 'begun')
    return true
  })
}

/** Gathers the contents of a draft again. The editors’ changes stay. */
export async function gatherAnew(
  context: Context,
  gatherer: Gatherer,
  network: Network,
  issue: Pick<Issue, 'id' | 'since'>,
): Promise<void> {
  const now = context.clock.now().toString()
  const gathered = await gather(gatherer, context, network, asInstant(issue.since))
  const last = await lookUpLast(context, network.id)
  await changingDraft(context, { id: issue.id, networkId: network.id }, (draft) => ({
    ...mergeGathered(draft.parts, gathered, last),
    gatheredAt: now,
  }))
}

type DraftChange = Partial<Pick<Issue, 'title' | 'introduction' | 'parts' | 'gathering'>> & {
  gatheredAt?: string
}

/**
 * Changes a draft under a lock, as it is now. Refuses a letter that was approved or put aside meanwhile. If `work` returns null, nothing
 * changes.
 */
export async function changingDraft(
  context: Context,
  { id, networkId }: Pick<Issue, 'id' | 'networkId'>,
  work: (draft: Issue) => DraftChange | null,
): Promise<void> {
  authorize(await isComposer(context, networkId))
  await inTransaction(context, async (inside) => {
    const draft = await findLocked(inside, networkId, id)
    if (draft.state !== 'draft') throw new Refusal('taken', 'The letter is no draft any more')
    const change = work(draft)
    if (change === null) return
    const { title, introduction, parts, gathering, gatheredAt } = change
    await inside.database
      .updateTable('newsletter_issue')
      .set({
        ...(title ? { title: JSON.stringify(title) } : {}),
        ...(introduction ? { introduction: JSON.stringify(introduction) } : {}),
        ...(parts ? { parts: JSON.stringify(parts) } : {}),
        ...(gathering ? { gathering: JSON.stringify(gathering) } : {}),
        ...(gatheredAt ? { gathered_at: gatheredAt } : {}),
        changed_at: inside.clock.now().toString(),
        changed_by: personIdOf(inside.actor),
      })
      .where('issue_id', '=', id)
      .execute()
    await noteIssue(inside, draft, 'changed')
  })
}

/** Locks the drafts that were put aside until the transaction ends, so that nobody else resumes or begins one meanwhile. */
export async function lockDiscarded({ database }: Context, networkId: string): Promise<void> {
  await database
    .selectFrom('newsletter_issue')
    .select('issue_id')
    .where('network_id', '=', networkId)
    .where('state', '=', 'discarded')
    .orderBy('issue_id')
    .forUpdate()
    .execute()
}

/** Records who did what with a letter. */
export function noteIssue(
  context: Context,
  { id, networkId }: Pick<Issue, 'id' | 'networkId'>,
  verb: string,
): Promise<void> {
  return recordActivity(context, { networkId, verb, subjectKind: 'letter', subjectId: id })
}

const asInstant = (at: Date | null) => at && Temporal.Instant.fromEpochMilliseconds(at.getTime())
