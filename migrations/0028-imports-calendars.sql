-- Calendars of others that coordinators bring into the agenda: a file, an address read once, or one that is followed.

create table imports_calendar (
  calendar_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  -- file, address, subscription
  kind text not null,
  -- What the calendar calls itself, else its file or its host.
  title text not null,
  file_name text,
  -- May hold a secret: for those who look after the network.
  address text,
  -- The language in which its words are taken to be where they do not say.
  language text not null,
  -- public, network: who reads what comes of it.
  visibility text not null,
  remarks jsonb not null default '[]',
  made_by text not null,
  made_at timestamptz not null,
  -- What waits for a worker: import or return; null when nothing does.
  waits_for text,
  -- When a worker was last heard of: one that died leaves its work to others.
  claimed_at timestamptz,
  rows_done integer not null default 0,
  rows_total integer not null default 0,
  -- Why the work, or the last attempt to fetch, ended before its end.
  trouble text,
  trouble_detail text not null default '',
  source_id uuid references registry_source (source_id),
  imported_at timestamptz,
  taken_back_at timestamptz,
  -- Of a subscription.
  etag text,
  modified text,
  -- Of the bytes that were read last.
  sha256 text,
  fetched_at timestamptz,
  succeeded_at timestamptz,
  next_fetch_at timestamptz,
  failures integer not null default 0,
  paused_at timestamptz,
  -- What came of the last change: how many were added, changed, cancelled, removed, left alone.
  changes jsonb,
  changed_at timestamptz
);
create index imports_calendar_by_network on imports_calendar (network_id, calendar_id desc);
create index imports_calendar_by_work on imports_calendar (waits_for) where waits_for is not null;
create index imports_calendar_by_fetch on imports_calendar (next_fetch_at) where kind = 'subscription';
create index imports_calendar_by_source on imports_calendar (source_id);

-- What a calendar says, an event or an occurrence of one, and the event of the agenda that came of it.
create table imports_calendar_entry (
  calendar_id uuid not null references imports_calendar (calendar_id) on delete cascade,
  -- The uid, and of a series which occurrence.
  entry_key text not null,
  position integer not null,
  -- added, changed, cancelled, same, older, followed, edited, own
  outcome text not null,
  document jsonb not null,
  digest text not null,
  sequence integer not null,
  stated_at timestamptz,
  -- What is to be written still.
  chosen boolean not null default false,
  event_id uuid references agenda_event (event_id) on delete set null,
  applied_at timestamptz,
  -- The event as it was before, where there was one.
  before jsonb,
  primary key (calendar_id, entry_key)
);
create index imports_calendar_entry_by_key on imports_calendar_entry (entry_key) where applied_at is not null;
create index imports_calendar_entry_by_choice on imports_calendar_entry (calendar_id, position) where chosen;
create index imports_calendar_entry_by_event on imports_calendar_entry (event_id) where event_id is not null;
