-- What the texts of a group tell of exchanges of practice, as a reading found it: a practice is a sheet that waits for a word of its
-- holder; a question, an intention or a need is none yet, and is offered.
create table practices_proposal (
  proposal_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  kind text not null check (kind in ('practice', 'question', 'intention', 'need')),
  -- Digest of the sentence, its authorities and its themes: what was refused is not proposed again.
  key text not null,
  -- Who does it, or asks; the group’s own need has none.
  holder_id uuid references directory_organisation (organisation_id),
  partner_ids uuid[] not null default '{}',
  themes text[] not null check (cardinality(themes) > 0),
  -- The sheet that was made of it, or with which it was merged.
  sheet_id uuid references practices_sheet (sheet_id) on delete set null,
  decision text check (decision in ('accepted', 'merged', 'refused')),
  reason text not null default '',
  decided_by uuid,
  decided_at timestamptz,
  known_on date not null,
  unique (network_id, key),
  check ((kind = 'need') = (holder_id is null)),
  check (decision is distinct from 'refused' or reason <> '')
);
create index practices_proposal_by_sheet on practices_proposal (sheet_id) where sheet_id is not null;
create index practices_proposal_by_holder on practices_proposal (holder_id) where holder_id is not null;

-- The texts that were read for practices: sources, and the debriefs of missions by their event.
create table practices_read_text (
  text_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  read_at timestamptz not null
);
