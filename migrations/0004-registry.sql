-- Cooperations and what is known of them. Each fact carries the day on which it became known (known_on).

create table registry_source (
  source_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  slug text collate "C" not null,
  kind text not null,
  title jsonb not null,
  note jsonb not null default '{}',
  language text not null,
  publisher text not null,
  published text,
  url text,
  retells_id uuid references registry_source (source_id),
  known_on date not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (network_id, slug)
);

-- The text of a source, as numbered passages: evidence points into it.
create table registry_passage (
  source_id uuid not null references registry_source (source_id),
  position integer not null,
  heading text[] not null,
  heading_id text,
  paragraph integer not null,
  text text not null,
  primary key (source_id, position)
);

create table registry_cooperation (
  cooperation_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  slug text collate "C" not null,
  listed boolean not null default true,
  summary jsonb not null default '{}',
  since text,
  since_from date,
  since_to date,
  since_words jsonb not null default '{}',
  confirmation text not null default 'claimed',
  inheritance jsonb,
  known_on date not null,
  sort_first text collate "C" not null,
  sort_second text collate "C" not null,
  search text not null,
  grams text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (network_id, slug)
);
create index registry_cooperation_by_first on registry_cooperation (network_id, sort_first, cooperation_id);
create index registry_cooperation_by_second on registry_cooperation (network_id, sort_second, cooperation_id);
create index registry_cooperation_by_since on registry_cooperation (network_id, since_from, cooperation_id);
create index registry_cooperation_by_grams on registry_cooperation using gin (grams);

create table registry_party (
  cooperation_id uuid not null references registry_cooperation (cooperation_id),
  organisation_id uuid not null references directory_organisation (organisation_id),
  network_id uuid not null references networks_network (network_id),
  country text not null,
  capacity text not null,
  position smallint not null,
  known_on date not null,
  primary key (cooperation_id, organisation_id)
);
create index registry_party_by_organisation on registry_party (organisation_id, network_id);

-- What somebody said of the state of a tie on a day; the newest known one counts.
create table registry_standing (
  standing_id uuid primary key,
  cooperation_id uuid not null references registry_cooperation (cooperation_id),
  status text not null,
  intention text,
  reason jsonb not null default '{}',
  said_by uuid references directory_organisation (organisation_id),
  stated_on date not null,
  known_on date not null
);
create index registry_standing_by_cooperation on registry_standing (cooperation_id, stated_on desc);

-- An instrument, or (kind none) the statement that there is none. Agreements of other bodies stand beneath a cooperation's own.
create table registry_agreement (
  agreement_id uuid primary key,
  cooperation_id uuid not null references registry_cooperation (cooperation_id),
  network_id uuid not null references networks_network (network_id),
  parent_id uuid references registry_agreement (agreement_id),
  kind text not null,
  title jsonb not null,
  object jsonb not null default '{}',
  planned_amount numeric(14, 2),
  currency text,
  position smallint not null,
  known_on date not null
);
create index registry_agreement_by_cooperation on registry_agreement (cooperation_id, position);
create index registry_agreement_by_kind on registry_agreement (network_id, kind, cooperation_id);

create table registry_agreement_party (
  agreement_id uuid not null references registry_agreement (agreement_id),
  organisation_id uuid not null references directory_organisation (organisation_id),
  signatory jsonb not null default '{}',
  position smallint not null,
  primary key (agreement_id, organisation_id)
);
create index registry_agreement_party_by_organisation on registry_agreement_party (organisation_id);

-- The life of an instrument: drafted, approved, signed, transmitted, in force, amended, expired.
create table registry_agreement_step (
  agreement_id uuid not null references registry_agreement (agreement_id),
  position smallint not null,
  state text not null,
  happened text,
  happened_from date,
  happened_to date,
  words jsonb not null default '{}',
  known_on date not null,
  primary key (agreement_id, position)
);

create table registry_theme (
  cooperation_id uuid not null references registry_cooperation (cooperation_id),
  theme text not null,
  network_id uuid not null references networks_network (network_id),
  wished boolean not null default false,
  position smallint not null,
  known_on date not null,
  primary key (cooperation_id, theme)
);
create index registry_theme_by_theme on registry_theme (network_id, theme, cooperation_id);

