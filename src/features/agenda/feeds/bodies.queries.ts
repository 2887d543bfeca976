import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { FeedEvent } from './feed-event.ts'

type Named = NonNullable<FeedEvent['place']>
type Host = FeedEvent['organisations'][number]

/** The bodies that hold events, or where they are: one object for all events of a body. */
export interface Bodies {
  byId: Map<string, Named>
  /** By the id of an event. */
  hosts: Map<string, Host[]>
}

/** Who holds some events: ids side by side. */
export interface Holdings {
  events: string[]
  bodies: string[]
  roles: string[]
}

/** Who holds the events `e` of a condition. */
export async function listHoldings(context: Context, condition: RawBuilder<unknown>): Promise<Holdings> {
  const { rows } = await sql<Record<keyof Holdings, string | null>>`
    select string_agg(event_id::text, ' ') as events, string_agg(organisation_id::text, ' ') as bodies,
      string_agg(role, ' ') as roles
    from (
      select part.event_id, part.organisation_id, part.role
      from agenda_event e join agenda_event_organisation part on part.event_id = e.event_id
      where ${condition} and part.role in ('host', 'co_organiser') order by part.position
    ) as held
  `.execute(context.database)
  const listOf = (name: keyof Holdings) => rows[0]?.[name]?.split(' ') ?? []
  return { events: listOf('events'), bodies: listOf('bodies'), roles: listOf('roles') }
}

/** The names of the holders of events, and of the places. */
export async function findBodies(
  context: Context,
  { events, bodies, roles }: Holdings,
  placeIds: readonly (string | null)[],
): Promise<Bodies> {
  const byId = await findNames(context, new Set([...bodies, ...placeIds]))
  const shared = new Map<string, Host>()
  const hosts: Bodies['hosts'] = new Map()
  for (const [index, of] of events.entries()) {
    const [id = '', role = ''] = [bodies[index], roles[index]]
    const host = shared.get(id + role) ?? { ...(byId.get(id) ?? nameless), role }
    shared.set(id + role, host)
    if (!hosts.get(of)?.push(host)) hosts.set(of, [host])
  }
  return { byId, hosts }
}

const nameless: Named = { name: {}, shortName: {} }

async function findNames(context: Context, ids: ReadonlySet<string | null>): Promise<Bodies['byId']> {
  const { rows } = await sql<Named & { id: string }>`
    select organisation_id as id, name, short_name as "shortName" from directory_organisation
    where organisation_id = any(${[...ids].filter((id) => id !== null)}::uuid[])
  `.execute(context.database)
  return new Map(rows.map(({ id, ...names }) => [id, names]))
}
