-- Links that stand in mails, now of whoever registers too; of their secrets only digests are kept.
alter table agenda_proposal_link rename to agenda_link;
alter index agenda_proposal_link_pkey rename to agenda_link_pkey;
alter index agenda_proposal_link_by_proposal rename to agenda_link_by_proposal;
alter table agenda_link alter column proposal_id drop not null;

-- On which terms people register for an event, once those who hold it have opened that.
create table agenda_registration_terms (
  event_id uuid primary key references agenda_event (event_id) on delete cascade,
  is_open boolean not null,
  -- Until when, and the zone in which that was said.
  until timestamptz not null,
  zone text not null,
  -- anybody: who sees the event; members: who holds a role in the network.
  for_whom text not null check (for_whom in ('anybody', 'members')),
  -- Null where there are enough for everybody.
  places integer check (places > 0),
  -- Places for those of a country, by its code; ZZ for those of all others together.
  country_places jsonb not null default '{}',
  questions jsonb not null default '[]',
  -- What the data are for.
  data_use jsonb not null default '{}',
  -- Months after the event for which they are kept.
  kept_months smallint not null,
  -- Days before the event on which those who come are reminded; null for never.
  reminder_days smallint,
  updated_at timestamptz not null
);

create table agenda_registration (
  registration_id uuid primary key,
  event_id uuid not null references agenda_event (event_id) on delete cascade,
  person_id uuid,
  -- Personal data: gone some months after the event.
  name text not null,
  organisation text not null default '',
  country text not null,
  -- Null for somebody added by hand who has none.
  address text,
  -- In which mails are written.
  language text not null,
  attendance text check (attendance in ('on_site', 'online')),
  -- By the id of the question: a text, the id of a choice, or several of these.
  answers jsonb not null default '{}',
  state text not null check (state in ('unconfirmed', 'waiting', 'placed', 'withdrawn')),
  -- When the address was confirmed: the order of the waiting list.
  queued_at timestamptz,
  -- On the day of the network.
  placed_on date,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  -- What those who hold the event said of it.
  withdrawal_word text not null default '',
  added_by uuid,
  arrived_at timestamptz,
  checked_in_by uuid,
  -- Which state of the event its registrant was told of.
  told_sequence integer not null,
  told_cancelled boolean not null default false,
  reminded_at timestamptz,
  -- What it is found by: name and organisation, folded, with initial consonants.
  search text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (state = 'unconfirmed' or queued_at is not null)
);
create index agenda_registration_by_event on agenda_registration (event_id, state, queued_at, registration_id);
create index agenda_registration_by_address on agenda_registration (lower(address)) where address is not null;
create index agenda_registration_by_person on agenda_registration (person_id) where person_id is not null;
-- An address is registered once for an event, as long as it is not withdrawn.
create unique index agenda_registration_once on agenda_registration (event_id, lower(address))
  where address is not null and state in ('waiting', 'placed');

alter table agenda_link add column registration_id uuid references agenda_registration (registration_id) on delete cascade;
alter table agenda_link add constraint agenda_link_owner check ((proposal_id is null) <> (registration_id is null));
create index agenda_link_by_registration on agenda_link (registration_id);
