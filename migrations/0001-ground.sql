-- What every feature stands on: who did what, and how far each scope has moved.

-- One row a change, written in the transaction that makes it.
create table platform_activity (
  activity_id uuid primary key,
  network_id uuid,
  actor text not null,
  verb text not null,
  subject_kind text not null,
  subject_id uuid not null,
  detail jsonb not null default '{}',
  happened_at timestamptz not null
);
create index platform_activity_by_network on platform_activity (network_id, activity_id);
create index platform_activity_by_subject on platform_activity (subject_id, activity_id);

-- Public pages are kept as long as the revision of their scopes stands still.
create table platform_revision (
  scope text primary key,
  revision bigint not null,
  changed_at timestamptz not null
);