create table registry_actor (
  cooperation_id uuid not null references registry_cooperation (cooperation_id),
  organisation_id uuid not null references directory_organisation (organisation_id),
  role jsonb not null default '{}',
  position smallint not null,
  known_on date not null,
  primary key (cooperation_id, organisation_id)
);
create index registry_actor_by_organisation on registry_actor (organisation_id);

create table registry_activity (
  activity_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  slug text collate "C" not null,
  kind text not null,
  title jsonb not null,
  happens text,
  starts_on date,
  ends_on date,
  words jsonb not null default '{}',
  state text not null,
  -- How firm a plan is: planned, intention, idea, hope; null for what is past.
  firmness text,
  -- Countries that are guests, not subjects, of a third country's event.
  guest_countries text[] not null default '{}',
  place_id uuid references directory_organisation (organisation_id),
  frame jsonb not null default '{}',
  known_on date not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (network_id, slug)
);
create index registry_activity_by_start on registry_activity (network_id, starts_on);

create table registry_activity_cooperation (
  activity_id uuid not null references registry_activity (activity_id),
  cooperation_id uuid not null references registry_cooperation (cooperation_id),
  primary key (activity_id, cooperation_id)
);
create index registry_activity_cooperation_by_cooperation on registry_activity_cooperation (cooperation_id, activity_id);

create table registry_activity_organisation (
  activity_id uuid not null references registry_activity (activity_id),
  organisation_id uuid not null references directory_organisation (organisation_id),
  role text not null,
  position smallint not null,
  primary key (activity_id, organisation_id)
);
create index registry_activity_organisation_by_organisation on registry_activity_organisation (organisation_id);

create table registry_prospect (
  prospect_id uuid primary key,
  cooperation_id uuid not null references registry_cooperation (cooperation_id),
  text jsonb not null,
  horizon text,
  horizon_from date,
  horizon_to date,
  position smallint not null,
  known_on date not null
);
create index registry_prospect_by_cooperation on registry_prospect (cooperation_id, position);

-- An authority that looks for a partner, with what it seeks and offers.
create table registry_interest (
  interest_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  organisation_id uuid not null references directory_organisation (organisation_id),
  seeks jsonb not null default '{}',
  offers jsonb not null default '{}',
  themes text[] not null default '{}',
  position smallint not null,
  known_on date not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (network_id, organisation_id)
);
create index registry_interest_by_organisation on registry_interest (organisation_id);

-- Figures, links and other ties that a source gives for a cooperation, an interest or a network.
create table registry_note (
  note_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  subject_kind text not null,
  subject_id uuid not null,
  kind text not null,
  label jsonb not null,
  value text,
  url text,
  -- The cooperation of this registry that the note speaks of.
  cooperation_id uuid references registry_cooperation (cooperation_id),
  position smallint not null,
  known_on date not null
);
create index registry_note_by_subject on registry_note (subject_id, position);

-- What the group proposed, wished or decided; taken over by meetings when they arrive.
create table registry_resolution (
  resolution_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  slug text collate "C" not null,
  text jsonb not null,
  said_by jsonb not null,
  state text not null,
  horizon text,
  position smallint not null,
  known_on date not null,
  unique (network_id, slug)
);

-- Where a fact comes from, down to the sentence.
create table registry_evidence (
  evidence_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  subject_kind text not null,
  subject_id uuid not null,
  field text not null,
  source_id uuid not null references registry_source (source_id),
  locator jsonb,
  stance text not null,
  label text,
  extracted_by text not null,
  confirmed_by text,
  known_on date not null
);
create index registry_evidence_by_subject on registry_evidence (subject_id, field);
create index registry_evidence_by_source on registry_evidence (source_id);

-- Values that sources give side by side; nothing is silently corrected.
create table registry_dispute (
  dispute_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  slug text collate "C" not null,
  subject_kind text not null,
  subject_id uuid not null,
  field text not null,
  note jsonb not null default '{}',
  position smallint not null,
  known_on date not null,
  unique (network_id, slug)
);
create index registry_dispute_by_subject on registry_dispute (subject_id);

create table registry_dispute_value (
  dispute_id uuid not null references registry_dispute (dispute_id),
  position smallint not null,
  value jsonb not null,
  source_id uuid references registry_source (source_id),
  locator jsonb,
  rank text not null,
  known_on date not null,
  primary key (dispute_id, position)
);
