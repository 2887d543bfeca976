-- The conversation that a mail goes on: Message-IDs, the oldest first.
alter table platform_mail add column thread text[] not null default '{}';

-- Mails that people answered: each is taken once, by whichever way it comes.
create table platform_inbound_mail (
  inbound_id uuid primary key,
  -- Digest of its Message-ID, or of its bytes.
  message_key text collate "C" not null unique,
  -- Empty after thirty days.
  from_address text collate "C" not null,
  received_at timestamptz not null,
  -- What was cut of its words; null for nothing, and after thirty days.
  cut text
);
create index platform_inbound_mail_by_sender on platform_inbound_mail (from_address, received_at);
create index platform_inbound_mail_by_time on platform_inbound_mail (received_at);

-- What came with an answer by mail.
create table questions_answer_file (
  answer_id uuid not null references questions_answer (answer_id) on delete cascade,
  file_id uuid not null references platform_file (file_id),
  primary key (answer_id, file_id)
);
create index questions_answer_file_by_file on questions_answer_file (file_id);
