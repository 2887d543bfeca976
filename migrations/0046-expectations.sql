-- What an organisation expects of a member of a network, who answers what, and what becomes of it.
create table partners_expectation (
  expectation_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  slug text collate "C" not null,
  -- From whom, and to whom.
  asker_id uuid not null references directory_organisation (organisation_id),
  asked_id uuid not null references directory_organisation (organisation_id),
  title jsonb not null,
  text jsonb not null default '{}',
  themes text[] not null check (cardinality(themes) > 0),
  form text not null,
  deadline date,
  -- concerned: the asker, those asked and the secretariat; network: its people; public: everybody.
  confidentiality text not null check (confidentiality in ('concerned', 'network', 'public')),
  -- In which the asker is answered.
  language text not null,
  -- Personal data of whoever speaks for an asker without an account: gone a year after the end. The address is shown to nobody else.
  contact_name text not null default '',
  contact_address text,
  stated_by uuid,
  stated_at timestamptz not null,
  known_on date not null,
  updated_at timestamptz not null,
  search text not null default '',
  grams text[] not null default '{}',
  unique (network_id, slug),
  unique (expectation_id, asker_id),
  check (asker_id <> asked_id)
);
create index partners_expectation_by_day on partners_expectation (network_id, known_on);
create index partners_expectation_by_asker on partners_expectation (asker_id);
create index partners_expectation_by_asked on partners_expectation (asked_id);
create index partners_expectation_by_address on partners_expectation (contact_address) where contact_address is not null;
create index partners_expectation_by_grams on partners_expectation using gin (grams);

-- Whether the asker lets others than the one addressed read what is expected; without an answer while they have only been asked.
create table partners_expectation_consent (
  expectation_id uuid primary key references partners_expectation (expectation_id) on delete cascade,
  answer text check (answer in ('given', 'refused', 'withdrawn')),
  asked_at timestamptz,
  asked_by uuid,
  answered_at timestamptz,
  answered_by uuid,
  unique (expectation_id, answer),
  check ((answer is null) = (answered_at is null))
);

-- An expectation is put to other members. Nothing is relayed without a consent, and none is withdrawn of what was relayed: the key says so.
create table partners_expectation_relay (
  relay_id uuid primary key,
  expectation_id uuid not null references partners_expectation (expectation_id) on delete cascade,
  consent text not null check (consent = 'given'),
  -- The last day for answers, and what the members are told besides.
  answer_by date,
  word jsonb not null default '{}',
  relayed_on date not null,
  relayed_at timestamptz not null,
  relayed_by uuid,
  -- All have answered, the day has come, somebody ended it, or the expectation was closed: the asker then has the reply.
  ended_for text check (ended_for in ('answered', 'deadline', 'ended', 'closed')),
  ended_on date,
  ended_at timestamptz,
  ended_by uuid,
  unique (relay_id, expectation_id),
  foreign key (expectation_id, consent) references partners_expectation_consent (expectation_id, answer),
  check ((ended_for is null) = (ended_at is null) and (ended_for is null) = (ended_on is null)),
  check (answer_by is null or answer_by >= relayed_on)
);
-- Of two who relay at once one is first.
create unique index partners_expectation_relay_open on partners_expectation_relay (expectation_id) where ended_at is null;
create index partners_expectation_relay_by_expectation on partners_expectation_relay (expectation_id, relayed_at);

-- One member that is asked, and what it answers: the one addressed first, others by a relay; never twice, and never the asker.
create table partners_expectation_request (
  request_id uuid primary key,
  expectation_id uuid not null,
  asker_id uuid not null,
  organisation_id uuid not null references directory_organisation (organisation_id),
  relay_id uuid,
  -- It was a member when it was asked, and had not been dissolved.
  membership_id uuid not null references networks_membership (membership_id),
  member_until date,
  valid_until date,
  asked_on date not null,
  asked_at timestamptz not null,
  asked_by uuid,
  reminded_at timestamptz,
  -- Personal data of whoever answers for a member without an account: gone with those of the asker.
  contact_name text not null default '',
  contact_address text,
  contact_language text not null default '',
  answer text check (answer in ('yes', 'partly', 'no')),
  reason text check (reason in ('competence', 'size', 'calendar', 'budget', 'priority', 'other')),
  words jsonb not null default '{}',
  answered_on date,
  answered_at timestamptz,
  answered_by uuid,
  unique (expectation_id, organisation_id),
  unique (request_id, expectation_id, answer),
  foreign key (expectation_id, asker_id) references partners_expectation (expectation_id, asker_id) on delete cascade,
  foreign key (relay_id, expectation_id) references partners_expectation_relay (relay_id, expectation_id) on delete cascade,
  check (organisation_id <> asker_id),
  check (member_until is null or member_until >= asked_on),
  check (valid_until is null or valid_until > asked_on),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_on is null)),
  -- Whoever cannot, or cannot all, says why; whoever can gives no reason.
  check ((coalesce(answer, 'yes') = 'yes') = (reason is null))
);
create unique index partners_expectation_request_first on partners_expectation_request (expectation_id) where relay_id is null;
create index partners_expectation_request_by_organisation on partners_expectation_request (organisation_id, expectation_id);
create index partners_expectation_request_by_relay on partners_expectation_request (relay_id) where relay_id is not null;
create index partners_expectation_request_by_address on partners_expectation_request (contact_address) where contact_address is not null;

-- How it ended; gone again when it is reopened. What was met was met by a member that said yes, or partly, and says so still: the key says so.
create table partners_expectation_closing (
  expectation_id uuid primary key references partners_expectation (expectation_id) on delete cascade,
  outcome text not null check (outcome in ('satisfied', 'partly', 'unmet', 'withdrawn')),
  request_id uuid,
  answer text check (answer in ('yes', 'partly')),
  word jsonb not null default '{}',
  closed_on date not null,
  closed_at timestamptz not null,
  closed_by uuid,
  foreign key (request_id, expectation_id, answer) references partners_expectation_request (request_id, expectation_id, answer),
  check ((request_id is null) = (answer is null)),
  check (outcome <> 'satisfied' or request_id is not null),
  check (outcome not in ('unmet', 'withdrawn') or request_id is null)
);
create index partners_expectation_closing_by_request on partners_expectation_closing (request_id) where request_id is not null;

-- Every step: who did what, when, for which organisation.
create table partners_expectation_step (
  step_id uuid primary key,
  expectation_id uuid not null references partners_expectation (expectation_id) on delete cascade,
  verb text not null,
  organisation_id uuid references directory_organisation (organisation_id),
  -- Null for who came by a link, for what happened by itself, and once they have gone.
  person_id uuid,
  happened_on date not null,
  happened_at timestamptz not null
);
create index partners_expectation_step_by_expectation on partners_expectation_step (expectation_id, step_id);

-- Links that stand in mails, of the asker, or of a member that is asked; of their secrets only digests are kept.
create table partners_expectation_link (
  token_digest text primary key,
  expectation_id uuid not null references partners_expectation (expectation_id) on delete cascade,
  request_id uuid references partners_expectation_request (request_id) on delete cascade,
  made_at timestamptz not null
);
create index partners_expectation_link_by_expectation on partners_expectation_link (expectation_id);
create index partners_expectation_link_by_request on partners_expectation_link (request_id) where request_id is not null;

-- An event that stands for several visits, as its source says: four delegations received in one year.
create table partners_visit_count (
  event_id uuid primary key references agenda_event (event_id) on delete cascade,
  visits smallint not null check (visits between 2 and 999),
  stated_by uuid,
  stated_at timestamptz not null,
  known_on date not null
);
