-- The conversation that a mail goes on: Message-IDs, the oldest first.
alter table platform_mail add column thread text[] not null default '{}';

-- Mails that people answered: each is taken once, by whichever way it comes.
create table platform_inbound_mail (
  inbound_id uuid primary key,
  -- Its Message-ID, or what its bytes come to.
  message_key text collate "C" not null unique,
  -- Empty for what a machine wrote.
  from_address text collate "C" not null,
  subject text not null,
  received_at timestamptz not null,
  -- The message and what was cut of it, without answer addresses; null after thirty days.
  raw bytea,
  cut text
);
create index platform_inbound_mail_by_sender on platform_inbound_mail (from_address, received_at);
create index platform_inbound_mail_with_text on platform_inbound_mail (received_at) where raw is not null or cut is not null;
