-- Texts that coordinators import: what each says, fact by fact, beside its sentence, and what was decided about it.

create table imports_text (
  text_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  -- Of what was sent: the same text twice leads to its first import.
  sha256 text not null,
  file_id uuid not null references platform_file (file_id),
  -- What its source is called and who says so: proposed from the text, changed by people.
  title text not null default '',
  language text,
  kind text not null,
  publisher text not null default '',
  published text,
  url text,
  -- How far the reading has come; pages of a file that has some.
  pages integer,
  pages_read integer not null default 0,
  -- When a worker took it up last: one that died leaves it to others.
  claimed_at timestamptz,
  read_at timestamptz,
  -- Why it cannot be read: a code of the messages, and what that message names.
  trouble text,
  trouble_detail text not null default '',
  remarks jsonb not null default '[]',
  -- The meeting that it tells of: two accounts of one day are set side by side.
  meeting_on date,
  -- The host to which its passages may be sent; null when nobody let them.
  assistant_host text,
  assistant_trouble text,
  -- What the assistant suggested without a sentence of the text, and was left out.
  assistant_dropped integer not null default 0,
  -- The source of the registry, from the first fact that was accepted on.
  source_id uuid references registry_source (source_id),
  made_by uuid,
  made_at timestamptz not null,
  taken_back_by uuid,
  taken_back_at timestamptz,
  unique (network_id, sha256)
);
create index imports_text_by_network on imports_text (network_id, made_at desc);
create index imports_text_by_meeting on imports_text (network_id, meeting_on);
create index imports_text_by_source on imports_text (source_id);
create index imports_text_by_file on imports_text (file_id);

create table imports_text_passage (
  text_id uuid not null references imports_text (text_id),
  position integer not null,
  -- title, paragraph, item, row
  kind text not null,
  level smallint not null,
  -- The place by which evidence knows it; titles have none.
  heading text[] not null,
  paragraph integer,
  text text not null,
  page integer,
  primary key (text_id, position)
);

create table imports_text_fact (
  fact_id uuid primary key,
  text_id uuid not null references imports_text (text_id),
  position integer not null,
  -- The fact that states the tie to which this one belongs; null for one of no tie.
  tie_id uuid references imports_text_fact (fact_id),
  part text not null,
  value jsonb not null,
  -- What it says, so that the same fact of another text is known.
  signature text not null,
  -- Its sentence: the passage, and UTF-16 offsets in it.
  passage integer not null,
  starts_at integer not null,
  ends_at integer not null,
  -- reader, assistant
  suggested_by text not null,
  is_sure boolean not null,
  -- What a person must settle first: party, actor, date, person; null for nothing.
  question text,
  -- accepted, corrected, refused; null while it is open
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  reason text not null default '',
  -- What accepting it changed, so that it can be taken back.
  written jsonb,
  constraint imports_text_fact_decided check ((decision is null) = (decided_at is null)),
  unique (text_id, position)
);
create index imports_text_fact_by_tie on imports_text_fact (tie_id);
create index imports_text_fact_by_signature on imports_text_fact (signature);
create index imports_text_fact_by_decision on imports_text_fact (text_id, decided_at);
create index imports_text_fact_open on imports_text_fact (text_id, question) where decided_at is null;
