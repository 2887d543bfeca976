import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { selectFields } from '../../../platform/records/fields/columns.ts'
import type { DocumentOf } from '../../../platform/records/fields/field.ts'
import { code, vagueDate, webAddress } from '../../../platform/records/fields/kinds.ts'
import { publicText } from '../../../platform/records/fields/public-text.ts'
import { type OrganisationRef, selectRef } from '../../directory/index.ts'
import { type Practice, selectPractices } from '../sheets/queries.ts'

const useStates = ['considering', 'trying', 'adopted', 'adapted', 'given_up'] as const

/** What is said of a use. */
export const useFields = {
  state: code(useStates, { label: 'practices.use.state', words: (state) => `practices.use.states.${state}` }),
  since: vagueDate({ label: 'practices.use.since' }),
  /** Why it was given up. */
  reason: publicText({ label: 'practices.use.reason', max: 800 }),
  changed: publicText({ label: 'practices.use.changed', max: 800 }),
  outcome: publicText({ label: 'practices.use.outcome', max: 800 }),
  evidence: webAddress({ label: 'practices.field.evidence' }),
}

/** That an authority took a practice up: said by one of the two, confirmed by the other. */
export interface PracticeUse extends DocumentOf<typeof useFields> {
  id: string
  taker: OrganisationRef
  /** The organisation that said it. */
  saidFor: string
  /** ISO day on which the other one confirmed it. */
  confirmedOn: string | null
  knownOn: string
}

/** The uses of a sheet, confirmed ones first, the oldest first. */
export async function listUses({ database, today }: Context, sheetId: string): Promise<PracticeUse[]> {
  const { rows } = await sql<PracticeUse>`
    select u.use_id as id, ${selectFields(useFields, 'u')}, u.said_for as "saidFor",
      case when u.confirmed_on <= ${today} then u.confirmed_on end as "confirmedOn", u.known_on as "knownOn", ${selectRef('o')} as taker
    from practices_use u join directory_organisation o on o.organisation_id = u.organisation_id
    where u.sheet_id = ${sheetId} and u.known_on <= ${today}
    order by u.confirmed_on is null, u.known_on, u.use_id
  `.execute(database)
  return rows
}

/** The published sheets of those who took part in an event beside an organisation that did: what it may have seen there. */
export function listSeen(
  context: Context,
  networkId: string,
  { eventId, organisationId }: { eventId: string; organisationId: string },
): Promise<Practice[]> {
  const condition = sql`s.network_id = ${networkId} and s.publication = 'published' and s.holder_id <> ${organisationId}
    and s.holder_id in (select part.organisation_id from agenda_event_organisation part where part.event_id = ${eventId})`
  return selectPractices(context, { condition, limit: 20 })
}
