-- Who to call: posts of organisations and the people who hold them, apart from the versions of records, so that personal
-- data can be removed for good.

-- What a network says of its list (GDPR art. 30): one row a network, made when somebody first writes it.
create table contacts_processing (
  network_id uuid primary key references networks_network (network_id),
  -- Whether the public reads which functions exist; never who holds them.
  shows_functions boolean not null default false,
  controller text not null default '',
  purpose jsonb not null default '{}',
  legal_basis text not null default 'public_interest' check (legal_basis in ('public_interest', 'legitimate_interest')),
  retention_months smallint not null default 36 check (retention_months between 6 and 60),
  -- Others than the members of the network.
  recipients jsonb not null default '{}',
  updated_at timestamptz not null
);

create table contacts_post (
  post_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  organisation_id uuid not null references directory_organisation (organisation_id),
  function jsonb not null,
  kind text not null check (kind in ('elected', 'head_of_service', 'desk_officer', 'embassy', 'other')),
  themes text[] not null default '{}',
  -- EDTF: since when nobody holds it, and for when somebody is announced.
  vacant_since text,
  announced_for text,
  position smallint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index contacts_post_by_network on contacts_post (network_id, organisation_id, position);
create index contacts_post_by_organisation on contacts_post (organisation_id);

-- Somebody who holds or held a post. Once `removed_at` is set nothing is left but that there was somebody.
create table contacts_person (
  contact_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  -- In their own script and romanised (`ko`, `ko-Latn`), in the order in which they write it.
  name jsonb not null,
  -- How they are addressed, by language.
  salutation jsonb not null default '{}',
  languages text[] not null default '{}',
  email text check (email = lower(email)),
  telephone text,
  -- ISO 3166-1 alpha-2 of where they live and work: whose law asks for what.
  residence text not null,
  provenance text not null check (provenance in ('person', 'organisation', 'public_minutes')),
  provenance_note text not null default '',
  legal_basis text not null check (legal_basis in ('public_interest', 'legitimate_interest')),
  transfer_basis text not null check (transfer_basis in (
    'adequacy', 'separate_consent', 'law_or_treaty', 'contract', 'certification', 'recognised_country', 'no_transfer'
  )),
  confirmed_at timestamptz not null,
  confirmed_by uuid,
  retention_until date not null,
  retention_warned_at timestamptz,
  removed_at timestamptz,
  -- retention, request, mistake
  removed_for text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint contacts_person_removed_whole check (
    removed_at is null
    or (name = '{}' and salutation = '{}' and email is null and telephone is null and provenance_note = '')
  )
);
create index contacts_person_by_network on contacts_person (network_id, confirmed_at);
create index contacts_person_by_retention on contacts_person (retention_until) where removed_at is null;
create index contacts_person_by_email on contacts_person (email) where email is not null;

create table contacts_holding (
  holding_id uuid primary key,
  post_id uuid not null references contacts_post (post_id),
  contact_id uuid not null references contacts_person (contact_id),
  -- EDTF, as far as known.
  held_from text,
  held_until text,
  -- Who holds the post now has not left it.
  left_at timestamptz,
  -- The holding that came after, where the post was handed over from one to the other.
  handed_to uuid references contacts_holding (holding_id),
  created_at timestamptz not null
);
create unique index contacts_holding_present on contacts_holding (post_id) where left_at is null;
create index contacts_holding_by_post on contacts_holding (post_id, holding_id);
create index contacts_holding_by_contact on contacts_holding (contact_id);

-- A consent asked by a link of which only a digest is kept; the words shown are those of `version`.
create table contacts_consent (
  consent_id uuid primary key,
  contact_id uuid not null references contacts_person (contact_id),
  token_digest text not null unique,
  version text not null,
  asked_at timestamptz not null,
  asked_by uuid,
  expires_at timestamptz not null,
  decided_at timestamptz,
  decision text check (decision in ('accepted', 'refused')),
  -- The language in which the words were read.
  language text,
  check ((decided_at is null) = (decision is null))
);
create index contacts_consent_by_contact on contacts_consent (contact_id, asked_at);

-- The last reminder that somebody got about a network's list, so that one a month is sent, and how many there were.
create table contacts_reminder (
  network_id uuid not null references networks_network (network_id),
  person_id uuid not null references people_person (id),
  sent_at timestamptz not null,
  sent_count integer not null,
  primary key (network_id, person_id)
);

-- When somebody asked that their data be erased; what they did stays with those for whom they spoke.
alter table people_person add column erased_at timestamptz;
