import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { type AgendaEvent, selectEvents } from '../row/queries.ts'

/** One event of a network by its slug, or 404: also for what the reader may not see, or is not known yet. */
export async function findEvent(context: Context, networkId: string, slug: string): Promise<AgendaEvent> {
  const [event] = await selectEvents(context, {
    condition: sql`e.network_id = ${networkId} and e.slug = ${slug}`,
    limit: 1,
  })
  return event ?? notFound(slug)
}

/** A tie that an event concerns, with its parties. */
export interface ConcernedTie {
  slug: string
  parties: { country: string; name: LocalizedName; shortName: LocalizedName }[]
}

/** The ties that an event concerns, as known on the context's day. */
export async function listConcernedTies(context: Context, eventId: string): Promise<ConcernedTie[]> {
  const { rows } = await sql<ConcernedTie>`
    select c.slug, coalesce((select json_agg(json_build_object('country', o.country, 'name', o.name, 'shortName', o.short_name)
        order by p.position)
      from registry_party p join directory_organisation o on o.organisation_id = p.organisation_id
      where p.cooperation_id = c.cooperation_id and p.capacity = 'party' and p.known_on <= ${context.today}), '[]') as parties
    from agenda_event_cooperation link join registry_cooperation c on c.cooperation_id = link.cooperation_id
    where link.event_id = ${eventId} and c.known_on <= ${context.today}
    order by c.slug
  `.execute(context.database)
  return rows
}
