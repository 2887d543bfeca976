-- Who reads the letter of a network, or asked to: once an address.
create table newsletter_subscription (
  subscription_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  -- Personal data: null some time after its reader has left.
  address text,
  -- The same by a keyed hash, which stays with the proof of consent.
  address_digest text not null,
  -- unconfirmed: asked for, and nobody has said from the address that it is theirs.
  state text not null check (state in ('unconfirmed', 'subscribed', 'left')),
  language text not null,
  -- Of reading: at its morning, and not on its holidays.
  country text not null,
  frequency text not null check (frequency in ('issue', 'digest', 'concerns')),
  themes text[] not null default '{}',
  organisation_id uuid references directory_organisation (organisation_id),
  -- What was chosen in the form that is not confirmed yet, and when it was sent.
  asked jsonb,
  asked_at timestamptz,
  -- Proof: by which way, when, and the words that were shown or the declaration that was made.
  consent_way text check (consent_way in ('form', 'coordinator', 'import', 'member')),
  consent_at timestamptz,
  consent_words text not null default '',
  consent_version text not null default '',
  -- Of a member who gets it because their network says so, and only as long as they are one.
  person_id uuid references people_person (id) on delete set null,
  -- Who said that somebody consented.
  declared_by uuid,
  left_at timestamptz,
  left_by text check (left_by in ('reader', 'coordinator', 'network')),
  left_reason text,
  left_word text not null default '',
  -- An address to move to, once whoever reads there says so.
  new_address text,
  new_address_at timestamptz,
  -- Part of every link: those made before it moved lead nowhere.
  serial integer not null default 1,
  -- How many mails somebody asked for in a day: nobody’s mailbox is filled by whoever types in their address.
  mailed_on date,
  mailed smallint not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (network_id, address_digest),
  check (state = 'unconfirmed' or consent_at is not null),
  check (state = 'left' or address is not null)
);
create index newsletter_subscription_by_state on newsletter_subscription (network_id, state, address);
create index newsletter_subscription_by_person on newsletter_subscription (person_id) where person_id is not null;
create index newsletter_subscription_by_organisation on newsletter_subscription (organisation_id) where organisation_id is not null;
create index newsletter_subscription_by_address on newsletter_subscription (lower(address)) where address is not null;

-- Networks whose members get the letter without asking for it.
create table newsletter_audience (
  network_id uuid primary key references networks_network (network_id),
  -- Which rule of the network says so, in its words: what members are told.
  rule text not null,
  decided_by uuid,
  decided_at timestamptz not null
);

-- To whom nothing is sent again, whoever asks for it but themselves: by keyed hash, for good.
create table newsletter_suppression (
  network_id uuid not null references networks_network (network_id),
  address_digest text not null,
  kind text not null check (kind in ('left', 'bounce', 'complaint')),
  since timestamptz not null,
  primary key (network_id, address_digest, kind)
);
