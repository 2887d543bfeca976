-- Questions of when something is to be, put to the people of a network and to those who are invited by a link.
create table agenda_poll (
  poll_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  title jsonb not null,
  about jsonb not null default '{}',
  -- Until when answers are taken, and the zone in which that was said.
  deadline timestamptz not null,
  zone text not null,
  -- network: all who take part in it, and those who are invited; invited: those alone.
  voters text not null check (voters in ('network', 'invited')),
  -- The event whose date is asked for, or the one that came of the date that was taken.
  event_id uuid references agenda_event (event_id) on delete set null,
  made_by uuid,
  made_at timestamptz not null,
  -- By hand, or when the deadline had passed.
  closed_at timestamptz,
  withdrawn_at timestamptz,
  taken_option_id uuid,
  taken_at timestamptz,
  updated_at timestamptz not null,
  check ((taken_option_id is null) = (taken_at is null))
);
create index agenda_poll_by_network on agenda_poll (network_id, made_at);
create index agenda_poll_by_event on agenda_poll (event_id) where event_id is not null;

-- A date that is offered: hours with the zone in which they were said, or whole days.
create table agenda_poll_option (
  option_id uuid primary key,
  poll_id uuid not null references agenda_poll (poll_id) on delete cascade,
  position smallint not null,
  starts_at timestamptz,
  ends_at timestamptz,
  zone text,
  first_day date,
  last_day date,
  check ((starts_at is null) = (first_day is not null)),
  check ((starts_at is null) = (ends_at is null) and (starts_at is null) = (zone is null)),
  check ((first_day is null) = (last_day is null))
);
create index agenda_poll_option_by_poll on agenda_poll_option (poll_id, position);

-- Who was invited or has answered: somebody with an account, or by an address.
create table agenda_poll_voter (
  voter_id uuid primary key,
  poll_id uuid not null references agenda_poll (poll_id) on delete cascade,
  person_id uuid,
  -- Personal data of those without an account: gone a year after the poll. The address is shown to those who keep the poll.
  name text not null default '',
  address text,
  -- On which side they are counted.
  country text not null,
  organisation_id uuid references directory_organisation (organisation_id),
  -- In which mails are written.
  language text not null,
  invited_at timestamptz,
  answered_at timestamptz,
  suits_none boolean not null default false,
  word text not null default '',
  word_language text not null default ''
);
create unique index agenda_poll_voter_by_person on agenda_poll_voter (poll_id, person_id) where person_id is not null;
create index agenda_poll_voter_by_address on agenda_poll_voter (address) where address is not null;
create index agenda_poll_voter_by_poll on agenda_poll_voter (poll_id, answered_at);

create table agenda_poll_answer (
  voter_id uuid not null references agenda_poll_voter (voter_id) on delete cascade,
  option_id uuid not null references agenda_poll_option (option_id) on delete cascade,
  answer text not null check (answer in ('yes', 'if_need_be', 'no')),
  word text not null default '',
  primary key (voter_id, option_id)
);
create index agenda_poll_answer_by_option on agenda_poll_answer (option_id);

-- Links that stand in mails; of their secrets only digests are kept.
create table agenda_poll_link (
  token_digest text primary key,
  voter_id uuid not null references agenda_poll_voter (voter_id) on delete cascade,
  made_at timestamptz not null
);
create index agenda_poll_link_by_voter on agenda_poll_link (voter_id);
