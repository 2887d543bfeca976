-- The languages that a person reads; null until they say: then those of the pages that they open.
alter table people_person add languages text[];

-- Who waits for a text in a language, and who is told once it is there.
create table translations_request (
  network_id uuid not null references networks_network (network_id) on delete cascade,
  record_kind text not null,
  record_id uuid not null,
  path text not null,
  language text not null,
  person_id uuid not null references people_person (id) on delete cascade,
  original_language text not null,
  -- The name of the record and what follows the network in the address of its page.
  label jsonb not null,
  address text not null,
  -- Only some read the text: it is in no index, and the secretariat words it on its page.
  is_apart boolean not null,
  -- Null for the person who wrote the text, who waits for nothing.
  asked_at timestamptz,
  -- Since when it can be read; null while it waits.
  ready_at timestamptz,
  check (asked_at is not null or ready_at is not null),
  primary key (network_id, record_kind, record_id, path, language, person_id)
);
create index translations_request_by_person on translations_request (person_id);
create index translations_request_by_ready on translations_request (ready_at) where ready_at is not null;

-- A page knows a text by its words.
create index translations_text_by_words on translations_text (network_id, md5(text)) where state = 'original';
