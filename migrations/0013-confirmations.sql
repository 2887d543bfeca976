-- What each side says of a tie that somebody else recorded, and the links by which it is asked.

-- The organisation on whose word a tie was recorded; null for what a source of the network's first country told.
alter table registry_cooperation add column claimed_by uuid references directory_organisation (organisation_id);

create table registry_confirmation_request (
  request_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  cooperation_id uuid not null references registry_cooperation (cooperation_id),
  -- The party that is asked.
  organisation_id uuid not null references directory_organisation (organisation_id),
  -- Erased once it is answered or has ended.
  address text,
  name text not null default '',
  language text not null,
  asked_by uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index registry_confirmation_request_by_cooperation on registry_confirmation_request (cooperation_id, made_at);
create index registry_confirmation_request_by_end on registry_confirmation_request (expires_at);

-- What a party said; the newest of each party counts.
create table registry_confirmation (
  confirmation_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  cooperation_id uuid not null references registry_cooperation (cooperation_id),
  organisation_id uuid not null references directory_organisation (organisation_id),
  -- confirmed, disputed
  stance text not null,
  words text not null default '',
  language text not null,
  -- Who said it: a person with an account, or by what function a link was used.
  person_id uuid,
  said_as text not null default '',
  request_id uuid references registry_confirmation_request (request_id),
  said_at timestamptz not null,
  known_on date not null
);
create index registry_confirmation_by_cooperation on registry_confirmation (cooperation_id, said_at);
