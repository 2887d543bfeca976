import { sql } from 'kysely'
import { noDay, ofOrganisation, type ToDoSource } from '../../../platform/http/to-do-source.ts'
import { selectAwaited } from './queries.ts'

/** Ties that a party has not spoken of, apart from the one that claims them and the country whose source tells them. */
export const confirmationToDo: ToDoSource = {
  kind: 'registry.confirm',
  label: 'registry.toDo.confirm',
  action: 'registry.toDo.confirmNow',
  subjects: ['cooperation'],
  lines: (networkId) => sql`
    select c.cooperation_id as record_id, ${ofOrganisation('p.organisation_id')} as waits_for,
      (select jsonb_object_agg(each.language, each.names) from (
        select named.key as language, string_agg(named.value, ' – ' order by other.position) as names
        from registry_party other join directory_organisation o on o.organisation_id = other.organisation_id
        cross join lateral jsonb_each_text(o.name) as named
        where other.cooperation_id = c.cooperation_id and other.capacity = 'party' group by named.key
      ) as each) as title,
      '/cooperations/' || c.slug || '/confirmation' as path, claimant.name as asker, c.known_on as since, c.known_on as shows_on,
      ${noDay} as due_on, ${noDay} as ends_on
    from registry_cooperation c
    join networks_network n on n.network_id = c.network_id
    join registry_party p on p.cooperation_id = c.cooperation_id and p.capacity = 'party'
    left join directory_organisation claimant on claimant.organisation_id = c.claimed_by
    where c.network_id = ${networkId} and ${selectAwaited()}
  `,
}
