-- Tables that people import: the file, how it is read, what was asked and answered, and what came of it.

create table imports_table (
  import_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  -- Null once a list of people was imported: the contacts are kept, and the file is not.
  file_id uuid references platform_file (file_id),
  file_name text not null,
  -- cooperations, organisations, contacts
  kind text not null,
  sheet text,
  header_row integer not null,
  -- The number of a column, 0 for the first → what it holds.
  columns jsonb not null,
  defaults jsonb not null,
  -- A spelling → the slug of an organisation, new or leave.
  answers jsonb not null default '{}',
  -- Rows that are wrong or not clear are left out, rather than the whole table refused.
  leave_out boolean not null default false,
  -- The language that its words are in.
  language text not null,
  about jsonb not null,
  titles jsonb not null,
  -- The first rows, to show what the columns hold.
  preview jsonb not null,
  fingerprint text not null,
  made_by text not null,
  made_at timestamptz not null,
  -- What waits for a worker: check, import or return; null when nothing does.
  waits_for text,
  -- When it is taken back, what people changed since stays.
  keeps_changed boolean not null default true,
  -- When a worker was last heard of: one that died leaves its work to others.
  claimed_at timestamptz,
  rows_done integer not null default 0,
  -- How many rows there are, once they were counted.
  rows_total integer,
  report jsonb,
  -- Why the work ended before its end.
  trouble text,
  source_id uuid references registry_source (source_id),
  imported_at timestamptz,
  cancelled_at timestamptz,
  taken_back_at timestamptz
);
create index imports_table_by_network on imports_table (network_id, import_id desc);
create index imports_table_by_work on imports_table (waits_for) where waits_for is not null;
create index imports_table_by_file on imports_table (file_id);
create index imports_table_by_source on imports_table (source_id);

-- What an import added, so that it can be taken back.
create table imports_made (
  import_id uuid not null references imports_table (import_id),
  -- cooperation, organisation, post
  subject_kind text not null,
  subject_id uuid not null,
  row_number integer not null,
  primary key (import_id, subject_kind, subject_id)
);

-- How files of one shape were read last time in a network.
create table imports_mapping (
  network_id uuid not null references networks_network (network_id),
  fingerprint text not null,
  kind text not null,
  header_row integer not null,
  columns jsonb not null,
  defaults jsonb not null,
  used_at timestamptz not null,
  primary key (network_id, fingerprint)
);

-- What is removed by the thousand must not look for what refers to it in whole tables.
create index registry_agreement_by_parent on registry_agreement (parent_id) where parent_id is not null;
create index registry_cooperation_by_claimant on registry_cooperation (claimed_by) where claimed_by is not null;
create index registry_standing_by_speaker on registry_standing (said_by) where said_by is not null;
create index registry_note_by_cooperation on registry_note (cooperation_id) where cooperation_id is not null;
create index registry_activity_by_place on registry_activity (place_id) where place_id is not null;
