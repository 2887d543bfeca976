import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { selectFree } from '../../../../platform/jobs/claims.ts'

/** What a worker needs to continue: the text and its group, the person who requested it, and the place to begin. */
export interface AcceptanceWork {
  textId: string
  networkId: string
  personId: string | null
  from: number
}

/** The texts whose sure facts are to be accepted, and that no worker has: all of them, or one. */
export async function listAcceptances(
  context: Context,
  textId: string | null = null,
): Promise<AcceptanceWork[]> {
  const { rows } = await sql<AcceptanceWork>`
    select text_id as "textId", network_id as "networkId", accepting_by as "personId", accepting_from as "from" from imports_text
    where accepting_since is not null and ${selectFree(context.clock.now())} ${textId === null ? sql`` : sql`and text_id = ${textId}`}
    order by accepting_since limit 20
  `.execute(context.database)
  return rows
}
