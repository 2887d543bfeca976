import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { eventKey, type HeldEvents } from './event-plan.ts'

/** The events of a network, published or not, by title and date. */
export async function listHeldEvents(context: Context, networkId: string): Promise<HeldEvents> {
  const { rows } = await sql<{ id: string; title: LocalizedText; happens: string | null }>`
    select event_id as id, title, happens from agenda_event where network_id = ${networkId}
  `.execute(context.database)
  return new Map(
    rows.flatMap(({ id, title, happens }) =>
      Object.values(title).map(({ text }): [string, string] => [eventKey(text, happens), id]),
    ),
  )
}
