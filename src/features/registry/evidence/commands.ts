import { sql } from 'kysely'
import { describeActor } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { differingEntries } from '../../../platform/records/difference.ts'
import type { DisputeEntry, EvidenceEntry } from '../cooperations/document/schema.ts'
import type { Locator } from '../locators.ts'

export interface NewEvidence {
  /** Its id if something names it already. */
  id?: string
  subjectKind: string
  subjectId: string
  /** The fact of the subject: `since`, `agreements/0`, `themes/culture`. */
  field: string
  sourceId: string
  locator: Locator | null
  stance: 'supports' | 'contradicts'
  /** The source’s own word for the thing. */
  label?: string | null
  extractedBy: string
  knownOn: string
}

/** Writes the evidence of facts. Called inside the command that records the facts. */
export async function writeEvidence(
  context: Context,
  networkId: string,
  evidence: NewEvidence[],
): Promise<void> {
  if (evidence.length === 0) return
  const rows = evidence.map((each) => ({
    evidence_id: each.id ?? newId(),
    subject_kind: each.subjectKind,
    subject_id: each.subjectId,
    field: each.field,
    source_id: each.sourceId,
    locator: each.locator,
    stance: each.stance,
    label: each.label ?? null,
    extracted_by: each.extractedBy,
    known_on: each.knownOn,
  }))
  await sql`
    insert into registry_evidence (
      evidence_id, network_id, subject_kind, subject_id, field, source_id, locator, stance, label, extracted_by, known_on
    )
    select evidence_id, ${networkId}, subject_kind, subject_id, field, source_id, locator, stance, label, extracted_by, known_on
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      evidence_id uuid, subject_kind text, subject_id uuid, field text, source_id uuid, locator jsonb, stance text,
      label text, extracted_by text, known_on date
    )
  `.execute(context.database)
}

export interface NewDispute {
  /** Its id if it had one before. */
  id?: string
  slug: string
  subjectKind: string
  subjectId: string
  field: string
  values: {
    /** A text in several languages, or a bare value such as an EDTF date. */
    value: LocalizedText | string
    sourceId: string | null
    locator: Locator | null
    rank: 'preferred' | 'normal' | 'deprecated'
    knownOn: string
  }[]
  note: LocalizedText
  position: number
  knownOn: string
}

/** Records the values of several sources side by side; none of them is corrected. Returns the dispute’s id. */
export async function writeDispute(
  context: Context,
  networkId: string,
  dispute: NewDispute,
): Promise<string> {
  const disputeId = dispute.id ?? newId()
  await context.database
    .insertInto('registry_dispute')
    .values({
      dispute_id: disputeId,
      network_id: networkId,
      slug: dispute.slug,
      subject_kind: dispute.subjectKind,
      subject_id: dispute.subjectId,
      field: dispute.field,
      note: JSON.stringify(dispute.note),
      position: dispute.position,
      known_on: dispute.knownOn,
    })
    .execute()
  await context.database
    .insertInto('registry_dispute_value')
    .values(
      dispute.values.map((each, position) => ({
        dispute_id: disputeId,
        position,
        value: JSON.stringify(each.value),
        source_id: each.sourceId,
        locator: each.locator === null ? null : JSON.stringify(each.locator),
        rank: each.rank,
        known_on: each.knownOn,
      })),
    )
    .execute()
  return disputeId
}

/** Records that a person has checked some evidence beside its fact. Called inside the command that wrote it. */
export async function confirmEvidence(
  { database, actor }: Context,
  networkId: string,
  evidenceIds: readonly string[],
): Promise<void> {
  if (evidenceIds.length === 0) return
  await database
    .updateTable('registry_evidence')
    .set({ confirmed_by: describeActor(actor) })
    .where('network_id', '=', networkId)
    .where('evidence_id', 'in', [...evidenceIds])
    .execute()
}

/** Removes the evidence of some subjects, as part of a command that removes the subjects. */
export async function forgetEvidence({ database }: Context, subjectIds: readonly string[]): Promise<void> {
  if (subjectIds.length === 0) return
  await database
    .deleteFrom('registry_evidence')
    .where('subject_id', 'in', [...subjectIds])
    .execute()
}

/** Writes the evidence of a tie, where it differs. */
export async function replaceEvidence(
  { database }: Context,
  networkId: string,
  before: EvidenceEntry[],
  after: EvidenceEntry[],
): Promise<void> {
  const { removed, added, changed } = differingEntries(before, after)
  if (removed.length > 0) {
    await database
      .deleteFrom('registry_evidence')
      .where('network_id', '=', networkId)
      .where('evidence_id', 'in', removed)
      .execute()
  }
  for (const { entry } of changed) {
    await database
      .updateTable('registry_evidence')
      .set({ field: entry.field, stance: entry.stance, label: entry.label })
      .where('network_id', '=', networkId)
      .where('evidence_id', '=', entry.id)
      .execute()
  }
  if (added.length === 0) return
  await database
    .insertInto('registry_evidence')
    .values(
      added.map(({ entry }) => ({
        evidence_id: entry.id,
        network_id: networkId,
        subject_kind: entry.subjectKind,
        subject_id: entry.subjectId,
        field: entry.field,
        source_id: entry.sourceId,
        locator: entry.locator === null ? null : JSON.stringify(entry.locator),
        stance: entry.stance,
        label: entry.label,
        extracted_by: entry.extractedBy,
        known_on: entry.knownOn,
      })),
    )
    .execute()
}

/** Writes the disputes between sources on a tie, where they differ. */
export async function replaceDisputes(
  context: Context,
  networkId: string,
  before: DisputeEntry[],
  after: DisputeEntry[],
): Promise<void> {
  const { removed, added, changed } = differingEntries(before, after)
  for (const id of [...removed, ...changed.map(({ entry }) => entry.id)]) {
    await context.database.deleteFrom('registry_dispute_value').where('dispute_id', '=', id).execute()
    await context.database
      .deleteFrom('registry_dispute')
      .where('network_id', '=', networkId)
      .where('dispute_id', '=', id)
      .execute()
  }
  for (const { entry, position } of [...added, ...changed])
    await writeDispute(context, networkId, { ...entry, position })
}

/** Removes some evidence, as part of the command that undoes its facts. */
export async function removeEvidence(
  { database }: Context,
  networkId: string,
  evidenceIds: readonly string[],
): Promise<void> {
  if (evidenceIds.length === 0) return
  await database
    .deleteFrom('registry_evidence')
    .where('network_id', '=', networkId)
    .where('evidence_id', 'in', [...evidenceIds])
    .execute()
}
