-- What authorities do together is kept by the agenda, and read by the registry: same rows, same ids, same slugs.
alter table registry_activity rename to agenda_event;
alter table agenda_event rename column activity_id to event_id;
alter index registry_activity_pkey rename to agenda_event_pkey;
alter index registry_activity_network_id_slug_key rename to agenda_event_network_id_slug_key;
alter index registry_activity_by_start rename to agenda_event_by_start;
alter index registry_activity_by_place rename to agenda_event_by_place;
alter table agenda_event rename constraint registry_activity_network_id_fkey to agenda_event_network_id_fkey;
alter table agenda_event rename constraint registry_activity_place_id_fkey to agenda_event_place_id_fkey;

alter table registry_activity_cooperation rename to agenda_event_cooperation;
alter table agenda_event_cooperation rename column activity_id to event_id;
alter index registry_activity_cooperation_pkey rename to agenda_event_cooperation_pkey;
alter index registry_activity_cooperation_by_cooperation rename to agenda_event_cooperation_by_cooperation;
alter table agenda_event_cooperation rename constraint registry_activity_cooperation_activity_id_fkey to agenda_event_cooperation_event_id_fkey;
alter table agenda_event_cooperation rename constraint registry_activity_cooperation_cooperation_id_fkey to agenda_event_cooperation_cooperation_id_fkey;

alter table registry_activity_organisation rename to agenda_event_organisation;
alter table agenda_event_organisation rename column activity_id to event_id;
alter index registry_activity_organisation_pkey rename to agenda_event_organisation_pkey;
alter index registry_activity_organisation_by_organisation rename to agenda_event_organisation_by_organisation;
alter table agenda_event_organisation rename constraint registry_activity_organisation_activity_id_fkey to agenda_event_organisation_event_id_fkey;
alter table agenda_event_organisation rename constraint registry_activity_organisation_organisation_id_fkey to agenda_event_organisation_organisation_id_fkey;

-- What sources say differently of an event is read on the page of its tie: its texts are the tie's.
update translations_text set record_kind = 'cooperation', record_id = (
  select min(link.cooperation_id::text)::uuid from agenda_event_cooperation link where link.event_id = translations_text.record_id
)
where record_kind = 'activity' and path like 'disputes.%' and exists (
  select 1 from agenda_event_cooperation link join translations_record r
    on r.network_id = translations_text.network_id and r.record_kind = 'cooperation'
  where link.event_id = translations_text.record_id and r.record_id = (
    select min(other.cooperation_id::text)::uuid from agenda_event_cooperation other where other.event_id = translations_text.record_id
  )
);

-- Instants, with the zone in which they were decided; null where only days are known.
alter table agenda_event add column starts_at timestamptz;
alter table agenda_event add column ends_at timestamptz;
alter table agenda_event add column zone text;
-- What was said before it was moved.
alter table agenda_event add column previous_happens text;
alter table agenda_event add column previous_words jsonb not null default '{}';
alter table agenda_event add column previous_starts_at timestamptz;
alter table agenda_event add column moved_at timestamptz;
alter table agenda_event add column moved_by text;
alter table agenda_event add column cancelled_at timestamptz;
alter table agenda_event add column cancelled_by text;
-- on_site, online, both; null where nobody says.
alter table agenda_event add column attendance text;
alter table agenda_event add column conference_url text;
alter table agenda_event add column venue jsonb not null default '{}';
alter table agenda_event add column summary jsonb not null default '{}';
alter table agenda_event add column languages text[] not null default '{}';
alter table agenda_event add column interpretation text[] not null default '{}';
alter table agenda_event add column themes text[] not null default '{}';
-- public, network, hosts: who reads it once it is published.
alter table agenda_event add column visibility text not null default 'public';
alter table agenda_event add column published_at timestamptz;
alter table agenda_event add column published_by text;
-- Counts what those who come must know: date, place, cancellation (SEQUENCE of RFC 5545).
alter table agenda_event add column sequence integer not null default 0;
-- What it is found by; filled at the next start for events that were there before.
alter table agenda_event add column search text not null default '';
alter table agenda_event add column grams text[] not null default '{}';
create index agenda_event_by_grams on agenda_event using gin (grams);
update agenda_event set published_at = created_at, published_by = 'operator';
