import { sql } from 'kysely'
import { recordActivity } from '../../../../platform/activity/activity.ts'
import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import type { Change } from '../../../../platform/records/difference.ts'
import { revertChanges } from '../../../../platform/records/revert.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { amendRecord } from '../../../contributions/index.ts'
import { removeUnusedOrganisations } from '../../../directory/index.ts'
import { removeMeeting } from '../../../minutes/index.ts'
import { removeEvidenceOf } from '../../../registry/batches/index.ts'
import { removeEvidence } from '../../../registry/evidence/index.ts'
import { removeNote } from '../../../registry/index.ts'
import { mayImport } from '../../policy.ts'
import { type DecisionPlace, recordKind, versionWords } from '../decision-place.ts'
import { underLock } from '../decisions.commands.ts'
import type { Fact, FactParty, Written } from '../facts/fact.ts'
import { listAccepted, listFactsById } from '../facts/queries.ts'
import { writeValue } from '../questions/commands.ts'
import { withParties } from '../reading/facts-of-reading.ts'
import type { Manner } from '../schema.ts'
import { withdrawSource } from '../sources/commands.ts'
import { findHead, lookUpInterestId } from '../writing/queries.ts'
import type { Kept } from './left.ts'
import { isSaidElsewhere, listAddedBodies, lookUpMeetingState } from './queries.ts'
import { withdrawFromTie } from './ties.commands.ts'

/** Something was changed since, and it is not decided yet what becomes of it: nothing was taken back. */
export class ChangedSince extends Error {
  readonly kept: Kept[]

  constructor(kept: Kept[]) {
    super('Something was changed since')
    this.kept = kept
  }
}

/**
 * Takes decisions back: what an accepted fact wrote goes, with its evidence, and the fact is open again. The fact that created a tie
 * takes all accepted facts of the tie with it. Throws `ChangedSince` if people changed something since and the manner is to ask.
 */
export async function undoFacts(
  context: Context,
  at: DecisionPlace,
  ids: readonly string[],
  manner: Manner,
): Promise<void> {
  return underLock(context, at, async (inside, place) => {
    const asked = await listFactsById(inside, place.text.id, ids)
    const making = asked.filter(({ value, written }) => heads.has(value.part) && written?.isNew)
    const dependent: Fact[] = []
    for (const { id } of making) dependent.push(...(await listAccepted(inside, place.text.id, id)))
    const facts = [...new Map([...asked, ...dependent].map((fact) => [fact.id, fact])).values()]
    await withdraw(inside, place, facts, manner)
  })
}

// A record created with all its facts goes with all of them.
const heads = new Set<string>(['tie', 'meeting'])

/** Takes a whole import back; the text stays in the list, with the person and the time. Asks as `undoFacts` does. */
export async function undoImport(context: Context, at: DecisionPlace, manner: Manner): Promise<void> {
  return underLock(context, at, async (inside, place) => {
    await withdraw(inside, place, await listAccepted(inside, place.text.id), manner)
    await withdrawBodies(inside, place)
    await inside.database
      .updateTable('imports_text')
      .set({
        accepting_since: null,
        taken_back_at: inside.clock.now().toString(),
        taken_back_by: personIdOf(inside.actor),
      })
      .where('text_id', '=', place.text.id)
      .execute()
  })
}

/** Reopens an import that was taken back: its facts can be decided on again. */
export async function reopenImport(context: Context, { text }: DecisionPlace): Promise<void> {
  authorize(mayImport(context.actor, text.networkId))
  await context.database
    .updateTable('imports_text')
    .set({ taken_back_at: null, taken_back_by: null })
    .where('text_id', '=', text.id)
    .where('network_id', '=', text.networkId)
    .execute()
}

async function withdraw(
  context: Context,
  place: DecisionPlace,
  facts: readonly Fact[],
  manner: Manner,
): Promise<void> {
  const { text } = place
  const anyway = manner === 'all'
  const decided = facts.filter(({ decision }) => decision !== null)
  if (decided.length === 0) return
  const kept: Kept[] = []
  const ties = Map.groupBy(decided, ({ written }) => (written?.kind === 'cooperation' ? written.id : ''))
  for (const [id, own] of ties)
    if (id !== '') kept.push(...(await withdrawFromTie(context, place, id, own, anyway)))
  for (const fact of decided) {
    const { written } = fact
    if (written?.kind === 'meeting')
      kept.push(...(await withdrawFromMeeting(context, place, fact, written, anyway)))
    if (written?.kind === 'note') await withdrawLink(context, place, written)
    if (written?.kind === 'organisation')
      kept.push(...(await withdrawInterest(context, place, fact, written, anyway)))
  }
  if (manner === 'ask' && kept.length > 0) throw new ChangedSince(kept)
  await reopen(context, text.id, decided)
  await withdrawSource(context, text)
  await recordActivity(context, {
    networkId: text.networkId,
    verb: 'withdrawn',
    subjectKind: 'import',
    subjectId: text.id,
    detail: { facts: decided.length },
  })
}

