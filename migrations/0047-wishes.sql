-- What authorities look for and offer, in their own words.
create table partners_wish (
  wish_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  slug text collate "C" not null,
  kind text not null check (kind in ('search', 'offer')),
  organisation_id uuid not null references directory_organisation (organisation_id),
  title jsonb not null,
  text jsonb not null default '{}',
  themes text[] not null check (cardinality(themes) > 0),
  forms text[] not null default '{}',
  -- The levels and the size of the partner that is sought.
  tiers text[] not null default '{}',
  population_from integer check (population_from >= 0),
  population_to integer check (population_to >= 0),
  countries text[] not null default '{}',
  languages text[] not null default '{}',
  means jsonb not null default '{}',
  mean_kinds text[] not null default '{}',
  -- What is offered in return.
  returns jsonb not null default '{}',
  return_themes text[] not null default '{}',
  horizon text,
  horizon_words jsonb not null default '{}',
  -- Its last day, and the day on which that was said: two years ahead at most.
  expires_on date not null,
  renewed_on date not null,
  expiry_told_at timestamptz,
  -- Since when its authority says that it has found.
  found_on date,
  visibility text not null check (visibility in ('public', 'network')),
  -- Null once it is withdrawn.
  published_at timestamptz,
  published_by text,
  -- What a source said that the authority seeks, before it said so itself.
  interest_id uuid references registry_interest (interest_id) on delete set null,
  search text not null default '',
  grams text[] not null default '{}',
  known_on date not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (network_id, slug),
  check (population_from is null or population_to is null or population_from <= population_to),
  check (expires_on <= renewed_on + 731)
);
create index partners_wish_by_grams on partners_wish using gin (grams);
create index partners_wish_by_expiry on partners_wish (network_id, expires_on);
create index partners_wish_by_newest on partners_wish (network_id, known_on, wish_id);
create index partners_wish_by_organisation on partners_wish (organisation_id);
create index partners_wish_by_interest on partners_wish (interest_id) where interest_id is not null;

-- An authority that is interested in a wish, and the talks that followed.
create table partners_introduction (
  introduction_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  wish_id uuid not null references partners_wish (wish_id),
  -- Who is interested; the other side is the authority of the wish.
  organisation_id uuid not null references directory_organisation (organisation_id),
  person_id uuid,
  -- Personal data of somebody without an account: gone a year after the last that happened. The address is shown to nobody.
  sender_name text not null default '',
  sender_address text,
  -- In which mails to them are written.
  language text not null,
  held_for text,
  confirmed_at timestamptz,
  -- Since when the secretariat stands for who they are: the other side hears of them then.
  vouched_at timestamptz,
  vouched_by uuid,
  adviser_id uuid,
  accepted_at timestamptz,
  accepted_by text,
  declined_at timestamptz,
  declined_by text,
  withdrawn_at timestamptz,
  withdrawn_by text,
  -- Since when one of them says that the partnership is made, and which; the tie that came of it.
  claimed_at timestamptz,
  claimed_by uuid references directory_organisation (organisation_id),
  cooperation_id uuid references registry_cooperation (cooperation_id) on delete set null,
  made_at timestamptz,
  made_by text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (vouched_at is null or confirmed_at is not null),
  check (accepted_at is null or vouched_at is not null),
  check (made_at is null or accepted_at is not null),
  check (declined_at is null or withdrawn_at is null),
  check (made_at is null or (declined_at is null and withdrawn_at is null))
);
-- One conversation at a time about a wish with the same authority; what nobody confirmed is none.
create unique index partners_introduction_open on partners_introduction (wish_id, organisation_id)
  where confirmed_at is not null and declined_at is null and withdrawn_at is null;
create index partners_introduction_by_network on partners_introduction (network_id, updated_at);
create index partners_introduction_by_organisation on partners_introduction (organisation_id);
create index partners_introduction_by_address on partners_introduction (sender_address) where sender_address is not null;

create table partners_introduction_message (
  message_id uuid primary key,
  introduction_id uuid not null references partners_introduction (introduction_id) on delete cascade,
  side text not null check (side in ('wish', 'interest', 'adviser')),
  person_id uuid,
  text text not null,
  language text not null,
  -- The same in other languages, as the adviser gives it: reviewed or machine-made.
  translations jsonb not null default '{}',
  written_at timestamptz not null
);
create index partners_introduction_message_by_introduction on partners_introduction_message (introduction_id, message_id);

-- Who declined whom, when and why: kept when talks go on elsewhere; taken back when the decision was.
create table partners_refusal (
  refusal_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  introduction_id uuid not null references partners_introduction (introduction_id) on delete cascade,
  wish_id uuid not null references partners_wish (wish_id),
  organisation_id uuid not null references directory_organisation (organisation_id),
  refused_id uuid not null references directory_organisation (organisation_id),
  reason text not null check (reason in ('competence', 'size', 'calendar', 'budget', 'priority', 'other')),
  words text not null default '',
  language text not null default '',
  refused_at timestamptz not null,
  refused_by text not null,
  revoked_at timestamptz,
  known_on date not null
);
create index partners_refusal_by_organisation on partners_refusal (network_id, organisation_id, refused_id);
create index partners_refusal_by_introduction on partners_refusal (introduction_id);

-- Links that stand in mails to those without an account; of their secrets only digests are kept.
create table partners_introduction_link (
  token_digest text primary key,
  introduction_id uuid not null references partners_introduction (introduction_id) on delete cascade,
  purpose text not null check (purpose in ('confirm', 'keep')),
  made_at timestamptz not null,
  expires_at timestamptz,
  used_at timestamptz
);
create index partners_introduction_link_by_introduction on partners_introduction_link (introduction_id);
