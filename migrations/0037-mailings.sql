-- Letters to many readers: prepared once per version, with what became of each reader's. Single mails are in platform_mail.

create table platform_mailing (
  mailing_id uuid primary key,
  network_id uuid,
  kind text not null,
  state text not null,
  -- What mail programs are told of the list; the address for leaving it is each reader's own.
  list_id text not null,
  list_name text not null,
  reply_to text,
  prepared_at timestamptz not null,
  ended_at timestamptz,
  constraint platform_mailing_state check (state in ('prepared', 'sending', 'paused', 'cancelled', 'done'))
);
create index platform_mailing_by_state on platform_mailing (state) where state = 'sending';

create table platform_mailing_version (
  mailing_id uuid not null references platform_mailing (mailing_id) on delete cascade,
  version_key text not null,
  language text not null,
  subject text not null,
  html text not null,
  plain text not null,
  primary key (mailing_id, version_key)
);

-- Processes that send. Whose count of beats stands still has died: no clock is asked.
create table platform_mailing_worker (
  worker_id uuid primary key,
  beats bigint not null
);

create table platform_mailing_reader (
  mailing_id uuid not null,
  reader_id uuid not null,
  version_key text not null,
  to_address text not null,
  to_name text not null,
  preferences_address text not null,
  unsubscribe_address text not null,
  due_at timestamptz not null,
  next_attempt_at timestamptz not null,
  state text not null,
  attempts integer not null default 0,
  -- Of platform_mailing_worker, while it is on its way.
  claimed_by uuid,
  -- In the words of the mail server.
  words text,
  ended_at timestamptz,
  primary key (mailing_id, reader_id),
  foreign key (mailing_id, version_key) references platform_mailing_version (mailing_id, version_key) on delete cascade,
  constraint platform_mailing_reader_state check (state in ('waiting', 'sent', 'soft', 'hard')),
  constraint platform_mailing_reader_ends check ((state = 'waiting') = (ended_at is null))
);
create index platform_mailing_reader_due on platform_mailing_reader (next_attempt_at) where state = 'waiting' and claimed_by is null;
create index platform_mailing_reader_claimed on platform_mailing_reader (claimed_by) where claimed_by is not null;
create index platform_mailing_reader_waiting on platform_mailing_reader (mailing_id) where state = 'waiting';
create index platform_mailing_reader_by_address on platform_mailing_reader (to_address);
