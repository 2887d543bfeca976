-- What is said of a country, for every group that has it: one row an item of the closed list and a day from which its words are known.
create table briefs_item (
  item_id uuid primary key,
  -- The brief that it belongs to: the same id for a country on every installation.
  brief_id uuid not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  key text not null,
  -- Empty: from that day on, nothing is known.
  text jsonb not null default '{}',
  -- The title of what it rests on, in its own language.
  source text not null default '',
  source_language text not null default '',
  source_url text not null default '',
  -- Where in it: an article, a page.
  passage text not null default '',
  -- The day for which the source says it.
  as_of date,
  -- The last day on which it can be true, where that is known.
  valid_until date,
  -- The last time that someone read the source beside the words, and in which function; null: never.
  checked_on date,
  checked_by text not null default '',
  -- As a release of Entente brought it: nobody here has changed it.
  is_loaded boolean not null default false,
  known_on date not null,
  updated_at timestamptz not null,
  unique (country, key, known_on)
);
create index briefs_item_by_brief on briefs_item (brief_id);

-- What a group says beside an item of a country, for its own readers.
create table briefs_line (
  line_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  brief_id uuid not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  key text not null,
  text jsonb not null,
  known_on date not null,
  updated_at timestamptz not null,
  unique (network_id, country, key)
);

-- The files of facts that a database has, each in one edition: by checksum.
create table briefs_dataset (
  country text primary key,
  checksum text not null
);
