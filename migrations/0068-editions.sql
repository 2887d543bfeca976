-- Facts that a network published under a number, and that change no more: see src/platform/editions.
create table platform_edition (
  edition_id uuid primary key,
  network_id uuid not null,
  kind text not null check (kind in ('brief', 'report')),
  number integer not null check (number > 0),
  -- The day of the network that the facts describe.
  day date not null,
  -- Canonical JSON (RFC 8785), and the SHA-256 of its bytes.
  facts text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  made_by uuid,
  known_on date not null,
  -- When names of erased people were taken out, and the digest of what is left.
  erased_at timestamptz,
  erased_digest text check (erased_digest ~ '^[0-9a-f]{64}$'),
  -- Taken back from readers; the number stays taken.
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason jsonb,
  unique (network_id, kind, number),
  check ((erased_at is null) = (erased_digest is null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);

-- A correction beside what changes no more: minutes that are final, an edition.
create table platform_erratum (
  erratum_id uuid primary key,
  subject_kind text not null,
  subject_id uuid not null,
  text jsonb not null,
  person_id uuid,
  made_at timestamptz not null,
  known_on date not null
);
create index platform_erratum_by_subject on platform_erratum (subject_kind, subject_id, made_at);

insert into platform_erratum (erratum_id, subject_kind, subject_id, text, person_id, made_at, known_on)
select erratum_id, 'minutes', meeting_id, text, person_id, made_at, known_on from minutes_erratum;
drop table minutes_erratum;
