-- Country groups: their countries, languages, chairs and their succession, secretariats.

create table networks_network (
  network_id uuid primary key,
  slug text not null unique,
  name jsonb not null,
  summary jsonb not null default '{}',
  objectives jsonb not null default '[]',
  countries text[] not null,
  languages text[] not null,
  opens_on date,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table networks_membership (
  membership_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  organisation_id uuid not null references directory_organisation (organisation_id),
  role text not null,
  -- The organisation within the group that the role belongs to, such as the mirror group; null for the group itself.
  of_id uuid references directory_organisation (organisation_id),
  person jsonb not null default '{}',
  held_from text,
  held_until text,
  from_words jsonb not null default '{}',
  until_words jsonb not null default '{}',
  starts_on date,
  ends_on date,
  -- When it became known that the role ended.
  end_known_on date,
  position smallint not null,
  known_on date not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index networks_membership_by_network on networks_membership (network_id, role, position);
create index networks_membership_by_organisation on networks_membership (organisation_id, network_id);

-- Dated facts that anniversaries are counted from: a treaty, a landing.
create table networks_landmark (
  landmark_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  slug text not null,
  title jsonb not null,
  happened text not null,
  happened_from date not null,
  happened_to date not null,
  concerns uuid[] not null default '{}',
  known_on date not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (network_id, slug)
);
