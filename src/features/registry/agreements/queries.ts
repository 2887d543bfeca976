import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { AgreementKind, AgreementState } from '../codes.ts'

export interface Signatory {
  slug: string
  country: string
  name: LocalizedName
  shortName: LocalizedName
  /** Who signed for it, by function; empty if no source says. */
  signatory: LocalizedText
}

export interface AgreementStep {
  state: AgreementState
  happened: string | null
  happenedFrom: string | null
  words: LocalizedText
}

export interface Agreement {
  id: string
  cooperationId: string
  parentId: string | null
  kind: AgreementKind
  title: LocalizedText
  object: LocalizedText
  plannedAmount: string | null
  currency: string | null
  parties: Signatory[]
  /** Its life as known on the day, oldest first; the last step is its present state. */
  steps: AgreementStep[]
}

/** The instruments of cooperations as known on the context's day, those of other bodies after the tie's own. */
export async function listAgreements(context: Context, cooperationIds: string[]): Promise<Agreement[]> {
  if (cooperationIds.length === 0) return []
  const { rows } = await sql<Agreement>`
    select a.agreement_id as id, a.cooperation_id as "cooperationId", a.parent_id as "parentId", a.kind, a.title, a.object,
      a.planned_amount as "plannedAmount", a.currency,
      coalesce((select json_agg(json_build_object('slug', o.slug, 'country', o.country, 'name', o.name, 'shortName', o.short_name,
          'signatory', p.signatory) order by p.position)
        from registry_agreement_party p join directory_organisation o on o.organisation_id = p.organisation_id
        where p.agreement_id = a.agreement_id), '[]') as parties,
      coalesce((select json_agg(json_build_object('state', s.state, 'happened', s.happened, 'happenedFrom', s.happened_from,
          'words', s.words) order by ${selectStepOrder()})
        from ${selectSteps(context.today)} s
        where s.happened_from is null or s.happened_from <= ${context.today}), '[]') as steps
    from registry_agreement a
    where a.cooperation_id = any(${cooperationIds}::uuid[]) and a.known_on <= ${context.today}
    order by a.cooperation_id, a.parent_id nulls first, a.position
  `.execute(context.database)
  return rows
}

/** SQL: the steps of the agreement `a` that are known on a day, each with the latest date of a step written before it. */
export function selectSteps(today: string) {
  return sql`(select step.*, max(step.happened_from) over (order by step.position) as reached
    from registry_agreement_step step where step.agreement_id = a.agreement_id and step.known_on <= ${today})`
}

/** SQL: the order of an agreement's life: by date; a step without one stays behind the step it was written after. */
export function selectStepOrder() {
  return sql`coalesce(s.happened_from, s.reached) nulls first, s.position`
}

/** SQL: the reverse of `selectStepOrder`. */
export function selectLatestStepOrder() {
  return sql`coalesce(s.happened_from, s.reached) desc nulls last, s.position desc`
}
