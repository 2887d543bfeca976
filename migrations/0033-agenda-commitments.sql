-- How many authorities an event needs to be held, by when they commit, and what happens with fewer.
create table agenda_critical_mass (
  event_id uuid primary key references agenda_event (event_id) on delete cascade,
  -- The last day on which authorities commit and withdraw.
  until date not null,
  -- In all; null where only countries count.
  total smallint,
  -- reduced, cancelled: what becomes of the event with fewer.
  below text not null,
  -- Its smaller form: what is null or empty stays as it is.
  smaller_kind text,
  smaller_attendance text,
  smaller_words jsonb not null default '{}',
  smaller_happens text,
  smaller_date_words jsonb not null default '{}',
  smaller_starts_at timestamptz,
  smaller_ends_at timestamptz,
  smaller_zone text,
  smaller_place_id uuid references directory_organisation (organisation_id),
  smaller_venue jsonb not null default '{}'
);
create index agenda_critical_mass_by_until on agenda_critical_mass (until);

create table agenda_critical_mass_country (
  event_id uuid not null references agenda_critical_mass (event_id) on delete cascade,
  country text not null,
  -- How many of it are needed.
  authorities smallint not null,
  primary key (event_id, country)
);

-- An authority commits itself to come. It outlives what asked for it, which an older version of the event may bring back.
create table agenda_commitment (
  commitment_id uuid primary key,
  event_id uuid not null references agenda_event (event_id) on delete cascade,
  organisation_id uuid not null references directory_organisation (organisation_id),
  people smallint not null,
  words text not null default '',
  language text not null,
  committed_at timestamptz not null,
  committed_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid
);
create index agenda_commitment_by_event on agenda_commitment (event_id, committed_at);
-- An authority commits once, until it withdraws.
create unique index agenda_commitment_once on agenda_commitment (event_id, organisation_id) where withdrawn_at is null;

-- What was decided at a deadline: once for each, whoever looks at it.
create table agenda_commitment_decision (
  decision_id uuid primary key,
  event_id uuid not null references agenda_event (event_id) on delete cascade,
  until date not null,
  outcome text not null check (outcome in ('go', 'reduced', 'cancelled')),
  -- Authorities and people of each country, as they stood.
  tally jsonb not null,
  decided_at timestamptz not null,
  -- What the decision changed of the event, and what it was: a prolongation puts it back.
  before jsonb not null default '{}',
  after jsonb not null default '{}',
  prolonged_until date,
  prolonged_at timestamptz,
  prolonged_by uuid,
  word text not null default '',
  word_language text not null default '',
  unique (event_id, until)
);

-- What was written down before asks for no commitments: else every event would seem changed.
update contributions_version set document = document || '{"criticalMass": null}' where record_kind = 'event';
update contributions_suggestion set document = document || '{"criticalMass": null}'
  where record_kind = 'event' and document is not null;