async function reopen({ database }: Context, textId: string, facts: readonly Fact[]): Promise<void> {
  // One parameter, however many there are.
  const ids = sql<boolean>`fact_id = any(${facts.map(({ id }) => id)}::uuid[])`
  await database
    .updateTable('imports_text_fact')
    .set({ decision: null, decided_at: null, decided_by: null, reason: '', written: null })
    .where('text_id', '=', textId)
    .where(ids)
    .execute()
}

async function withdrawLink(context: Context, { network }: DecisionPlace, written: Written): Promise<void> {
  if (written.isNew) await removeNote(context, network.id, written.id)
  else await removeEvidence(context, network.id, written.evidenceIds)
}

async function withdrawInterest(
  context: Context,
  place: DecisionPlace,
  fact: Fact,
  { id, changes, evidenceIds }: Written,
  anyway: boolean,
): Promise<Kept[]> {
  const { network } = place
  const kind = recordKind(place, 'organisation')
  const interestId = await lookUpInterestId(context, network.id, id)
  const isSaid = interestId !== null && (await isSaidElsewhere(context, interestId, evidenceIds))
  await removeEvidence(context, network.id, evidenceIds)
  if (changes.length === 0 || isSaid) return []
  const head = await findHead(context, id)
  let kept: Change[] = []
  await amendRecord(context, { network, kind, head, ...versionWords(place) }, (document) => {
    const reversion = revertChanges(document, changes, { anyway })
    kept = reversion.kept
    return reversion.document
  })
  return kept.length === 0 ? [] : [{ fact, changes: kept }]
}

/** Removes a meeting that was kept for a text, unless people have worked on it since; from any other meeting only the evidence. */
export async function withdrawFromMeeting(
  context: Context,
  { network }: DecisionPlace,
  fact: Fact,
  { id, isNew, evidenceIds }: Written,
  anyway: boolean,
): Promise<Kept[]> {
  const isSaid = await isSaidElsewhere(context, id, evidenceIds)
  await removeEvidence(context, network.id, evidenceIds)
  if (!isNew || isSaid) return []
  const state = await lookUpMeetingState(context, id, fact.id)
  if (state === 'gone') return []
  if (state === 'changed' && !anyway) return [{ fact, changes: [] }]
  await removeMeeting(context, network.id, id)
  return []
}

/**
 * Removes bodies that were added to the directory for a text: those that nobody has edited, and that nothing else names. Its facts
 * ask again who is meant. Called once everything else of the import has been taken back.
 */
export async function withdrawBodies(context: Context, { network, text }: DecisionPlace): Promise<void> {
  for (const { id, isEdited, isNamed } of await listAddedBodies(context, text.id)) {
    if (isEdited || isNamed) continue
    const body = { text_id: text.id, organisation_id: id }
    // What the text itself says of it does not count.
    await removeEvidenceOf(context, network.id, [id])
    await context.database
      .deleteFrom('imports_text_body')
      .where('text_id', '=', text.id)
      .where('organisation_id', '=', id)
      .execute()
    const [gone] = await removeUnusedOrganisations(context, [id])
    if (gone === undefined) await context.database.insertInto('imports_text_body').values(body).execute()
    else await askAgain(context, text.id, id)
  }
}

async function askAgain(context: Context, textId: string, organisationId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select fact_id as id from imports_text_fact where text_id = ${textId} and decided_at is null
      and part in ('tie', 'interest', 'actor') and value::text like ${`%${organisationId}%`}
  `.execute(context.database)
  const unknown = (party: FactParty): FactParty =>
    party.organisationId === organisationId ? { ...party, organisationId: null } : party
  const facts = await listFactsById(
    context,
    textId,
    rows.map(({ id }) => id),
  )
  for (const fact of facts) {
    const value = withParties(fact.value, unknown)
    const isActor = value.part === 'actor' && value.organisationId === organisationId
    await writeValue(context, textId, fact, isActor ? { ...value, organisationId: null } : value)
  }
}
