import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import type { LocalizedName } from '../../platform/i18n/localized-text.ts'
import type { RecordNetwork } from '../../platform/records/record-head.ts'
import type { Party } from './cooperations/summary.queries.ts'
import { tieNames } from './records/tie-names.ts'

interface Place {
  kind: string
  id: string
}

/** The text records of some ties: their own, and those of their exchanges. */
export async function listTextsOfTies(
  { database }: Context,
  _network: RecordNetwork,
  ids: readonly string[],
): Promise<Place[]> {
  const rows = await database
    .selectFrom('agenda_event_cooperation')
    .select('event_id as id')
    .distinct()
    .where('cooperation_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return [
    ...ids.map((id) => ({ kind: 'cooperation', id })),
    ...rows.map((row) => ({ kind: 'activity', id: row.id })),
  ]
}

/** The ties that a text record is part of. */
export async function listTiesWith(
  { database }: Context,
  _network: RecordNetwork,
  text: Place,
): Promise<string[]> {
  if (text.kind === 'cooperation') return [text.id]
  if (text.kind !== 'activity') return []
  const rows = await database
    .selectFrom('agenda_event_cooperation')
    .select('cooperation_id as id')
    .where('event_id', '=', text.id)
    .orderBy('cooperation_id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The text records of some organisations: their descriptions, and what they seek in each network. */
export async function listTextsOfOrganisations(
  { database }: Context,
  network: RecordNetwork,
  ids: readonly string[],
): Promise<Place[]> {
  const rows = await database
    .selectFrom('registry_interest')
    .select('interest_id as id')
    .where('organisation_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('network_id', '=', network.id)
    .execute()
  return [
    ...ids.map((id) => ({ kind: 'organisation', id })),
    ...rows.map((row) => ({ kind: 'interest', id: row.id })),
  ]
}

/** The organisation that a text record is part of. */
export async function listOrganisationsWith(
  { database }: Context,
  _network: RecordNetwork,
  text: Place,
): Promise<string[]> {
  if (text.kind === 'organisation') return [text.id]
  if (text.kind !== 'interest') return []
  const rows = await database
    .selectFrom('registry_interest')
    .select(sql<string>`organisation_id`.as('id'))
    .where('interest_id', '=', text.id)
    .execute()
  return rows.map(({ id }) => id)
}

/** The names of a network’s ties, or of some of them, by their ids. */
export async function listTieNames(
  { database }: Context,
  networkId: string,
  ids: readonly string[] | undefined,
): Promise<Map<string, LocalizedName>> {
  const { rows } = await sql<{ id: string; parties: Pick<Party, 'name' | 'shortName' | 'capacity'>[] }>`
    select p.cooperation_id as id, jsonb_agg(
      jsonb_build_object('name', o.name, 'shortName', o.short_name, 'capacity', p.capacity) order by p.position
    ) as parties
    from registry_cooperation c join registry_party p on p.cooperation_id = c.cooperation_id
      join directory_organisation o on o.organisation_id = p.organisation_id
    where c.network_id = ${networkId} ${ids === undefined ? sql`` : sql`and c.cooperation_id = any(${[...ids]}::uuid[])`}
    group by p.cooperation_id
  `.execute(database)
  return new Map(rows.map(({ id, parties }) => [id, tieNames(parties)]))
}
