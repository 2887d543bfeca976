-- Sheets of practices: what an authority or a body did, what came of it and what failed.
create table practices_sheet (
  sheet_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  slug text collate "C" not null,
  holder_id uuid not null references directory_organisation (organisation_id),
  title jsonb not null,
  themes text[] not null check (cardinality(themes) > 0),
  trades text[] not null default '{}',
  problem jsonb not null default '{}',
  done jsonb not null default '{}',
  period text,
  -- Since when its holder does it no longer.
  ended_on date,
  cost_said text not null check (cost_said in ('not_said', 'said', 'not_public')),
  cost_amount integer check (cost_amount >= 0),
  cost_currency text not null,
  cost_year integer check (cost_year between 1900 and 2200),
  cost_covers jsonb not null default '{}',
  staff_said text not null check (staff_said in ('not_said', 'said', 'not_public')),
  -- In full-time equivalents, for so many months.
  staff_fte double precision check (staff_fte >= 0),
  staff_months integer check (staff_months >= 0),
  failed_said text not null check (failed_said in ('not_said', 'said', 'nothing')),
  failed jsonb not null default '{}',
  -- In which function somebody says that nothing is known to have failed.
  nothing_said_as text not null default '',
  contact_id uuid references contacts_post (post_id) on delete set null,
  languages text[] not null default '{}',
  licence text not null,
  url text not null default '',
  publication text not null check (publication in ('proposed', 'draft', 'published', 'withdrawn')),
  published_at timestamptz,
  -- When somebody of its holder last said that it is true.
  looked_on date not null,
  search text not null default '',
  grams text[] not null default '{}',
  known_on date not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (network_id, slug),
  check ((failed_said = 'said') = (failed <> '{}')),
  check ((failed_said = 'nothing') = (nothing_said_as <> '')),
  check (publication <> 'published' or failed_said <> 'not_said')
);
create index practices_sheet_by_grams on practices_sheet using gin (grams);
create index practices_sheet_by_newest on practices_sheet (network_id, known_on, sheet_id);
create index practices_sheet_by_holder on practices_sheet (holder_id);
create index practices_sheet_by_contact on practices_sheet (contact_id) where contact_id is not null;

-- With whom its holder did it.
create table practices_partner (
  sheet_id uuid not null references practices_sheet (sheet_id) on delete cascade,
  organisation_id uuid not null references directory_organisation (organisation_id),
  position integer not null,
  primary key (sheet_id, organisation_id)
);
create index practices_partner_by_organisation on practices_partner (organisation_id);

create table practices_result (
  result_id uuid primary key,
  sheet_id uuid not null references practices_sheet (sheet_id) on delete cascade,
  position integer not null,
  measure jsonb not null,
  happened text,
  evidence text not null default ''
);
create index practices_result_by_sheet on practices_result (sheet_id);

-- What the practice needs in another country, and what would hinder it there.
create table practices_transfer (
  sheet_id uuid not null references practices_sheet (sheet_id) on delete cascade,
  country text not null,
  position integer not null,
  needs jsonb not null default '{}',
  hinders jsonb not null default '{}',
  primary key (sheet_id, country)
);

-- The ties, events and meetings that it comes from.
create table practices_link (
  sheet_id uuid not null references practices_sheet (sheet_id) on delete cascade,
  kind text not null check (kind in ('cooperation', 'event')),
  subject_id uuid not null,
  position integer not null,
  primary key (sheet_id, subject_id)
);
create index practices_link_by_subject on practices_link (subject_id);

-- Who took a practice up: said by one of the two authorities, confirmed by the other.
create table practices_use (
  use_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  sheet_id uuid not null references practices_sheet (sheet_id) on delete cascade,
  organisation_id uuid not null references directory_organisation (organisation_id),
  state text not null check (state in ('considering', 'trying', 'adopted', 'adapted', 'given_up')),
  since text,
  reason jsonb not null default '{}',
  changed jsonb not null default '{}',
  outcome jsonb not null default '{}',
  evidence text not null default '',
  -- The authority that said it: the taker or the holder.
  said_for uuid not null references directory_organisation (organisation_id),
  said_by uuid,
  confirmed_on date,
  confirmed_by uuid,
  known_on date not null,
  updated_at timestamptz not null,
  unique (sheet_id, organisation_id),
  check (state <> 'given_up' or reason <> '{}')
);
create index practices_use_by_organisation on practices_use (organisation_id);

-- What another country’s side says of a sheet that it read: asked once of an authority.
create table practices_review (
  review_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  sheet_id uuid not null references practices_sheet (sheet_id) on delete cascade,
  organisation_id uuid not null references directory_organisation (organisation_id),
  asked_on date not null,
  -- Where one without an account was asked; gone some time after its link.
  address text,
  language text,
  link_ends_at timestamptz,
  stance text check (stance in ('confirmed', 'disputed')),
  words jsonb not null default '{}',
  who_could jsonb not null default '{}',
  would_call text check (would_call in ('yes', 'no', 'unsure')),
  said_as text not null default '',
  said_by uuid,
  said_on date,
  unique (sheet_id, organisation_id),
  check ((stance is null) = (said_on is null)),
  check (stance is distinct from 'disputed' or words <> '{}')
);
create index practices_review_by_organisation on practices_review (organisation_id);

-- Links by which authorities without an account review a sheet.
create table practices_review_link (
  token_digest text primary key,
  review_id uuid not null references practices_review (review_id) on delete cascade,
  made_at timestamptz not null
);
create index practices_review_link_by_review on practices_review_link (review_id);
