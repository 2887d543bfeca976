-- What comes back of letters to many, and that whoever wrote a mail was told what became of it.

alter table platform_mailing_reader add column returned_at timestamptz;
-- hard, soft, complaint
alter table platform_mailing_reader add column return_kind text;
-- In the words of the server that sent it back.
alter table platform_mailing_reader add column return_words text;
-- When the feature was told that it did not arrive; null again once it is worse than was told.
alter table platform_mailing_reader add column told_at timestamptz;
create index platform_mailing_reader_to_tell on platform_mailing_reader (mailing_id, reader_id)
  where told_at is null and (state in ('soft', 'hard') or return_kind is not null);

-- A reader's own links, which speak for them: kept until their letter has its outcome, and in no backup.
alter table platform_mailing_reader alter column preferences_address drop not null;
alter table platform_mailing_reader alter column unsubscribe_address drop not null;
update platform_mailing_reader set preferences_address = null, unsubscribe_address = null where state <> 'waiting';

alter table platform_mail add column told_at timestamptz;
create index platform_mail_to_tell on platform_mail (mail_id)
  where told_at is null and (failed_at is not null or return_kind is not null);

-- Letters, and mails about a subscription, that came back from a reader.
create table newsletter_return (
  subscription_id uuid not null references newsletter_subscription (subscription_id) on delete cascade,
  -- Of platform_mailing or platform_mail.
  mail_id uuid not null,
  kind text not null check (kind in ('soft', 'hard', 'complaint')),
  -- In those of the server: personal data, they name the address.
  words text not null,
  returned_at timestamptz not null,
  primary key (subscription_id, mail_id)
);

-- When somebody last said that an address takes mail: what was sent before and comes back later says nothing of it.
alter table newsletter_subscription add column mended_at timestamptz;
