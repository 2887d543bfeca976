import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { readEdtf } from '../../../platform/dates/index.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { authorize, Refusal } from '../../../platform/refusal.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import type { Theme } from '../../networks/index.ts'
import type { Intention, Status } from '../codes.ts'
import { mayWriteRegistry } from '../policy.ts'
import { type Searched, searchFieldsOf } from './search-fields.ts'

export interface NewCooperation {
  slug: string
  /** Presented by the group as one of its cooperations; false for ties known beside them. */
  listed: boolean
  /** In the order of the network's countries. `ecosystem`: linked to the tie without being a party. */
  parties: { organisation: OrganisationRef; capacity: 'party' | 'ecosystem'; knownOn: string }[]
  summary: LocalizedText
  /** EDTF, or null if no source says. */
  since: string | null
  sinceWords?: LocalizedText
  standings: NewStatus[]
  themes: { theme: Theme; wished: boolean; knownOn: string }[]
  actors: { organisation: OrganisationRef; role: LocalizedText; knownOn: string }[]
  prospects: { text: LocalizedText; horizon: string | null; knownOn: string }[]
  /** The tie came from an authority that ended; its successor is still to confirm it. */
  inheritance?: Inheritance | null
  knownOn: string
}

export interface NewStatus {
  status: Status
  intention: Intention | null
  reason: LocalizedText
  saidById: string | null
  statedOn: string
  knownOn: string
}

export interface Inheritance {
  fromId: string
  toId: string
  happenedOn: string
  reference: LocalizedText
  confirmedOn: string | null
}

/** Adds a cooperation with its own data; agreements, activities and evidence follow. Returns its id. */
export async function addCooperation(
  context: Context,
  networkId: string,
  cooperation: NewCooperation,
): Promise<string> {
  authorize(mayWriteRegistry(context.actor))
  if (cooperation.parties.length === 0)
    throw new Refusal('wrongInput', `The cooperation "${cooperation.slug}" has no party`)
  return inTransaction(context, async (inside) => {
    const cooperationId = newId()
    const now = inside.clock.now().toString()
    const since = cooperation.since ? readEdtf(cooperation.since) : null
    await inside.database
      .insertInto('registry_cooperation')
      .values({
        cooperation_id: cooperationId,
        network_id: networkId,
        slug: cooperation.slug,
        listed: cooperation.listed,
        summary: JSON.stringify(cooperation.summary),
        since: since?.edtf ?? null,
        since_from: since?.from ?? null,
        since_to: since?.to ?? null,
        since_words: JSON.stringify(cooperation.sinceWords ?? {}),
        inheritance: cooperation.inheritance ? JSON.stringify(cooperation.inheritance) : null,
        known_on: cooperation.knownOn,
        ...searchFieldsOf(cooperation),
        created_at: now,
        updated_at: now,
      })
      .execute()
    await inside.database
      .insertInto('registry_party')
      .values(
        cooperation.parties.map(({ organisation, capacity, knownOn }, position) => ({
          cooperation_id: cooperationId,
          organisation_id: organisation.id,
          network_id: networkId,
          country: organisation.country,
          capacity,
          position,
          known_on: knownOn,
        })),
      )
      .execute()
    await writeParts(inside, networkId, cooperationId, cooperation)
    await recordActivity(inside, {
      networkId,
      verb: 'added',
      subjectKind: 'cooperation',
      subjectId: cooperationId,
    })
    return cooperationId
  })
}

/** Records the state of a tie from a day on; earlier statements stay. */
export async function stateStatus(
  context: Context,
  cooperationId: string,
  status: NewStatus,
): Promise<string> {
  authorize(mayWriteRegistry(context.actor))
  const standingId = newId()
  await context.database
    .insertInto('registry_standing')
    .values({
      standing_id: standingId,
      cooperation_id: cooperationId,
      status: status.status,
      intention: status.intention,
      reason: JSON.stringify(status.reason),
      said_by: status.saidById,
      stated_on: status.statedOn,
      known_on: status.knownOn,
    })
    .execute()
  return standingId
}

async function writeParts(
  context: Context,
  networkId: string,
  cooperationId: string,
  cooperation: NewCooperation,
): Promise<void> {
  for (const status of cooperation.standings) await stateStatus(context, cooperationId, status)
  if (cooperation.themes.length > 0) {
    await context.database
      .insertInto('registry_theme')
      .values(
        cooperation.themes.map(({ theme, wished, knownOn }, position) => ({
          cooperation_id: cooperationId,
          network_id: networkId,
          theme,
          wished,
          position,
          known_on: knownOn,
        })),
      )
      .execute()
  }
  if (cooperation.actors.length > 0) {
    await context.database
      .insertInto('registry_actor')
      .values(
        cooperation.actors.map(({ organisation, role, knownOn }, position) => ({
          cooperation_id: cooperationId,
          organisation_id: organisation.id,
          role: JSON.stringify(role),
          position,
          known_on: knownOn,
        })),
      )
      .execute()
  }
  for (const [position, prospect] of cooperation.prospects.entries()) {
    const horizon = prospect.horizon ? readEdtf(prospect.horizon) : null
    await context.database
      .insertInto('registry_prospect')
      .values({
        prospect_id: newId(),
        cooperation_id: cooperationId,
        text: JSON.stringify(prospect.text),
        horizon: horizon?.edtf ?? null,
        horizon_from: horizon?.from ?? null,
        horizon_to: horizon?.to ?? null,
        position,
        known_on: prospect.knownOn,
      })
      .execute()
  }
}

/** Rebuilds a cooperation’s search text after one of its texts has changed. */
export async function refreshSearch(context: Context, cooperationId: string): Promise<void> {
  const { rows } = await sql<{
    summary: LocalizedText
    parties: Searched['parties']
    actors: Searched['actors']
  }>`
    select c.summary,
      coalesce((
        select jsonb_agg(jsonb_build_object('capacity', p.capacity, 'organisation', ${reference}) order by p.position)
        from registry_party p join directory_organisation o on o.organisation_id = p.organisation_id
        where p.cooperation_id = c.cooperation_id
      ), '[]') as parties,
      coalesce((
        select jsonb_agg(jsonb_build_object('role', a.role, 'organisation', ${reference}) order by a.position)
        from registry_actor a join directory_organisation o on o.organisation_id = a.organisation_id
        where a.cooperation_id = c.cooperation_id
      ), '[]') as actors
    from registry_cooperation c where c.cooperation_id = ${cooperationId}
  `.execute(context.database)
  for (const searched of rows)
    await context.database
      .updateTable('registry_cooperation')
      .set({ ...searchFieldsOf(searched), updated_at: context.clock.now().toString() })
      .where('cooperation_id', '=', cooperationId)
      .execute()
}

const reference = sql`jsonb_build_object('id', o.organisation_id, 'slug', o.slug, 'country', o.country, 'kind', o.kind,
  'name', o.name, 'shortName', o.short_name, 'codes', o.codes)`
