-- What people change in records: every version of them, suggestions and what is said about them, drafts.

-- Whether what members write about their own records is published at once or waits for a coordinator.
alter table networks_network add column publication text not null default 'at_once';

-- The record's row is locked while it is changed, so that changes come one after the other; number is its newest version.
create table contributions_record (
  record_kind text not null,
  record_id uuid not null,
  number integer not null,
  primary key (record_kind, record_id)
);

-- A record as it stood after each change. The first version is the record as it was before anybody changed it here.
create table contributions_version (
  version_id uuid primary key,
  record_kind text not null,
  record_id uuid not null,
  number integer not null,
  -- The network in which the change was made; null for what was loaded.
  network_id uuid references networks_network (network_id),
  document jsonb not null,
  -- Paths of what changed, so that lists need not compare documents.
  changed jsonb not null default '[]',
  -- loaded, outside, edit, suggestion, restoration
  origin text not null,
  reason text not null default '',
  actor text not null,
  person_id uuid,
  -- The organisation for which the person spoke.
  organisation_id uuid references directory_organisation (organisation_id),
  suggestion_id uuid,
  -- The number of the version that was brought back.
  restores integer,
  made_at timestamptz not null,
  unique (record_kind, record_id, number)
);
create index contributions_version_by_network on contributions_version (network_id, version_id);
create index contributions_version_by_person on contributions_version (person_id, version_id);

-- A change that waits for somebody to decide: of a member on another's record, of a member whose network reviews first, of
-- a reader without an account, who gives words instead of a changed record.
create table contributions_suggestion (
  suggestion_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  record_kind text not null,
  -- Null for a record that does not exist yet.
  record_id uuid,
  -- The version it was made from, and the record as it would be; null for a suggestion in words.
  base_number integer,
  document jsonb,
  words text not null default '',
  source text not null default '',
  person_id uuid,
  -- Of a reader without an account: how to answer, erased when the dialogue is over.
  sender_name text not null default '',
  sender_address text,
  language text not null,
  is_from_reader boolean not null default false,
  -- Null until the reader has followed the link in the mail.
  confirmed_at timestamptz,
  -- Why it is kept apart as likely spam; null for what is not.
  held_for text,
  decided_at timestamptz,
  decided_by uuid,
  -- accepted, declined, withdrawn
  decision text,
  decision_reason text not null default '',
  created_at timestamptz not null
);
create index contributions_suggestion_by_network on contributions_suggestion (network_id, decided_at, created_at);
create index contributions_suggestion_by_record on contributions_suggestion (record_id, decided_at);
create index contributions_suggestion_by_person on contributions_suggestion (person_id, created_at);
create index contributions_suggestion_by_sender on contributions_suggestion (sender_address, created_at);

create table contributions_message (
  message_id uuid primary key,
  suggestion_id uuid not null references contributions_suggestion (suggestion_id),
  -- Null for the reader who made the suggestion.
  person_id uuid,
  text text not null,
  written_at timestamptz not null
);
create index contributions_message_by_suggestion on contributions_message (suggestion_id, message_id);

-- What somebody has typed and not yet sent: the fields of one form of one record.
create table contributions_draft (
  person_id uuid not null,
  network_id uuid not null references networks_network (network_id),
  -- The address of the form without its language.
  form text not null,
  base_number integer,
  fields jsonb not null,
  saved_at timestamptz not null,
  primary key (person_id, form)
);
create index contributions_draft_by_age on contributions_draft (saved_at);
