import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { type LocalizedName, type LocalizedText, plainText } from '../../../platform/i18n/localized-text.ts'
import type { RecordTexts } from '../../../platform/translation/text-owner.ts'
import { type TextRow, textsByRecord } from '../../../platform/translation/texts-by-record.ts'
import type { Party } from '../cooperations/row.queries.ts'
import { tieNames } from '../records/tie-names.ts'

interface Row extends TextRow {
  slug: string
}

/**
 * Every text of the cooperations of a network, their agreements, notes and disputes included, those about their
 * events too (once, where several ties share one); names of people are none.
 */
export async function listCooperationTexts(
  context: Context,
  networkId: string,
  recordIds?: readonly string[],
): Promise<RecordTexts[]> {
  const own = sql`c.network_id = ${networkId} ${only(sql`c.cooperation_id`, recordIds)}`
  const { rows } = await sql<Row>`
    with own as (select cooperation_id, slug, summary, since_words, inheritance, known_on from registry_cooperation c where ${own})
    select own.cooperation_id as "recordId", own.slug, t.path, t.text, greatest(own.known_on, t.known_on)::text as "knownOn"
    from own cross join lateral (
      select 0 as part, 0 as place, 'summary' as path, own.summary as text, own.known_on
      union all select 1, 0, 'sinceWords', own.since_words, own.known_on
      union all select 2, 0, 'inheritance.reference', own.inheritance -> 'reference', own.known_on
      union all select 3, position, 'agreements.' || agreement_id || '.title', title, known_on
        from registry_agreement where cooperation_id = own.cooperation_id
      union all select 4, position, 'agreements.' || agreement_id || '.object', object, known_on
        from registry_agreement where cooperation_id = own.cooperation_id
      union all select 5, s.position, 'agreements.' || s.agreement_id || '.steps.' || s.position || '.words', s.words, s.known_on
        from registry_agreement a join registry_agreement_step s on s.agreement_id = a.agreement_id
        where a.cooperation_id = own.cooperation_id
      union all select 6, position, 'actors.' || organisation_id || '.role', role, known_on
        from registry_actor where cooperation_id = own.cooperation_id
      union all select 7, 0, 'standings.' || standing_id || '.reason', reason, known_on
        from registry_standing where cooperation_id = own.cooperation_id
      union all select 8, position, 'prospects.' || prospect_id || '.text', text, known_on
        from registry_prospect where cooperation_id = own.cooperation_id
      union all select 9, position, 'notes.' || note_id || '.label', label, known_on
        from registry_note where subject_id = own.cooperation_id
      union all select 10, position, 'disputes.' || dispute_id || '.note', note, known_on
        from registry_dispute where subject_id = own.cooperation_id
          or subject_id in (select agreement_id from registry_agreement where cooperation_id = own.cooperation_id)
          or subject_id in (select event_id from agenda_event_cooperation link where link.cooperation_id = own.cooperation_id
            and not exists (select 1 from agenda_event_cooperation other where other.event_id = link.event_id
              and other.cooperation_id < link.cooperation_id))
    ) as t
    where t.text is not null and t.text <> '{}'
    order by own.cooperation_id, t.part, t.place
  `.execute(context.database)
  const labels = await listLabels(context, own)
  return textsByRecord(rows, { networkId, recordKind: 'cooperation' }, (row) => ({
    label: labels.get(row.recordId) ?? {},
    address: `/cooperations/${row.slug}`,
  }))
}

/** What authorities seek and offer, with the notes beside. */
export async function listInterestTexts(
  context: Context,
  networkId: string,
  recordIds?: readonly string[],
): Promise<RecordTexts[]> {
  const { rows } = await sql<Row & { name: LocalizedName }>`
    select i.interest_id as "recordId", o.slug, o.name, t.path, t.text, greatest(i.known_on, t.known_on)::text as "knownOn"
    from registry_interest i join directory_organisation o on o.organisation_id = i.organisation_id cross join lateral (
      select 0 as part, 0 as place, 'seeks' as path, i.seeks as text, i.known_on
      union all select 1, 0, 'offers', i.offers, i.known_on
      union all select 2, position, 'notes.' || note_id || '.label', label, known_on
        from registry_note where subject_id = i.interest_id
    ) as t
    where i.network_id = ${networkId} ${only(sql`i.interest_id`, recordIds)} and t.text <> '{}'
    order by i.interest_id, t.part, t.place
  `.execute(context.database)
  return textsByRecord(rows, { networkId, recordKind: 'interest' }, ({ slug, name }) => ({
    label: name,
    address: `/organisations/${slug}`,
  }))
}

/** What the group as such noted, and what sources say differently of anything that is part of no cooperation. */
export async function listGroupTexts(context: Context, networkId: string): Promise<RecordTexts[]> {
  const { rows } = await sql<Row & { name: LocalizedName }>`
    select n.network_id as "recordId", n.slug, n.name, t.path, t.text, t.known_on::text as "knownOn"
    from networks_network n cross join lateral (
      select 1 as part, position, 'notes.' || note_id || '.label' as path, label as text, known_on
        from registry_note where subject_id = n.network_id
      union all select 2, position, 'disputes.' || dispute_id || '.note', note, known_on
        from registry_dispute where network_id = n.network_id and subject_kind not in ('cooperation', 'agreement')
          and not exists (select 1 from agenda_event_cooperation link where link.event_id = subject_id)
    ) as t
    where n.network_id = ${networkId} and t.text <> '{}'
    order by t.part, t.position
  `.execute(context.database)
  return textsByRecord(rows, { networkId, recordKind: 'group' }, ({ name }) => ({
    label: name,
    address: '/group',
  }))
}

/** What sources are called, and what is noted of them. */
export async function listSourceTexts(
  context: Context,
  networkId: string,
  recordIds?: readonly string[],
): Promise<RecordTexts[]> {
  const { rows } = await sql<Row & { title: LocalizedText }>`
    select s.source_id as "recordId", s.slug, s.title, t.path, t.text, s.known_on::text as "knownOn"
    from registry_source s cross join lateral (values (0, 'title', s.title), (1, 'note', s.note)) as t (part, path, text)
    where s.network_id = ${networkId} ${only(sql`s.source_id`, recordIds)} and t.text <> '{}'
    order by s.source_id, t.part
  `.execute(context.database)
  return textsByRecord(rows, { networkId, recordKind: 'source' }, ({ slug, title }) => ({
    label: plainText(title),
    address: `/sources/${slug}`,
  }))
}

function only(column: RawBuilder<unknown>, ids: readonly string[] | undefined): RawBuilder<unknown> {
  return ids === undefined ? sql`` : sql`and ${column} = any(${[...ids]}::uuid[])`
}

async function listLabels(context: Context, own: RawBuilder<unknown>): Promise<Map<string, LocalizedName>> {
  const { rows } = await sql<{ id: string; parties: Pick<Party, 'name' | 'shortName' | 'capacity'>[] }>`
    select p.cooperation_id as id, jsonb_agg(
      jsonb_build_object('name', o.name, 'shortName', o.short_name, 'capacity', p.capacity) order by p.position
    ) as parties
    from registry_cooperation c join registry_party p on p.cooperation_id = c.cooperation_id
      join directory_organisation o on o.organisation_id = p.organisation_id
    where ${own}
    group by p.cooperation_id
  `.execute(context.database)
  return new Map(rows.map(({ id, parties }) => [id, tieNames(parties)]))
}
