-- What the office of a partner was asked about the brief of a country: one mail, one link.
create table briefs_question (
  question_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  country text not null check (country ~ '^[A-Z]{2}$'),
  -- Personal data: gone some time after the link has ended.
  address text,
  -- In which the mail is written.
  language text not null,
  -- A sentence of the one who asks, for the mail.
  words text not null default '',
  asked_by uuid,
  asked_at timestamptz not null,
  ends_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid
);
create index briefs_question_by_country on briefs_question (network_id, country, asked_at);
create index briefs_question_by_address on briefs_question (address) where address is not null;

-- What came back by the link: each answer is a suggestion, which others accept or not.
create table briefs_answer (
  suggestion_id uuid primary key,
  question_id uuid not null references briefs_question (question_id) on delete cascade,
  key text not null,
  sent_at timestamptz not null
);
create index briefs_answer_by_question on briefs_answer (question_id, key, sent_at);

-- Links that stand in mails; of their secrets only digests are kept.
create table briefs_link (
  token_digest text primary key,
  question_id uuid not null references briefs_question (question_id) on delete cascade,
  made_at timestamptz not null
);
create index briefs_link_by_question on briefs_link (question_id);
