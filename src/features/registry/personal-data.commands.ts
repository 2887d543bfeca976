import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import { eraseFrom } from '../../platform/personal-data/erase-from.ts'
import { listNamingRows } from '../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'
import { listDeclarations, listTitledHere } from './personal-data.queries.ts'

/**
 * Removes a person’s name from the records: their function stays, and the party for which they signed. Who confirmed or asked is removed.
 * Texts published by others stay.
 */
export async function eraseFromRecords(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    {
      table: 'registry_cooperation',
      key: ['cooperation_id'],
      texts: ['summary'],
      folded: ['search'],
      grams: true,
    },
    { table: 'registry_standing', key: ['standing_id'], texts: ['reason'] },
    { table: 'registry_prospect', key: ['prospect_id'], texts: ['text'] },
    { table: 'registry_agreement', key: ['agreement_id'], texts: ['title', 'object'] },
    { table: 'registry_agreement_party', key: ['agreement_id', 'organisation_id'], texts: ['signatory'] },
    { table: 'registry_actor', key: ['cooperation_id', 'organisation_id'], texts: ['role'] },
    { table: 'registry_note', key: ['note_id'], texts: ['label', 'value'] },
    { table: 'registry_interest', key: ['interest_id'], texts: ['seeks', 'offers'] },
    { table: 'registry_dispute', key: ['dispute_id'], texts: ['note'] },
    { table: 'registry_dispute_value', key: ['dispute_id', 'position'], texts: ['value'] },
    {
      table: 'registry_evidence',
      key: ['evidence_id'],
      texts: ['label'],
      people: { confirmed_by: null },
    },
    {
      table: 'registry_confirmation_request',
      own: { address: 'address', left: { address: null, name: '' } },
      people: { asked_by: null },
    },
    {
      table: 'registry_confirmation',
      key: ['confirmation_id'],
      texts: ['words', 'said_as'],
      people: { person_id: null },
    },
  ])
  await eraseFromSources(context, subject)
  await eraseFromDeclarations(context, subject)
  await eraseNamesOfAsked(context, subject)
}

async function eraseFromSources(context: Context, subject: DataSubject): Promise<void> {
  const columns = { keys: ['source_id'], texts: ['title', 'note', 'publisher'] } as const
  const sources = await listNamingRows(context, 'registry_source', columns, subject)
  const own = await listTitledHere(
    context,
    sources.map(({ keys }) => keys.source_id),
  )
  for (const { keys, changes } of sources.filter(({ keys }) => own.has(keys.source_id)))
    await context.database
      .updateTable('registry_source')
      .set(changes)
      .where('source_id', '=', keys.source_id)
      .execute()
}

async function eraseFromDeclarations(context: Context, subject: DataSubject): Promise<void> {
  const columns = { keys: ['source_id', 'position'], texts: ['text', 'heading'] } as const
  const passages = await listNamingRows(context, 'registry_passage', columns, subject)
  const declared = await listDeclarations(context, [...new Set(passages.map(({ keys }) => keys.source_id))])
  for (const { keys, changes } of passages.filter(({ keys }) => declared.has(keys.source_id)))
    await sql`
      update registry_passage set text = ${changes.text}, heading = ${changes.heading}::text[]
      where source_id = ${keys.source_id} and position = ${Number(keys.position)}
    `.execute(context.database)
}

// Requests sent to another address: of the person’s name not even a function beside it stays.
async function eraseNamesOfAsked(context: Context, subject: DataSubject): Promise<void> {
  const requests = { keys: ['request_id'], texts: ['name'] } as const
  for (const { keys } of await listNamingRows(context, 'registry_confirmation_request', requests, subject))
    await context.database
      .updateTable('registry_confirmation_request')
      .set({ name: '' })
      .where('request_id', '=', keys.request_id)
      .execute()
}
