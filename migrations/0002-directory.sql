-- Authorities and other organisations of the world, past ones included.

create table directory_organisation (
  organisation_id uuid primary key,
  key text not null unique,
  country text not null,
  kind text not null,
  level smallint,
  slug text collate "C" not null unique,
  name jsonb not null,
  short_name jsonb not null default '{}',
  machine_names text[] not null default '{}',
  about jsonb not null default '{}',
  codes jsonb not null default '{}',
  parent_id uuid references directory_organisation (organisation_id),
  population integer,
  population_year smallint,
  latitude double precision,
  longitude double precision,
  valid_from date,
  valid_until date,
  validity_reported_by text,
  search text not null,
  grams text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint directory_organisation_validity check (valid_from is null or valid_until is null or valid_from < valid_until),
  constraint directory_organisation_place check ((latitude is null) = (longitude is null))
);
create index directory_organisation_by_grams on directory_organisation using gin (grams);
create index directory_organisation_by_kind on directory_organisation (country, kind, slug);
create index directory_organisation_by_parent on directory_organisation (parent_id, kind);

-- Every name an organisation is found by: official, short, former, romanised, misspelt.
create table directory_name (
  organisation_id uuid not null references directory_organisation (organisation_id),
  position smallint not null,
  language text not null,
  kind text not null,
  text text not null,
  folded text collate "C" not null,
  start text collate "C" not null,
  skeleton text collate "C" not null,
  weight integer not null,
  primary key (organisation_id, position)
);
create index directory_name_by_folded on directory_name (folded, weight desc);
-- Two or three letters typed: the weightiest names that begin with them.
create index directory_name_by_start on directory_name (start, weight desc);
create index directory_name_by_skeleton on directory_name (skeleton, weight desc);

-- An authority that ended, or changed its code, and the one that took its place.
create table directory_succession (
  predecessor_id uuid not null references directory_organisation (organisation_id),
  successor_id uuid not null references directory_organisation (organisation_id),
  kind text not null,
  happened_on date,
  reported_by text not null,
  source text not null default '',
  primary key (predecessor_id, successor_id)
);
create index directory_succession_by_successor on directory_succession (successor_id);

-- A commune sits in an intercommunality as well as in its département.
create table directory_membership (
  member_id uuid not null references directory_organisation (organisation_id),
  union_id uuid not null references directory_organisation (organisation_id),
  primary key (member_id, union_id)
);
create index directory_membership_by_union on directory_membership (union_id, member_id);

-- Which edition of each reference file was loaded, so that an upgrade loads the new one.
create table directory_dataset (
  name text primary key,
  checksum text not null,
  loaded_at timestamptz not null
);
