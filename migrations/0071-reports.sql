-- A report being prepared, or published: its facts are frozen, then signed once for each side, then published as an edition.
create table reports_report (
  report_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  -- Its number among the reports of the network, from the first day on.
  number integer not null check (number > 0),
  -- The period, and the day of the network on which its records are read.
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  day date not null,
  made_at timestamptz not null,
  made_by uuid,
  -- When authorities were asked about their own lines, and the last day of their answers.
  asked_at timestamptz,
  answers_until date,
  -- Canonical JSON of the frozen facts and its SHA-256; null while it is gathered. They move to the edition when it is published.
  facts text,
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  frozen_at timestamptz,
  frozen_by uuid,
  -- Why its files could not be drawn, in the words of the system; null where they were, or are not yet.
  trouble text,
  -- When it becomes public; the edition once it is.
  publish_at timestamptz,
  edition_id uuid references platform_edition (edition_id),
  unique (network_id, number),
  check ((digest is null) = (frozen_at is null)),
  check (edition_id is null or facts is null)
);
-- One at a time is prepared.
create unique index reports_report_open on reports_report (network_id) where edition_id is null;

-- The lines of one authority in a report: asked once, answered as often as it likes until the facts are frozen.
create table reports_line (
  line_id uuid primary key,
  report_id uuid not null references reports_report (report_id) on delete cascade,
  organisation_id uuid not null references directory_organisation (organisation_id),
  -- Where it was asked, if by mail: personal data, gone some time after the report is public.
  address text,
  language text not null,
  asked_at timestamptz,
  stance text check (stance in ('confirmed', 'disputed', 'added')),
  words text not null default '',
  words_language text,
  -- In which function; the account, if there is one.
  said_as text,
  said_by uuid,
  said_at timestamptz,
  unique (report_id, organisation_id),
  check ((stance is null) = (said_at is null))
);
create index reports_line_by_organisation on reports_line (organisation_id);

-- Links that stand in mails; of their secrets only digests are kept.
create table reports_link (
  token_digest text primary key,
  line_id uuid not null references reports_line (line_id) on delete cascade,
  made_at timestamptz not null
);
create index reports_link_by_line on reports_link (line_id);

-- One signature a side: a person in their function, over the digest that they saw.
create table reports_signature (
  report_id uuid not null references reports_report (report_id) on delete cascade,
  country text not null check (country ~ '^[A-Z]{2}$'),
  role text not null check (role in ('chair', 'coordinator')),
  -- Gone when the person is erased; the function stays.
  person_id uuid,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  signed_at timestamptz not null,
  primary key (report_id, country)
);

-- The files of a frozen report, by name, with the engine that made them. The bytes are kept as any file’s.
create table reports_file (
  report_id uuid not null references reports_report (report_id) on delete cascade,
  name text not null,
  file_id uuid not null references platform_file (file_id),
  engine text not null,
  drawn_at timestamptz not null,
  primary key (report_id, name)
);

-- An erratum of a report says what was said, what is right (its text), and on whose word.
alter table platform_erratum add column said jsonb;
alter table platform_erratum add column word text;
-- What it is about, where that is a record: the id of a tie, an exchange, a body.
alter table platform_erratum add column about uuid;
