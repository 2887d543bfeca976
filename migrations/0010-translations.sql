-- The texts of every record by language and state, what has been translated before, and what machines were asked for.

-- What a text belongs to, so that lists need not know each kind of record.
create table translations_record (
  network_id uuid not null references networks_network (network_id),
  record_kind text not null,
  record_id uuid not null,
  label jsonb not null,
  -- What follows the network in the address of the record's page.
  address text not null,
  primary key (network_id, record_kind, record_id)
);

-- Texts that a machine was asked to translate together, so that they can be taken back together.
create table translations_batch (
  batch_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  language text not null,
  provider text not null,
  -- The day on which the network was seen: what became known later is left alone.
  seen_on date not null,
  asked_by text not null,
  asked_at timestamptz not null,
  -- When a worker took it up last: one that died leaves its batch to others.
  claimed_at timestamptz,
  total integer not null,
  done integer not null default 0,
  skipped integer not null default 0,
  -- Why it stopped before its end.
  trouble text,
  ended_at timestamptz,
  undone_at timestamptz
);
create index translations_batch_by_network on translations_batch (network_id, batch_id desc);
-- One at a time for a language.
create unique index translations_batch_open on translations_batch (network_id, language) where ended_at is null;
create index translations_batch_by_end on translations_batch (ended_at, batch_id);

-- One row a text and a language; a language that the network works in and the text lacks has the state missing.
create table translations_text (
  text_id uuid primary key,
  network_id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  path text collate "C" not null,
  language text not null,
  state text not null check (state in ('original', 'reviewed', 'machine', 'stale', 'missing')),
  -- How urgently it waits for somebody: 1 stale, 2 machine, 3 missing; null when it can be relied on.
  waits smallint check (waits between 1 and 3),
  text text not null,
  original_language text not null,
  machine_by text,
  machine_at timestamptz,
  batch_id uuid references translations_batch (batch_id),
  known_on date not null,
  changed_at timestamptz not null,
  search text not null,
  grams text[] not null,
  unique (network_id, record_kind, record_id, path, language),
  foreign key (network_id, record_kind, record_id) references translations_record (network_id, record_kind, record_id)
);
create index translations_text_by_state on translations_text (network_id, language, record_kind, state, known_on);
create index translations_text_by_wait on translations_text
  (network_id, language, waits, changed_at, record_id, path, text_id);
create index translations_text_by_batch on translations_text (batch_id);
create index translations_text_by_grams on translations_text using gin (grams);

-- Sentences that people wrote or reviewed in two languages. Bands are short keys that likely sentences share.
create table translations_memory (
  memory_id uuid primary key,
  network_id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  from_language text not null,
  to_language text not null,
  source text not null,
  target text not null,
  bands integer[] not null,
  known_on date not null,
  foreign key (network_id, record_kind, record_id) references translations_record (network_id, record_kind, record_id)
);
create index translations_memory_by_record on translations_memory (network_id, record_kind, record_id);
create index translations_memory_by_bands on translations_memory using gin (bands) with (fastupdate = false);
