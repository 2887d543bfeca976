import { type RawBuilder, sql } from 'kysely'
import { noDay, ofOrganisation, secretariat, type ToDoSource } from '../../../platform/http/to-do-source.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'

const named = sql`(select r.label from translations_record r
  where r.network_id = s.network_id and r.record_kind = s.record_kind and r.record_id = s.record_id)`

const columns = sql`coalesce(${named}, s.document -> 'title', s.document -> 'name', '{}') as title,
  '/contributions/' || s.suggestion_id as path, null::jsonb as asker, s.confirmed_at::date as since, ${noDay} as shows_on,
  ${noDay} as due_on, ${noDay} as ends_on`

// Who changes a record decides on suggestions for it, as the policy of contributions says.
const owners = sql`(
  select party.organisation_id, party.cooperation_id as record_id from registry_party party
  union all select holder.organisation_id, holder.event_id from agenda_event_organisation holder
  union all select wish.organisation_id, wish.wish_id from partners_wish wish
  union all select body.organisation_id, body.organisation_id from directory_organisation body
)`

/** Changes by members and corrections by readers: they wait for the secretariat, and in a group that publishes at once for their owners. */
export const suggestionToDo: readonly ToDoSource[] = [
  // What came by a link with the changed record is a suggestion like that of a member.
  sourceOf(
    'contributions.suggestion',
    'contributions.toDo.suggestion',
    sql`(not s.is_from_reader or s.document is not null)`,
  ),
  sourceOf(
    'contributions.correction',
    'contributions.toDo.correction',
    sql`s.is_from_reader and s.document is null`,
  ),
]

function sourceOf(kind: string, label: PlainMessageKey, which: RawBuilder<unknown>): ToDoSource {
  return {
    kind,
    label,
    action: 'contributions.toDo.review',
    // A new suggestion is an activity of the record, a decision one of the suggestion.
    subjects: ['suggestion', 'cooperation', 'organisation', 'activity', 'wish', 'brief'],
    touched: (subjectIds) => sql`
      select s.suggestion_id from contributions_suggestion s
      where s.suggestion_id = any(${[...subjectIds]}::uuid[]) or s.record_id = any(${[...subjectIds]}::uuid[])
    `,
    lines: (networkId) => {
      const isOpen = sql`s.network_id = ${networkId} and s.confirmed_at is not null and s.decided_at is null
        and s.held_for is null and ${which}`
      return sql`
        select s.suggestion_id as record_id, ${secretariat}::text as waits_for, ${columns}
        from contributions_suggestion s where ${isOpen}
        union all
        select s.suggestion_id, ${ofOrganisation('owner.organisation_id')}, ${columns}
        from contributions_suggestion s
        join networks_network n on n.network_id = s.network_id and n.publication = 'at_once'
        join ${owners} as owner on owner.record_id = s.record_id
        where ${isOpen}
      `
    },
  }
}
