-- The outbox: each mail is written in the transaction of the change that asks for it, and delivered from here.

create table platform_mail (
  mail_id uuid primary key,
  -- Null when the mail concerns no single network (signing in).
  network_id uuid,
  kind text not null,
  language text not null,
  to_address text not null,
  to_name text not null,
  reply_to text,
  subject text not null,
  -- Null once the text was removed.
  body jsonb,
  list jsonb,
  -- Its text signs somebody in: only the recipient reads it, and whoever is named beside.
  is_secret boolean not null,
  readable_by uuid,
  written_at timestamptz not null,
  -- When it is of no use any more.
  useless_at timestamptz not null,
  attempts integer not null default 0,
  -- Null when nothing more is to be done. A deliverer claims the mail by moving it on.
  next_attempt_at timestamptz,
  last_error text,
  sent_at timestamptz,
  failed_at timestamptz,
  constraint platform_mail_ends_one_way check (sent_at is null or failed_at is null),
  constraint platform_mail_is_due_or_done check ((next_attempt_at is null) = (sent_at is not null or failed_at is not null))
);
create index platform_mail_by_attempt on platform_mail (next_attempt_at) where next_attempt_at is not null;
create index platform_mail_by_failure on platform_mail (failed_at) where failed_at is not null;
create index platform_mail_by_network on platform_mail (network_id, mail_id);
create index platform_mail_with_text on platform_mail (written_at) where body is not null;
