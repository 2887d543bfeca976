import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataRecord,
  type DataSubject,
} from '../../../platform/personal-data/personal-data.ts'

/** The polls that a person was invited to or has answered, with their answers, and those that they made. */
export async function listPollData(
  { database }: Context,
  { personId, addresses }: DataSubject,
): Promise<CollectedData[]> {
  const { rows } = await sql<DataRecord>`
    select n.name as network, p.title as subject, coalesce(person.name, v.name) as name, v.address, v.country, v.language,
      o.name as organisation, concat_ws(' · ', nullif(v.word, ''), (
        select string_agg(concat_ws(' – ', coalesce(a.starts_at::text, a.first_day::text), said.answer, nullif(said.word, '')), ' · '
          order by a.position)
        from agenda_poll_answer said join agenda_poll_option a on a.option_id = said.option_id
        where said.voter_id = v.voter_id)) as text,
      v.answered_at as "writtenAt"
    from agenda_poll_voter v
    join agenda_poll p on p.poll_id = v.poll_id
    join networks_network n on n.network_id = p.network_id
    left join people_person person on person.id = v.person_id
    left join directory_organisation o on o.organisation_id = v.organisation_id
    where v.person_id = ${personId}::uuid or lower(v.address) = any(${[...addresses]}::text[])
    order by v.voter_id
  `.execute(database)
  const made = await database
    .selectFrom('agenda_poll as p')
    .innerJoin('networks_network as n', 'n.network_id', 'p.network_id')
    .select(['n.name as network', 'p.title as subject', 'p.made_at as madeAt'])
    .where(sql<boolean>`p.made_by = ${personId}::uuid`)
    .orderBy('p.poll_id')
    .execute()
  return [...collected('pollAnswers', rows), ...collected('polls', made)]
}
