-- People who sign in, what they may do in which network, and how they were invited.

-- The first four tables are those that better-auth works on too: it calls every key `id`, and writes text where it
-- might have less.
create table people_person (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default true,
  image text,
  -- Language of mails and, until an address says another, of pages.
  language text not null default 'fr',
  -- Where the person works, by which they were told what is stored of them; null when nobody asked.
  country text,
  -- When the person accepted what is stored, and, for residents of Korea, its transfer abroad.
  consented_at timestamptz,
  transfer_consented_at timestamptz,
  -- Looks after this server since then; null for everybody else.
  operator_since timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (email = lower(email))
);

-- Fleeting: a session that was ended must not come back with a backup.
create table people_session (
  id uuid primary key,
  person_id uuid not null references people_person (id),
  token text not null unique,
  expires_at timestamptz not null,
  -- Never filled: where somebody was is nobody's business.
  ip_address text,
  user_agent text,
  -- How the person came in: link, passkey, invitation, or the id of a provider.
  method text not null default 'passkey',
  -- What the provider wants to see again when the person signs out there too.
  provider_token text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index people_session_by_person on people_session (person_id, updated_at);
create index people_session_by_end on people_session (expires_at);

create table people_passkey (
  id uuid primary key,
  person_id uuid not null references people_person (id),
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter int8 not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz not null
);
create index people_passkey_by_person on people_passkey (person_id, created_at);

-- Fleeting: what a passkey has been asked, for the minutes in which it may answer.
create table people_verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index people_verification_by_identifier on people_verification (identifier);
create index people_verification_by_end on people_verification (expires_at);

-- Fleeting: links that let somebody in once, or confirm an address; of the token only a digest is kept.
create table people_link (
  link_id uuid primary key,
  token_digest text not null unique,
  person_id uuid not null references people_person (id),
  -- The address that the link confirms; null when it signs in.
  confirms text,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index people_link_by_person on people_link (person_id, made_at);
create index people_link_by_end on people_link (expires_at);

-- Fleeting: what somebody tried, to slow down those who try too often; whoever it was is kept as a digest.
create table people_attempt (
  attempt_id uuid primary key,
  kind text not null,
  subject text not null,
  happened_at timestamptz not null
);
create index people_attempt_by_subject on people_attempt (kind, subject, happened_at);
create index people_attempt_by_time on people_attempt (happened_at);

create table people_role (
  role_id uuid primary key,
  person_id uuid not null references people_person (id),
  network_id uuid not null references networks_network (network_id),
  role text not null check (role in ('chair', 'coordinator', 'member', 'contributor', 'reader')),
  starts_at timestamptz not null,
  ends_at timestamptz,
  -- Who gave and who ended it; null for the command line.
  given_by uuid references people_person (id),
  ended_by uuid references people_person (id),
  reason text,
  created_at timestamptz not null,
  check (ends_at >= starts_at)
);
create index people_role_by_person on people_role (person_id, starts_at);
create index people_role_by_network on people_role (network_id, starts_at);

create table people_role_organisation (
  role_id uuid not null references people_role (role_id),
  organisation_id uuid not null references directory_organisation (organisation_id),
  primary key (role_id, organisation_id)
);
create index people_role_organisation_by_organisation on people_role_organisation (organisation_id);

create table people_invitation (
  invitation_id uuid primary key,
  token_digest text not null unique,
  network_id uuid not null references networks_network (network_id),
  role text not null check (role in ('chair', 'coordinator', 'member', 'contributor', 'reader')),
  address text not null check (address = lower(address)),
  name text not null,
  language text not null,
  -- A personal word of whoever invites.
  words text,
  invited_by uuid references people_person (id),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references people_person (id),
  withdrawn_at timestamptz,
  withdrawn_by uuid references people_person (id)
);
create index people_invitation_by_network on people_invitation (network_id, made_at);
create index people_invitation_by_address on people_invitation (address, made_at);

create table people_invitation_organisation (
  invitation_id uuid not null references people_invitation (invitation_id),
  organisation_id uuid not null references directory_organisation (organisation_id),
  primary key (invitation_id, organisation_id)
);
