-- The bilateral meetings of an event: who meets whom, in which slot, at which table.
create table partners_session (
  session_id uuid primary key,
  event_id uuid not null unique references agenda_event (event_id) on delete cascade,
  network_id uuid not null references networks_network (network_id),
  -- On whose clock the hours were said.
  zone text not null,
  -- Days with hours as they were said: what the slots are made of.
  hours jsonb not null,
  slot_minutes smallint not null check (slot_minutes between 5 and 240),
  break_minutes smallint not null check (break_minutes between 0 and 240),
  -- How many meet at once; null for any number.
  tables smallint check (tables > 0),
  -- How many interpreters there are, by pair of languages; null where nobody counts them.
  interpreters jsonb,
  -- The countries of the first side; all others are the second.
  first_side text[] not null,
  -- How many meetings a participant takes at most, unless it says otherwise.
  usual_quota smallint not null check (usual_quota > 0),
  -- fairer, first, second: the side that proposes.
  proposing text not null default 'fairer' check (proposing in ('fairer', 'first', 'second')),
  -- Whether participants still say whom they want to meet.
  takes_requests boolean not null default true,
  opened_by uuid,
  opened_at timestamptz not null,
  -- When what a run stands on last changed.
  changed_at timestamptz not null,
  published_at timestamptz
);
create index partners_session_by_network on partners_session (network_id);

create table partners_session_slot (
  slot_id uuid primary key,
  session_id uuid not null references partners_session (session_id) on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  check (ends_at > starts_at),
  unique (session_id, starts_at)
);

create table partners_session_participant (
  participant_id uuid primary key,
  session_id uuid not null references partners_session (session_id) on delete cascade,
  organisation_id uuid not null references directory_organisation (organisation_id),
  side smallint not null check (side in (1, 2)),
  quota smallint not null check (quota > 0),
  -- What it speaks; with none said it needs no interpreter.
  languages text[] not null default '{}',
  -- Personal data: who comes, and where the timetable is sent beside those who speak for the organisation. Gone a year after the event.
  person_name text not null default '',
  address text,
  -- In which mails to the address are written.
  language text not null,
  added_by uuid,
  added_at timestamptz not null,
  left_at timestamptz,
  left_by uuid,
  unique (session_id, organisation_id)
);
create index partners_session_participant_by_organisation on partners_session_participant (organisation_id);
create index partners_session_participant_by_address on partners_session_participant (lower(address)) where address is not null;

-- When somebody is not there.
create table partners_session_absence (
  participant_id uuid not null references partners_session_participant (participant_id) on delete cascade,
  slot_id uuid not null references partners_session_slot (slot_id) on delete cascade,
  primary key (participant_id, slot_id)
);
create index partners_session_absence_by_slot on partners_session_absence (slot_id);

-- Whom somebody wants to meet, the most wanted first, and whom they would rather not.
create table partners_session_wish (
  participant_id uuid not null references partners_session_participant (participant_id) on delete cascade,
  other_id uuid not null references partners_session_participant (participant_id) on delete cascade,
  -- From 1 on; null for a refusal.
  position smallint check (position > 0),
  primary key (participant_id, other_id),
  unique (participant_id, position),
  check (participant_id <> other_id)
);
create index partners_session_wish_by_other on partners_session_wish (other_id);

-- Pairs that the organiser sets, or rules out. A pair is one of the two at most.
create table partners_session_rule (
  session_id uuid not null references partners_session (session_id) on delete cascade,
  first_id uuid not null references partners_session_participant (participant_id) on delete cascade,
  second_id uuid not null references partners_session_participant (participant_id) on delete cascade,
  kind text not null check (kind in ('fixed', 'forbidden')),
  slot_id uuid references partners_session_slot (slot_id) on delete set null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (first_id, second_id),
  check (kind = 'fixed' or slot_id is null)
);
create index partners_session_rule_by_session on partners_session_rule (session_id);
create index partners_session_rule_by_second on partners_session_rule (second_id);
create index partners_session_rule_by_slot on partners_session_rule (slot_id) where slot_id is not null;

create table partners_session_run (
  run_id uuid primary key,
  session_id uuid not null references partners_session (session_id) on delete cascade,
  number integer not null,
  -- Whether what was published stays where it is.
  keeps_published boolean not null,
  -- running, done, failed, ended.
  state text not null default 'running' check (state in ('running', 'done', 'failed', 'ended')),
  started_by uuid,
  started_at timestamptz not null,
  ended_at timestamptz,
  -- When its worker was last heard of.
  claimed_at timestamptz,
  phase text,
  done integer not null default 0,
  total integer not null default 0,
  -- What it stood on, to tell what changed since.
  grounds jsonb,
  -- What it found beside the meetings: who got what, who was left out and why.
  report jsonb,
  unique (session_id, number)
);
-- One run at a time.
create unique index partners_session_run_once on partners_session_run (session_id) where state = 'running';

-- What a run found: nobody in two places, nobody twice with the same, no table twice.
create table partners_session_meeting (
  run_id uuid not null references partners_session_run (run_id) on delete cascade,
  first_id uuid not null references partners_session_participant (participant_id) on delete cascade,
  second_id uuid not null references partners_session_participant (participant_id) on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  table_number smallint not null,
  -- The pair of languages of the interpreter; empty where none is needed.
  interpreter text[] not null default '{}',
  origin text not null check (origin in ('matched', 'fixed', 'kept')),
  primary key (run_id, first_id, second_id),
  unique (run_id, first_id, starts_at),
  unique (run_id, second_id, starts_at),
  unique (run_id, starts_at, table_number)
);
create index partners_session_meeting_by_first on partners_session_meeting (first_id);
create index partners_session_meeting_by_second on partners_session_meeting (second_id);

-- What participants were told: one row a pair, whenever it meets, so that calendars follow it.
create table partners_session_appointment (
  appointment_id uuid primary key,
  session_id uuid not null references partners_session (session_id) on delete cascade,
  first_id uuid not null references partners_session_participant (participant_id) on delete cascade,
  second_id uuid not null references partners_session_participant (participant_id) on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  table_number smallint not null,
  interpreter text[] not null default '{}',
  -- SEQUENCE of RFC 5545.
  sequence integer not null default 0,
  cancelled_at timestamptz,
  told_at timestamptz not null,
  unique (session_id, first_id, second_id)
);
create index partners_session_appointment_by_first on partners_session_appointment (first_id);
create index partners_session_appointment_by_second on partners_session_appointment (second_id);
create unique index partners_session_appointment_first_once on partners_session_appointment (session_id, first_id, starts_at)
  where cancelled_at is null;
create unique index partners_session_appointment_second_once on partners_session_appointment (session_id, second_id, starts_at)
  where cancelled_at is null;
create unique index partners_session_appointment_table_once on partners_session_appointment (session_id, starts_at, table_number)
  where cancelled_at is null;
