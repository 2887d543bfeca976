import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'

export const verbs = [
  'stated',
  'changed',
  'consentAsked',
  'consentGiven',
  'consentRefused',
  'consentWithdrawn',
  'relayed',
  'yes',
  'partly',
  'no',
  'translated',
  'reminded',
  'invited',
  'replied',
  'satisfied',
  'closedPartly',
  'unmet',
  'withdrawn',
  'reopened',
] as const
export type Verb = (typeof verbs)[number]

/** Something that happened to an expectation. */
export interface Step {
  id: string
  verb: Verb
  organisation: { name: LocalizedName; shortName: LocalizedName } | null
  /** Null for who came by a link, for what happened by itself, and once they have gone. */
  personName: string | null
  happenedAt: Date
}

/** What happened to an expectation, the first first. */
export async function listSteps(context: Context, expectationId: string): Promise<Step[]> {
  const { rows } = await sql<Step>`
    select s.step_id as id, s.verb, person.name as "personName", s.happened_at as "happenedAt",
      case when o.organisation_id is not null then json_build_object('name', o.name, 'shortName', o.short_name) end as organisation
    from partners_expectation_step s
    left join directory_organisation o on o.organisation_id = s.organisation_id
    left join people_person person on person.id = s.person_id
    where s.expectation_id = ${expectationId} order by s.step_id
  `.execute(context.database)
  return rows
}
