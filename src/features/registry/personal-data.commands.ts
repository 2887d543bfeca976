import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import { listNamingRows, removeNames } from '../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'
import { fold, grams } from '../../platform/search/index.ts'
import { listDeclarations } from './personal-data.queries.ts'

/**
 * Takes somebody’s name out of the records: their function stays, and for whom they signed. The text of minutes that others
 * have published is left as it is.
 */
export async function eraseFromRecords(context: Context, subject: DataSubject): Promise<void> {
  await eraseFromCooperations(context, subject)
  await eraseFromAgreements(context, subject)
  await eraseFromDeclarations(context, subject)
  await eraseFromRest(context, subject)
  await eraseConfirmations(context, subject)
  if (subject.personId !== null)
    await context.database
      .updateTable('registry_evidence')
      .set({ confirmed_by: null })
      .where('confirmed_by', '=', `person:${subject.personId}`)
      .execute()
}

async function eraseFromCooperations(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  // What is searched in is folded.
  const folded = { ...subject, names: [...subject.names, ...subject.names.map(fold)] }
  const columns = { keys: ['cooperation_id'], texts: ['summary', 'search'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'registry_cooperation', columns, folded))
    await database
      .updateTable('registry_cooperation')
      .set({ ...changes, grams: grams(changes.search ?? '') })
      .where('cooperation_id', '=', keys.cooperation_id)
      .execute()
  const standings = { keys: ['standing_id'], texts: ['reason'] } as const
  await removeNames(context, 'registry_standing', standings, subject)
  const prospects = { keys: ['prospect_id'], texts: ['text'] } as const
  await removeNames(context, 'registry_prospect', prospects, subject)
}

async function eraseFromAgreements(context: Context, subject: DataSubject): Promise<void> {
  const agreements = { keys: ['agreement_id'], texts: ['title', 'object'] } as const
  await removeNames(context, 'registry_agreement', agreements, subject)
  const parties = { keys: ['agreement_id', 'organisation_id'], texts: ['signatory'] } as const
  await removeNames(context, 'registry_agreement_party', parties, subject)
}

async function eraseFromDeclarations(context: Context, subject: DataSubject): Promise<void> {
  const columns = { keys: ['source_id', 'position'], texts: ['text'] } as const
  const passages = await listNamingRows(context, 'registry_passage', columns, subject)
  const declared = await listDeclarations(context, [...new Set(passages.map(({ keys }) => keys.source_id))])
  for (const { keys, changes } of passages.filter(({ keys }) => declared.has(keys.source_id)))
    await context.database
      .updateTable('registry_passage')
      .set(changes)
      .where('source_id', '=', keys.source_id)
      .where('position', '=', Number(keys.position))
      .execute()
}

async function eraseFromRest(context: Context, subject: DataSubject): Promise<void> {
  const actors = { keys: ['cooperation_id', 'organisation_id'], texts: ['role'] } as const
  await removeNames(context, 'registry_actor', actors, subject)
  const notes = { keys: ['note_id'], texts: ['label', 'value'] } as const
  await removeNames(context, 'registry_note', notes, subject)
  const interests = { keys: ['interest_id'], texts: ['seeks', 'offers'] } as const
  await removeNames(context, 'registry_interest', interests, subject)
  const disputes = { keys: ['dispute_id'], texts: ['note'] } as const
  await removeNames(context, 'registry_dispute', disputes, subject)
}

async function eraseConfirmations(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  await database
    .updateTable('registry_confirmation_request')
    .set({ address: null, name: '' })
    .where(sql`lower(address)`, '=', sql`any(${subject.addresses}::text[])`)
    .execute()
  const requests = { keys: ['request_id'], texts: ['name'] } as const
  for (const { keys } of await listNamingRows(context, 'registry_confirmation_request', requests, subject))
    await database
      .updateTable('registry_confirmation_request')
      .set({ name: '' })
      .where('request_id', '=', keys.request_id)
      .execute()
  const said = { keys: ['confirmation_id'], texts: ['words', 'said_as'] } as const
  await removeNames(context, 'registry_confirmation', said, subject)
}
