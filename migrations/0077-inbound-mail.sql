-- The conversation that a mail goes on: Message-IDs, the oldest first.
alter table platform_mail add column thread text[] not null default '{}';

-- Mails that people answered: each is taken once, by whichever way it comes.
create table platform_inbound_mail (
  inbound_id uuid primary key,
  -- Its Message-ID, or what its bytes come to.
  message_key text collate "C" not null unique,
  from_address text collate "C" not null,
  received_at timestamptz not null,
  -- What was cut of its words; null for nothing, and after thirty days.
  cut text
);
create index platform_inbound_mail_by_sender on platform_inbound_mail (from_address, received_at);
create index platform_inbound_mail_by_time on platform_inbound_mail (received_at);
