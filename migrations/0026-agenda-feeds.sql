-- Secret addresses by which calendar programs read the agenda of a network as their owner sees it; of an address only a digest is kept.
create table agenda_feed (
  feed_id uuid primary key,
  person_id uuid not null references people_person (id),
  network_id uuid not null references networks_network (network_id),
  language text not null,
  -- The filter, as addresses of the agenda carry it; '' for none.
  parameters text not null,
  secret_digest text not null unique,
  made_at timestamptz not null,
  renewed_at timestamptz,
  -- No finer than a day: when somebody’s programs work is their own business.
  last_fetched_on date
);
create index agenda_feed_by_person on agenda_feed (person_id, made_at);
