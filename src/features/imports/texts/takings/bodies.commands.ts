import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { removeUnusedOrganisations } from '../../../directory/index.ts'
import { removeEvidenceOf } from '../../../registry/batches/index.ts'
import type { DecisionPlace } from '../decisions/place.ts'
import type { FactParty } from '../facts/fact.ts'
import { listFactsById } from '../facts/queries.ts'
import { writeValue } from '../questions/commands.ts'
import { withParties } from '../reading/place-facts.ts'
import { listAddedBodies } from './bodies.queries.ts'

/**
 * Takes the bodies back that were added to the directory for a text: those that nobody has edited, and that nothing else names. Its facts
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
