-- The tour de table of a meeting: a row for each member, up to three wishes in its words, and what was committed to.

create table partners_round (
  round_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  meeting_id uuid not null unique references minutes_meeting (meeting_id) on delete cascade,
  opened_at timestamptz not null,
  opened_by uuid,
  closed_at timestamptz,
  closed_by uuid
);

-- Those who are asked: members on the day it was opened, and whoever was added.
create table partners_round_row (
  round_id uuid not null references partners_round (round_id) on delete cascade,
  organisation_id uuid not null references directory_organisation (organisation_id),
  -- When it said that it had nothing to wish for: silence is told apart from it.
  passed_at timestamptz,
  primary key (round_id, organisation_id)
);

create table partners_round_wish (
  wish_id uuid primary key,
  round_id uuid not null,
  organisation_id uuid not null,
  position smallint not null check (position between 1 and 3),
  kind text not null check (kind in ('search', 'offer')),
  text jsonb not null,
  themes text[] not null default '{}',
  stated_by uuid,
  stated_at timestamptz not null,
  foreign key (round_id, organisation_id) references partners_round_row (round_id, organisation_id) on delete cascade,
  unique (round_id, organisation_id, position)
);

-- What somebody undertook because of a wish: a decision of the meeting, which follows it up.
create table partners_round_commitment (
  wish_id uuid not null references partners_round_wish (wish_id) on delete cascade,
  decision_id uuid not null references minutes_decision (decision_id) on delete cascade,
  primary key (wish_id, decision_id)
);
create index partners_round_commitment_by_decision on partners_round_commitment (decision_id);
