-- What is said in a tour de table knows its day, and a demonstration its edition.

-- Since when a wish of a tour de table is known: what is said before the meeting is known from then on.
alter table partners_round_wish add column known_on date;
update partners_round_wish set known_on = (
  select least(partners_round_wish.stated_at::date, m.held_on)
  from partners_round r join minutes_meeting m on m.meeting_id = r.meeting_id where r.round_id = partners_round_wish.round_id
);
alter table partners_round_wish alter column known_on set not null;

-- The edition of its files up to which a demonstration has been loaded: what came with later ones is added at the next start, and never twice.
create table demonstration_edition (
  network_id uuid primary key references networks_network (network_id),
  edition smallint not null check (edition > 0),
  loaded_at timestamptz not null
);
