-- What a mission, a delegation received or a study visit holds besides being an event: its sheet.
create table agenda_mission (
  event_id uuid primary key references agenda_event (event_id) on delete cascade,
  head_name text not null default '',
  head_post jsonb not null default '{}',
  head_organisation_id uuid references directory_organisation (organisation_id),
  -- As named, where the directory has not got it.
  head_organisation_words text not null default '',
  -- What came of it; written once it has begun.
  account jsonb not null default '{}',
  outcome jsonb not null default '{}',
  next_steps jsonb not null default '{}',
  debriefed_at timestamptz,
  debriefed_by text
);

create table agenda_mission_member (
  member_id uuid primary key,
  event_id uuid not null references agenda_mission (event_id) on delete cascade,
  position smallint not null,
  -- elected, administration, chamber, company, cluster_agency, university, school, association, tourism_board, press, other.
  kind text not null,
  count smallint,
  names text not null default '',
  organisation_id uuid references directory_organisation (organisation_id),
  organisation_words text not null default ''
);
create index agenda_mission_member_by_event on agenda_mission_member (event_id, position);

create table agenda_mission_stop (
  stop_id uuid primary key,
  event_id uuid not null references agenda_mission (event_id) on delete cascade,
  position smallint not null,
  place_id uuid references directory_organisation (organisation_id),
  place jsonb not null default '{}',
  happens text,
  words jsonb not null default '{}',
  starts_at timestamptz,
  ends_at timestamptz,
  -- In which the hours of the stop and of its programme were decided.
  zone text
);
create index agenda_mission_stop_by_event on agenda_mission_stop (event_id, position);

create table agenda_mission_counterpart (
  counterpart_id uuid primary key,
  stop_id uuid not null references agenda_mission_stop (stop_id) on delete cascade,
  position smallint not null,
  organisation_id uuid references directory_organisation (organisation_id),
  words text not null default ''
);
create index agenda_mission_counterpart_by_stop on agenda_mission_counterpart (stop_id, position);

-- What is planned at a stop, on the clock of its zone.
create table agenda_mission_item (
  item_id uuid primary key,
  stop_id uuid not null references agenda_mission_stop (stop_id) on delete cascade,
  position smallint not null,
  day date,
  starts text,
  ends text,
  title jsonb not null default '{}',
  language text
);
create index agenda_mission_item_by_stop on agenda_mission_item (stop_id, position);

create table agenda_mission_seats (
  seats_id uuid primary key,
  event_id uuid not null references agenda_mission (event_id) on delete cascade,
  position smallint not null,
  -- Null for the whole of the mission.
  stop_id uuid references agenda_mission_stop (stop_id) on delete set null,
  count smallint not null,
  for_whom jsonb not null default '{}',
  until date not null
);
create index agenda_mission_seats_by_event on agenda_mission_seats (event_id, position);
create index agenda_mission_seats_by_stop on agenda_mission_seats (stop_id);

-- An authority of the network asks for seats. It outlives the offer, which an older version of the event may bring back.
create table agenda_seat_request (
  request_id uuid primary key,
  event_id uuid not null references agenda_event (event_id) on delete cascade,
  seats_id uuid not null,
  organisation_id uuid not null references directory_organisation (organisation_id),
  count smallint not null,
  words text not null default '',
  language text not null,
  asked_at timestamptz not null,
  asked_by uuid,
  -- accepted, refused; null while nobody has answered.
  decision text,
  decided_at timestamptz,
  decided_by uuid,
  answer text not null default '',
  answer_language text not null default '',
  withdrawn_at timestamptz,
  withdrawn_by uuid
);
create index agenda_seat_request_by_event on agenda_seat_request (event_id, asked_at);
-- An authority asks once for the same seats, until it is refused or takes its request back.
create unique index agenda_seat_request_once on agenda_seat_request (seats_id, organisation_id)
  where withdrawn_at is null and decision is distinct from 'refused';
