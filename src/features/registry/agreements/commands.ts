import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { differingEntries } from '../../../platform/records/difference.ts'
import { isSame } from '../../../platform/records/record-document.ts'
import type { AgreementKind, AgreementState } from '../codes.ts'
import type { AgreementEntry } from '../cooperations/document/schema.ts'
import { replaceSignatories, replaceSteps } from './life.commands.ts'

export interface NewAgreement {
  kind: AgreementKind
  title: LocalizedText
  object?: LocalizedText
  /** The signatories, present or future: the parties of the tie, or other bodies beneath it. */
  parties: { organisationId: string; signatory?: LocalizedText }[]
  /** The agreement above this one. */
  parentId?: string | null
  plannedAmount?: { amount: string; currency: string } | null
  /** Its life so far; empty for kind `none` and if no source tells. */
  steps: { state: AgreementState; on?: string | null; words?: LocalizedText; knownOn: string }[]
  position: number
  knownOn: string
}

/** Writes an instrument of a cooperation, or the statement that there is none; returns its id. */
export async function writeAgreement(
  context: Context,
  cooperation: { id: string; networkId: string },
  agreement: NewAgreement,
): Promise<string> {
  const id = newId()
  const { title, kind, position, knownOn, parentId = null, plannedAmount } = agreement
  const entry: AgreementEntry = {
    id,
    parentId,
    kind,
    title,
    object: agreement.object ?? {},
    plannedAmount: plannedAmount?.amount ?? null,
    currency: plannedAmount?.currency ?? null,
    parties: agreement.parties.map(({ organisationId, signatory = {} }) => ({
      id: organisationId,
      signatory,
    })),
    steps: agreement.steps.map(({ on = null, words = {}, ...step }, place) => ({
      id: String(place),
      on,
      words,
      ...step,
    })),
    knownOn,
  }
  await addAgreement(context, cooperation, entry, position)
  return id
}

/** Writes the agreements of a tie, where they differ. */
export async function replaceAgreements(
  context: Context,
  cooperation: { id: string; networkId: string },
  before: AgreementEntry[],
  after: AgreementEntry[],
): Promise<void> {
  const { removed, added, changed } = differingEntries(before, after)
  // Those beneath another one are removed first, and added after it.
  const isBeneath = ({ entry }: { entry: AgreementEntry }) => Number(entry.parentId !== null)
  for (const id of removed) await removeAgreement(context, cooperation.id, id)
  for (const { entry, position } of [...added].sort((a, b) => isBeneath(a) - isBeneath(b)))
    await addAgreement(context, cooperation, entry, position)
  for (const { entry, position } of changed) {
    await context.database
      .updateTable('registry_agreement')
      .set(columnsOf(entry, position))
      .where('cooperation_id', '=', cooperation.id)
      .where('agreement_id', '=', entry.id)
      .execute()
    const was = before.find(({ id }) => id === entry.id)
    if (!isSame(was?.parties, entry.parties)) await replaceSignatories(context, entry.id, entry.parties)
    await replaceSteps(context, entry.id, was?.steps ?? [], entry.steps)
  }
}

async function addAgreement(
  context: Context,
  cooperation: { id: string; networkId: string },
  entry: AgreementEntry,
  position: number,
): Promise<void> {
  await context.database
    .insertInto('registry_agreement')
    .values({
      agreement_id: entry.id,
      cooperation_id: cooperation.id,
      network_id: cooperation.networkId,
      ...columnsOf(entry, position),
    })
    .execute()
  await replaceSignatories(context, entry.id, entry.parties)
  await replaceSteps(context, entry.id, [], entry.steps)
}

async function removeAgreement({ database }: Context, cooperationId: string, id: string): Promise<void> {
  await database
    .updateTable('registry_agreement')
    .set({ parent_id: null })
    .where('parent_id', '=', id)
    .where('cooperation_id', '=', cooperationId)
    .execute()
  await database.deleteFrom('registry_agreement_step').where('agreement_id', '=', id).execute()
  await database.deleteFrom('registry_agreement_party').where('agreement_id', '=', id).execute()
  await database
    .deleteFrom('registry_agreement')
    .where('cooperation_id', '=', cooperationId)
    .where('agreement_id', '=', id)
    .execute()
}

function columnsOf(entry: AgreementEntry, position: number) {
  return {
    parent_id: entry.parentId,
    kind: entry.kind,
    title: JSON.stringify(entry.title),
    object: JSON.stringify(entry.object),
    planned_amount: entry.plannedAmount,
    currency: entry.currency,
    position,
    known_on: entry.knownOn,
  }
}
