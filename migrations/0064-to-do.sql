-- What waits for whom in a group, as its features count it: written again for a record with every activity of it.
create table todo_line (
  network_id uuid not null references networks_network (network_id) on delete cascade,
  kind text not null,
  record_id uuid not null,
  -- 'secretariat', 'organisation:ID' or 'person:ID'
  waits_for text not null,
  title jsonb not null,
  -- What follows the network in the address of the page where it is done.
  path text not null,
  -- Who waits: a name in several languages.
  asker jsonb,
  -- 0 where somebody waits, 1 where nobody does.
  rank smallint not null,
  since date not null,
  -- From which day it is shown; null for at once.
  shows_on date,
  due_on date,
  -- The last day on which it can be done.
  ends_on date,
  primary key (network_id, kind, record_id, waits_for)
);

-- How many wait for a person is counted on every page: the index alone answers. The first lines of a list stand in its order.
create index todo_line_waits on todo_line (network_id, waits_for, due_on, rank, since, record_id, kind)
  include (shows_on, ends_on);

-- What a person does not want to see before a day.
create table todo_later (
  person_id uuid not null references people_person (id) on delete cascade,
  network_id uuid not null references networks_network (network_id) on delete cascade,
  kind text not null,
  record_id uuid not null,
  until date not null,
  primary key (person_id, network_id, kind, record_id)
);

-- How often a person gets the list by mail, and for which day they got it last; without a row it is weekly.
create table todo_digest (
  person_id uuid not null references people_person (id) on delete cascade,
  network_id uuid not null references networks_network (network_id) on delete cascade,
  frequency text not null default 'weekly' check (frequency in ('weekly', 'daily', 'never')),
  sent_on date,
  primary key (person_id, network_id)
);
