-- Mails as they were written, until they are sent or read in the outbox.

create table platform_mail (
  mail_id uuid primary key,
  to_address text not null,
  language text not null,
  network_id uuid,
  kind text not null,
  is_secret boolean not null,
  subject text not null,
  body jsonb not null,
  written_at timestamptz not null
);
create index platform_mail_by_time on platform_mail (written_at);
