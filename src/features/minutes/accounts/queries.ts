import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { selectReference } from '../meetings/queries.ts'

export interface Account {
  sourceId: string
  /** The source itself, or the one that it retells in other words. */
  rootId: string
  rootSlug: string
  slug: string
  title: LocalizedText
  kind: string
  language: string
  publisher: string
  url: string | null
  organisation: OrganisationRef | null
  isMinutes: boolean
  /** Its titles in reading order, each with the position of its first passage; empty where no text is held. */
  outline: { heading: string[]; position: number }[]
}

/** The accounts of a meeting, as known on the context’s day. */
export async function listAccounts({ database, today }: Context, meetingId: string): Promise<Account[]> {
  const { rows } = await sql<Account>`
    select s.source_id as "sourceId", coalesce(root.source_id, s.source_id) as "rootId",
      coalesce(root.slug, s.slug) as "rootSlug", s.slug, s.title, s.kind, s.language, s.publisher,
      s.url, ${selectReference('o')} as organisation, a.is_minutes as "isMinutes",
      coalesce((
        select json_agg(json_build_object('heading', first.heading, 'position', first.position) order by first.position)
        from (
          select p.heading, min(p.position) as position from registry_passage p
          where p.source_id = s.source_id group by p.heading
        ) first
      ), '[]') as outline
    from minutes_account a
    join registry_source s on s.source_id = a.source_id
    left join registry_source root on root.source_id = s.retells_id
    left join directory_organisation o on o.organisation_id = a.organisation_id
    where a.meeting_id = ${meetingId} and a.known_on <= ${today} and s.known_on <= ${today}
    order by a.position
  `.execute(database)
  return rows
}

/** A fact of the registry that rests on accounts of a meeting. */
export interface ToldFact {
  kind: 'note' | 'activity' | 'agreement' | 'decision' | 'cooperation'
  id: string
  /** In one or several languages; the names of the parties for a cooperation. */
  text: LocalizedText | null
  value: string | null
  parties: LocalizedName[]
  /** The part of its page’s address after the network. */
  path: string
  /** The root ids of the accounts that tell it. */
  roots: string[]
}

/** The facts that only one of several accounts tells. */
export async function listToldFacts(
  { database, today }: Context,
  networkId: string,
  rootIds: readonly string[],
): Promise<ToldFact[]> {
  const { rows } = await sql<ToldFact>`
    with told as (
      select e.subject_kind as kind, e.subject_id as id, array_agg(distinct coalesce(s.retells_id, s.source_id)) as roots
      from registry_evidence e join registry_source s on s.source_id = e.source_id
      where e.network_id = ${networkId} and e.known_on <= ${today} and e.stance = 'supports'
        and coalesce(s.retells_id, s.source_id) = any(${[...rootIds]}::uuid[])
      group by e.subject_kind, e.subject_id
    )
    select told.kind, told.id, told.roots, fact.text, fact.value, coalesce(fact.parties, '[]') as parties, fact.path
    from told cross join lateral (
      select n.label as text, n.value, null::json as parties, '/group' as path
        from registry_note n where told.kind = 'note' and n.note_id = told.id
      union all select v.title, null, null, '/agenda/' || v.slug
        from agenda_event v where told.kind = 'activity' and v.event_id = told.id and v.visibility = 'public' and v.published_at is not null
      union all select g.title, null, null, '/cooperations/' || c.slug
        from registry_agreement g join registry_cooperation c on c.cooperation_id = g.cooperation_id
        where told.kind = 'agreement' and g.agreement_id = told.id
      union all select d.text, null, null, '/group'
        from minutes_decision d where told.kind = 'decision' and d.decision_id = told.id
      union all select null, null, (
          select json_agg(o.name || o.short_name order by p.position) from registry_party p
          join directory_organisation o on o.organisation_id = p.organisation_id
          where p.cooperation_id = c.cooperation_id and p.capacity = 'party'
        ), '/cooperations/' || c.slug
        from registry_cooperation c where told.kind = 'cooperation' and c.cooperation_id = told.id
    ) fact
    order by told.kind, told.id
  `.execute(database)
  return rows
}
