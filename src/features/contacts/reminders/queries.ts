import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { elections } from '../elections.ts'

/** A person who looks after contacts, as the recipient of a mail. */
export interface Caretaker {
  personId: string
  name: string
  address: string
  language: string
}

/** The present coordinators and chairs of a network. */
export async function listCoordinators(context: Context, networkId: string): Promise<Caretaker[]> {
  const { rows } = await sql<Caretaker>`
    select distinct person.id as "personId", person.name, person.email as address, person.language
    from people_role r join people_person person on person.id = r.person_id
    where r.network_id = ${networkId} and r.role in ('chair', 'coordinator') and ${isCurrent(context)}
    order by person.id
  `.execute(context.database)
  return rows
}

/** A contact that nobody has confirmed for a year, or since an election. */
export interface StaleContact {
  networkId: string
  networkSlug: string
  networkName: LocalizedName
  postId: string
  organisation: LocalizedName
  function: LocalizedText
  confirmedAt: Date
  /** The last local election (ISO day), if an elected person’s contact was not confirmed since. */
  election: string | null
  /** Those who speak for the organisation; empty if nobody does. */
  caretakers: Caretaker[]
}

/** Contacts of all networks that are to be confirmed again, with those who look after them. */
export async function listStaleContacts(context: Context): Promise<StaleContact[]> {
  const now = context.clock.now()
  const yearAgo = now.toZonedDateTimeISO('UTC').subtract({ years: 1 }).toInstant()
  const { rows } = await sql<StaleContact>`
    select n.network_id as "networkId", n.slug as "networkSlug", n.name as "networkName",
      p.post_id as "postId", o.name as organisation, p.function, c.confirmed_at as "confirmedAt",
      missed.day as election,
      (
        select coalesce(json_agg(distinct jsonb_build_object(
          'personId', person.id, 'name', person.name, 'address', person.email, 'language', person.language
        )), '[]')
        from people_role r
        join people_role_organisation ro on ro.role_id = r.role_id and ro.organisation_id = p.organisation_id
        join people_person person on person.id = r.person_id
        where r.network_id = p.network_id and r.role in ('member', 'contributor') and ${isCurrent(context)}
      ) as caretakers
    from contacts_person c
    join contacts_holding h on h.contact_id = c.contact_id and h.left_at is null
    join contacts_post p on p.post_id = h.post_id
    join networks_network n on n.network_id = p.network_id
    join directory_organisation o on o.organisation_id = p.organisation_id
    left join lateral (
      select max(vote.day) as day
      from json_to_recordset(${JSON.stringify(elections)}::json) as vote(country text, day text, over timestamptz)
      where p.kind = 'elected' and vote.country = o.country
        and vote.over > c.confirmed_at and vote.over <= ${now.toString()}
    ) missed on true
    where c.removed_at is null and (c.confirmed_at <= ${yearAgo.toString()} or missed.day is not null)
    order by n.slug, o.country, o.slug, p.position, p.post_id
  `.execute(context.database)
  return rows
}

function isCurrent({ clock }: Context) {
  const now = clock.now().toString()
  return sql`r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})`
}
