import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { selectFree } from '../../../../platform/jobs/claims.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { mayImport } from '../../policy.ts'
import { listContradicting } from '../comparison/compared.ts'
import type { DecisionPlace } from '../decision-place.ts'
import { acceptFacts, underLock } from '../decisions.commands.ts'
import { countFacts, listBesideTies, listSureFacts } from '../facts/queries.ts'
import type { ImportedText } from '../queries.ts'

export const acceptanceJob = 'imports.acceptance'

// Facts written during a request; more are written in the background, as many at a time.
const atOnce = 200

/** The result of accepting everything sure: the number of facts accepted, or that a worker does it. */
export type Acceptance = { accepted: number } | 'background'

/** Accepts all sure facts of a text: at once if they are few, else in the background, where it can be stopped. */
export async function acceptAllSure(
  application: Pick<Application, 'sendJob'>,
  context: Context,
  at: DecisionPlace,
): Promise<Acceptance> {
  const contradicting = await listContradicting(context, at.text)
  const { sure } = await countFacts(context, { textId: at.text.id, contradicting })
  if (sure <= atOnce) {
    const next = await acceptSomeSure(context, at, -1)
    return { accepted: next?.accepted ?? 0 }
  }
  await underLock(context, at, async ({ database, clock, actor }, { text }) => {
    if (text.accepting !== null || text.takenBackAt !== null) return
    await database
      .updateTable('imports_text')
      .set({
        accepting_since: clock.now().toString(),
        accepting_by: personIdOf(actor),
        accepting_from: -1,
        accepting_done: 0,
        accepting_all: sure,
        claimed_at: null,
      })
      .where('text_id', '=', text.id)
      .execute()
    await application.sendJob(database, acceptanceJob, { textId: text.id })
  })
  return 'background'
}

/** Accepts one batch of sure facts after a place; null once there are none. */
export async function acceptSomeSure(
  context: Context,
  at: DecisionPlace,
  after: number,
): Promise<{ accepted: number; last: number } | null> {
  const of = { textId: at.text.id, contradicting: await listContradicting(context, at.text) }
  const next = await listSureFacts(context, of, { after, limit: atOnce })
  const last = next.at(-1)
  if (!last) return null
  // No boxes are ticked for the ties of a whole text: each goes where the text places it.
  const besides = await listBesideTies(context, at.text.id)
  const ids = next.map(({ id }) => id)
  const { done } = await acceptFacts(context, at, { ids, way: null, besides })
  return { accepted: done.length, last: last.position }
}

/** Claims the work on a text for this process. Returns false when another one has it, or it was stopped. */
export async function claimAcceptance(context: Context, textId: string): Promise<boolean> {
  const now = context.clock.now()
  const { numUpdatedRows } = await context.database
    .updateTable('imports_text')
    .set({ claimed_at: now.toString() })
    .where('text_id', '=', textId)
    .where('accepting_since', 'is not', null)
    .where(selectFree(now))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Records the progress of the work. Returns false when a person has stopped it meanwhile. */
export async function tellAcceptance(
  context: Context,
  textId: string,
  { accepted, last }: { accepted: number; last: number },
): Promise<boolean> {
  const { numUpdatedRows } = await context.database
    .updateTable('imports_text')
    .set((row) => ({
      accepting_from: last,
      accepting_done: row('accepting_done', '+', accepted),
      claimed_at: context.clock.now().toString(),
    }))
    .where('text_id', '=', textId)
    .where('accepting_since', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Ends the work on a text, because it is done or a person stops it: accepted facts stay, and can be taken back. */
export async function endAcceptance(
  { database, actor }: Context,
  { id, networkId }: Pick<ImportedText, 'id' | 'networkId'>,
): Promise<void> {
  authorize(mayImport(actor, networkId))
  await database
    .updateTable('imports_text')
    .set({ accepting_since: null, claimed_at: null })
    .where('network_id', '=', networkId)
    .where('text_id', '=', id)
    .execute()
}
