-- Questions to peers: who asks what, who was asked and why, and what was answered.
create table questions_question (
  question_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  slug text collate "C" not null,
  asker_id uuid not null references directory_organisation (organisation_id),
  -- The account that asks; null once it is erased.
  asked_by uuid,
  question jsonb not null,
  tried jsonb not null default '{}',
  needed_by date,
  -- BCP 47, in which it is written.
  language text not null,
  themes text[] not null default '{}',
  trade text,
  visibility text not null default 'group' check (visibility in ('group', 'pair', 'named')),
  -- Of a question that only some read: its asker lets a machine translate it.
  may_translate boolean not null default false,
  is_public boolean not null default false,
  via text not null check (via in ('page', 'mail', 'program')),
  -- Null: written, and asked of nobody yet.
  asked_at timestamptz,
  -- When it went to the coordinator.
  escalated_at timestamptz,
  reminded_at timestamptz,
  closed_at timestamptz,
  outcome text check (outcome in ('accepted', 'not_accepted', 'found', 'withdrawn', 'merged')),
  -- The question into which it was merged.
  merged_into uuid references questions_question (question_id) on delete set null,
  -- The sheet that answered it before it was asked, or that was made of it.
  sheet_id uuid references practices_sheet (sheet_id) on delete set null,
  hidden_at timestamptz,
  hidden_reason text not null default '',
  -- Whom nobody asked in the latest wave, and why: id of the contact and reason.
  not_asked jsonb not null default '[]',
  search text not null default '',
  grams text[] not null default '{}',
  known_on date not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (network_id, slug),
  check ((closed_at is null) = (outcome is null)),
  check (not is_public or visibility = 'group'),
  check (hidden_at is null or hidden_reason <> '')
);
create index questions_question_by_grams on questions_question using gin (grams);
create index questions_question_by_newest on questions_question (network_id, known_on, question_id);
create index questions_question_by_asker on questions_question (asker_id);
create index questions_question_open on questions_question (asked_at) where closed_at is null and asked_at is not null;

-- The authorities that may read a question that is not for the whole group, besides the asker’s.
create table questions_named (
  question_id uuid not null references questions_question (question_id) on delete cascade,
  organisation_id uuid not null references directory_organisation (organisation_id),
  primary key (question_id, organisation_id)
);
create index questions_named_by_organisation on questions_named (organisation_id);

-- Somebody who is asked: once for a question.
create table questions_asked (
  asked_id uuid primary key,
  question_id uuid not null references questions_question (question_id) on delete cascade,
  network_id uuid not null references networks_network (network_id),
  contact_id uuid not null references contacts_person (contact_id),
  organisation_id uuid not null references directory_organisation (organisation_id),
  post_id uuid references contacts_post (post_id) on delete set null,
  -- The first is 1; 0: a colleague or the coordinator passed it on.
  wave integer not null,
  ground text not null check (ground in ('trade', 'sheet', 'theme', 'passed')),
  leaves_at timestamptz not null,
  -- On its reader’s calendar.
  leaves_on date not null,
  mailed_at timestamptz,
  -- Of the token in the address to which an answer by mail goes.
  reply_digest text unique,
  said text check (said in ('answered', 'declined', 'passed')),
  reason text check (reason in ('not_my_field', 'no_time', 'not_allowed')),
  said_at timestamptz,
  unique (question_id, contact_id),
  check ((said is null) = (said_at is null)),
  check (said is distinct from 'declined' or reason is not null)
);
create index questions_asked_by_contact on questions_asked (contact_id, leaves_on);
create index questions_asked_by_leaving on questions_asked (leaves_at) where mailed_at is null;
create index questions_asked_by_day on questions_asked (network_id, leaves_on);
create index questions_asked_by_organisation on questions_asked (organisation_id);

-- Links by which people who are asked answer, without an account.
create table questions_asked_link (
  token_digest text primary key,
  asked_id uuid not null references questions_asked (asked_id) on delete cascade,
  made_at timestamptz not null
);
create index questions_asked_link_by_asked on questions_asked_link (asked_id);

create table questions_answer (
  answer_id uuid primary key,
  question_id uuid not null references questions_question (question_id) on delete cascade,
  network_id uuid not null references networks_network (network_id),
  organisation_id uuid not null references directory_organisation (organisation_id),
  -- Who was asked; null where a member answered on the page unasked.
  asked_id uuid references questions_asked (asked_id) on delete set null,
  said_by uuid,
  words jsonb not null,
  -- The function, and the name where its author signs by it.
  signed text not null default '',
  via text not null check (via in ('page', 'mail', 'program')),
  -- The mail that it came by.
  mail_id uuid,
  -- By mail, and whose word it is was not shown: nobody but its author sees it until they say so.
  held_at timestamptz,
  given_at timestamptz not null,
  -- From when on others read it.
  leaves_at timestamptz not null,
  told_at timestamptz,
  -- What the asker asks back, once, and what its author says to that.
  back jsonb not null default '{}',
  back_said jsonb not null default '{}',
  accepted_at timestamptz,
  thanked_at timestamptz,
  -- Its author lets it be published in a sheet or with the question.
  may_publish boolean,
  updated_at timestamptz not null
);
create index questions_answer_by_question on questions_answer (question_id, given_at);
create index questions_answer_by_organisation on questions_answer (organisation_id);
create index questions_answer_by_asked on questions_answer (asked_id) where asked_id is not null;
create index questions_answer_untold on questions_answer (leaves_at) where told_at is null;

-- What an answer said before it was changed.
create table questions_answer_version (
  version_id uuid primary key,
  answer_id uuid not null references questions_answer (answer_id) on delete cascade,
  words jsonb not null,
  replaced_at timestamptz not null
);
create index questions_answer_version_by_answer on questions_answer_version (answer_id);
