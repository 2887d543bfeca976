-- Who organises an event, as said, where that is no organisation of the directory; whom it is credited to; its page elsewhere.
alter table agenda_event add column organisers jsonb not null default '{}';
alter table agenda_event add column credit jsonb not null default '{}';
alter table agenda_event add column link text;
-- What was written down before says nothing of them: else every event would seem changed.
update contributions_version set document = document || '{"organisers": {}, "credit": {}, "link": null}' where record_kind = 'event';
update contributions_suggestion set document = document || '{"organisers": {}, "credit": {}, "link": null}'
  where record_kind = 'event' and document is not null;

-- Events that anybody proposes for the agenda of a network, without an account.
create table agenda_proposal (
  proposal_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  -- An event as one value, as whoever changed it last left it; its versions count up.
  document jsonb not null,
  number integer not null default 1,
  body text not null,
  -- Personal data: gone a year after the event. The address is shown to nobody.
  sender_name text not null default '',
  sender_address text,
  -- In which mails are written.
  language text not null,
  -- Why it is held apart as likely spam.
  held_for text,
  -- Nobody who moderates sees it before.
  confirmed_at timestamptz,
  assigned_to uuid,
  decision text check (decision in ('accepted', 'refused', 'withdrawn')),
  decided_at timestamptz,
  decided_by uuid,
  decision_reason text not null default '',
  event_id uuid references agenda_event (event_id) on delete set null,
  -- What the proposer wishes changed once it is published, and the event that they saw.
  wish_base jsonb,
  wish_document jsonb,
  wished_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((decision is null) = (decided_at is null)),
  check ((wish_base is null) = (wished_at is null) and (wish_document is null) = (wished_at is null))
);
create index agenda_proposal_by_network on agenda_proposal (network_id, created_at);
create index agenda_proposal_by_address on agenda_proposal (sender_address, created_at) where sender_address is not null;
create index agenda_proposal_by_event on agenda_proposal (event_id) where event_id is not null;

-- Every state of a proposal, and on which side it was written.
create table agenda_proposal_version (
  proposal_id uuid not null references agenda_proposal (proposal_id) on delete cascade,
  number integer not null,
  document jsonb not null,
  is_of_proposer boolean not null,
  person_id uuid,
  -- What whoever moderates said of it.
  note text not null default '',
  written_at timestamptz not null,
  primary key (proposal_id, number)
);

create table agenda_proposal_message (
  message_id uuid primary key,
  proposal_id uuid not null references agenda_proposal (proposal_id) on delete cascade,
  is_of_proposer boolean not null,
  person_id uuid,
  text text not null,
  written_at timestamptz not null
);
create index agenda_proposal_message_by_proposal on agenda_proposal_message (proposal_id, message_id);

-- Links that stand in mails; of their secrets only digests are kept.
create table agenda_proposal_link (
  token_digest text primary key,
  proposal_id uuid not null references agenda_proposal (proposal_id) on delete cascade,
  -- confirm: once, within days; keep: as long as the event is not over.
  purpose text not null check (purpose in ('confirm', 'keep')),
  made_at timestamptz not null,
  expires_at timestamptz,
  used_at timestamptz
);
create index agenda_proposal_link_by_proposal on agenda_proposal_link (proposal_id);
