-- What each holder of an exchange was asked after it: one question, one reminder.
create table outcomes_question (
  question_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  event_id uuid not null references agenda_event (event_id) on delete cascade,
  organisation_id uuid not null references directory_organisation (organisation_id),
  -- The day from which it is known that it should be asked.
  due_on date not null,
  -- Null while there is nobody to ask: neither an account nor an address.
  asked_on date,
  reminded_on date,
  -- Of a question by mail, to a post. Personal data: gone some time after the link has ended.
  address text,
  language text,
  -- When the link in the mail ends; null where somebody with an account is asked.
  link_ends_at timestamptz,
  unique (event_id, organisation_id),
  check (reminded_on is null or asked_on is not null),
  check (link_ends_at is null or (asked_on is not null and language is not null))
);
create index outcomes_question_by_network on outcomes_question (network_id);
create index outcomes_question_by_organisation on outcomes_question (organisation_id);
create index outcomes_question_by_address on outcomes_question (address) where address is not null;

-- What an organisation says came of an exchange; the newest by its day counts.
create table outcomes_answer (
  answer_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  event_id uuid not null references agenda_event (event_id) on delete cascade,
  organisation_id uuid not null references directory_organisation (organisation_id),
  held text not null check (held in ('held', 'moved', 'not_held')),
  -- EDTF.
  moved_to text,
  -- Who came: kinds of actors, with how many of each where it is known.
  actors jsonb not null default '[]',
  results text[] not null,
  sentence jsonb not null default '{}',
  url text not null default '',
  amount numeric(16, 2) check (amount > 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  year smallint check (year between 1900 and 2100),
  -- In which function it was said, as typed.
  said_as text not null default '',
  -- The account; null by the link of a mail.
  said_by uuid,
  said_at timestamptz not null,
  known_on date not null,
  -- When the event was to take place as it was said; EDTF.
  happens text,
  check ((moved_to is not null) = (held = 'moved')),
  check (num_nulls(amount, currency, year) in (0, 3))
);
create index outcomes_answer_by_event on outcomes_answer (event_id, organisation_id, known_on desc, said_at desc);
create index outcomes_answer_by_network on outcomes_answer (network_id);
create index outcomes_answer_by_organisation on outcomes_answer (organisation_id);

-- Links that stand in mails; of their secrets only digests are kept.
create table outcomes_link (
  token_digest text primary key,
  question_id uuid not null references outcomes_question (question_id) on delete cascade,
  made_at timestamptz not null
);
create index outcomes_link_by_question on outcomes_link (question_id);
