import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { authorize, Refusal } from '../../../platform/refusal.ts'
import type { ConflictResolution } from '../parts/part-rules.ts'
import { mayImport } from '../policy.ts'
import { matchTies } from './comparison/compared.ts'
import type { DecisionPlace } from './decision-place.ts'
import type { Decision, Fact, Written } from './facts/fact.ts'
import { listFactsById } from './facts/queries.ts'
import { findText } from './queries.ts'
import { publishSource } from './sources/commands.ts'
import { listStoredPassages } from './sources/queries.ts'
import { writeInterest } from './writing/commands.ts'
import { writeMeeting } from './writing/meetings.commands.ts'
import { writeLink } from './writing/resources.commands.ts'
import { type Correct, writeTieFacts } from './writing/ties.commands.ts'

export interface Accepting {
  ids: readonly string[]
  /** How a contradiction is settled; null if none is expected: then a fact that contradicts is left open. */
  way: ConflictResolution | null
  /** The facts stating ties that are kept beside the group's list. */
  besides: ReadonlySet<string>
  /** A person's correction of the fact in its own form. */
  correct?: Correct
}

export interface Outcome {
  /** Facts that are accepted now. */
  done: string[]
  /** Facts that another person decided before. */
  taken: Fact[]
  /** Facts with an open question: who is meant, or which of two values is kept. */
  asking: string[]
}

/**
 * Accepts facts of a text and writes them into the registry in one transaction, each with its sentence; the first fact of an unknown
 * tie creates it.
 */
export async function acceptFacts(
  context: Context,
  at: DecisionPlace,
  accepting: Accepting,
): Promise<Outcome> {
  return underLock(context, at, async (inside, place) => {
    if (place.text.takenBackAt !== null) throw new Refusal('tooLate', 'The import was taken back')
    const facts = await listFactsById(inside, place.text.id, accepting.ids)
    const taken = facts.filter(({ decision }) => decision !== null)
    const open = facts.filter(({ decision, question }) => decision === null && question === null)
    const ties = await listTiesFor(inside, place.text.id, open)
    const groups = groupByTie(open, ties)
    if (open.length === 0) return outcomeOf(facts, new Map(), taken)
    const text = { ...place.text, sourceId: await publishSource(inside, place.text) }
    const context = { ...place, text, passages: await listStoredPassages(inside, text.id) }
    const matches = await matchTies(inside, text.networkId, [...ties.values()])
    const written = new Map<string, Written>()
    for (const [tieId, own] of groups) {
      const tie = ties.get(tieId)
      if (tie?.value.part !== 'tie' || tie.question !== null || tie.decision === 'refused') continue
      const match = matches.get(tie.id) ?? null
      const results = await writeTieFacts(inside, context, { tie, facts: own, match, ...accepting })
      for (const [id, each] of results) written.set(id, each)
    }
    for (const fact of open) {
      const { value } = fact
      if (value.part === 'interest') written.set(fact.id, await writeInterest(inside, context, fact, value))
      if (value.part === 'resource' && fact.tieId === null)
        written.set(fact.id, await writeLink(inside, context, fact, value))
      if (value.part === 'meeting')
        for (const [id, each] of await writeMeeting(inside, context, fact, value)) written.set(id, each)
    }
    await settle(inside, text.id, accepting.correct ? 'corrected' : 'accepted', written)
    await recordActivity(inside, {
      networkId: text.networkId,
      verb: 'imported',
      subjectKind: 'import',
      subjectId: text.id,
      detail: { facts: written.size },
    })
    return outcomeOf(facts, written, taken)
  })
}

/** Refuses a fact, with an optional reason. Returns the fact if another person has decided it before. */
export async function refuseFact(
  context: Context,
  at: DecisionPlace,
  factId: string,
  reason: string,
): Promise<Fact | null> {
  // Under the lock, so that no concurrent acceptance writes a refused fact.
  return underLock(context, at, async (inside) => {
    const { numUpdatedRows } = await inside.database
      .updateTable('imports_text_fact')
      .set({ decision: 'refused', reason, ...deciding(inside) })
      .where('text_id', '=', at.text.id)
      .where('fact_id', '=', factId)
      .where('decided_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 1n) return null
    const [found] = await listFactsById(inside, at.text.id, [factId])
    return found ?? null
  })
}

function outcomeOf(facts: readonly Fact[], written: ReadonlyMap<string, Written>, taken: Fact[]): Outcome {
  const done = [...written.keys()]
  const asking = facts.filter(({ id, decision }) => decision === null && !written.has(id))
  return { done, taken, asking: asking.map(({ id }) => id) }
}

async function listTiesFor(
  context: Context,
  textId: string,
  facts: readonly Fact[],
): Promise<Map<string, Fact>> {
  const ids = facts.flatMap(({ id, tieId, value }) => (value.part === 'tie' ? [id] : (tieId ?? [])))
  const ties = await listFactsById(context, textId, [...new Set(ids)])
  return new Map(ties.map((tie) => [tie.id, tie]))
}

function groupByTie(facts: readonly Fact[], ties: ReadonlyMap<string, Fact>): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>()
  for (const fact of facts) {
    const key = fact.value.part === 'tie' ? fact.id : fact.tieId
    if (key !== null && ties.has(key)) groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  return groups
}

async function settle(
  context: Context,
  textId: string,
  decision: Decision,
  written: ReadonlyMap<string, Written>,
): Promise<void> {
  if (written.size === 0) return
  const rows = [...written].map(([fact_id, each]) => ({ fact_id, written: each }))
  const { decided_by, decided_at } = deciding(context)
  await sql`
    update imports_text_fact f
    set decision = ${decision}, decided_by = ${decided_by}, decided_at = ${decided_at}, reason = '', written = row.written
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (fact_id uuid, written jsonb)
    where f.text_id = ${textId} and f.fact_id = row.fact_id and f.decided_at is null
  `.execute(context.database)
}

function deciding({ actor, clock }: Context) {
  return {
    decided_by: personIdOf(actor),
    decided_at: clock.now().toString(),
  }
}

/**
 * Runs decisions on facts of a text under the text's lock: they follow one another, so that no two of them create the same tie or
 * source.
 */
export async function underLock<T>(
  context: Context,
  place: DecisionPlace,
  work: (inside: Context, place: DecisionPlace) => Promise<T>,
): Promise<T> {
  const { id, networkId } = place.text
  authorize(mayImport(context.actor, networkId))
  return inTransaction(context, async (inside) => {
    await inside.database
      .updateTable('imports_text')
      .set((row) => ({ sha256: row.ref('sha256') }))
      .where('text_id', '=', id)
      .execute()
    return work(inside, { ...place, text: await findText(inside, networkId, id) })
  })
}
