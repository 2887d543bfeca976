import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { isId } from '../../../platform/context/identifier.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { OrganisationRef } from '../../directory/index.ts'

export const useStates = ['considering', 'trying', 'adopted', 'adapted', 'given_up'] as const
export type UseState = (typeof useStates)[number]

/** That an authority took a practice up: said by one of the two, confirmed by the other. */
export interface PracticeUse {
  id: string
  taker: OrganisationRef
  state: UseState
  /** EDTF. */
  since: string | null
  /** Why it was given up. */
  reason: LocalizedText
  changed: LocalizedText
  outcome: LocalizedText
  evidence: string
  /** The organisation that said it. */
  saidFor: string
  /** ISO day on which the other one confirmed it. */
  confirmedOn: string | null
  knownOn: string
}

/** The uses of a sheet, confirmed ones first, the oldest first. */
export async function listUses({ database, today }: Context, sheetId: string): Promise<PracticeUse[]> {
  const { rows } = await sql<PracticeUse>`
    select u.use_id as id, u.state, u.since, u.reason, u.changed, u.outcome, u.evidence, u.said_for as "saidFor",
      case when u.confirmed_on <= ${today} then u.confirmed_on end as "confirmedOn", u.known_on as "knownOn",
      json_build_object('id', o.organisation_id, 'slug', o.slug, 'country', o.country, 'kind', o.kind, 'name', o.name,
        'shortName', o.short_name, 'codes', o.codes) as taker
    from practices_use u join directory_organisation o on o.organisation_id = u.organisation_id
    where u.sheet_id = ${sheetId} and u.known_on <= ${today}
    order by u.confirmed_on is null, u.known_on, u.use_id
  `.execute(database)
  return rows
}

/** One use of a sheet, or null. */
export async function lookUpUse(context: Context, sheetId: string, id: string): Promise<PracticeUse | null> {
  if (!isId(id)) return null
  return (await listUses(context, sheetId)).find((use) => use.id === id) ?? null
}

/** In how many sheets an organisation is the holder, a partner or one that took a practice up; only published ones. */
export async function countPracticesOf(
  { database, today }: Context,
  networkId: string,
  organisationId: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from practices_sheet s
    where s.network_id = ${networkId} and s.publication = 'published' and s.known_on <= ${today} and (s.holder_id = ${organisationId}
      or exists (select from practices_partner p where p.sheet_id = s.sheet_id and p.organisation_id = ${organisationId})
      or exists (select from practices_use u where u.sheet_id = s.sheet_id and u.organisation_id = ${organisationId}
        and u.confirmed_on <= ${today} and u.state in ('adopted', 'adapted')))
  `.execute(database)
  return rows[0]?.count ?? 0
}
