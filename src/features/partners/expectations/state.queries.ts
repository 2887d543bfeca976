import { type RawBuilder, sql } from 'kysely'

/** SQL: what the state of the expectation `x` is read from, as known on an ISO day: `consent`, `relay`, `closing` and `requests`. */
export function selectParts(today: string): RawBuilder<unknown> {
  return sql`
    left join partners_expectation_consent consent on consent.expectation_id = x.expectation_id
    left join partners_expectation_relay relay on relay.expectation_id = x.expectation_id and relay.ended_at is null
      and relay.relayed_on <= ${today}
    left join partners_expectation_closing closing on closing.expectation_id = x.expectation_id and closing.closed_on <= ${today}
    left join lateral (
      select count(*)::int as asked, count(r.answer)::int as answered, count(r.relay_id)::int as relayed,
        bool_or(r.relay_id is null and r.answer = 'no') as "isDeclined",
        coalesce(json_agg(json_build_object('id', o.organisation_id, 'slug', o.slug, 'country', o.country, 'kind', o.kind,
          'name', o.name, 'shortName', o.short_name, 'codes', o.codes, 'isPart', r.answer = 'partly')
          order by r.answer = 'partly', r.answered_at, r.request_id)
          filter (where r.answer in ('yes', 'partly') and (r.relay_id is null or round.ended_at is not null)), '[]') as takers,
        bool_or(r.answer = 'yes' and (r.relay_id is null or round.ended_at is not null)) as "isWhole"
      from partners_expectation_request r
      join directory_organisation o on o.organisation_id = r.organisation_id
      left join partners_expectation_relay round on round.relay_id = r.relay_id
      where r.expectation_id = x.expectation_id and r.asked_on <= ${today}
    ) requests on true`
}

/** SQL: how `x` stands, from those parts. */
export function selectState(): RawBuilder<unknown> {
  return sql`case
    when closing.outcome is not null then closing.outcome
    when relay.relay_id is not null then 'relayed'
    when requests."isWhole" then 'taken_up'
    when json_array_length(requests.takers) > 0 then 'taken_up_in_part'
    when requests.relayed > 0 then 'untaken'
    when requests."isDeclined" then 'declined'
    else 'asked' end`
}
