-- All mails of a conversation to one person have the subject of the first.
create index platform_mail_by_thread on platform_mail ((thread[1]), to_address, mail_id) where thread <> '{}';

-- When an author was asked whether their answer may become a sheet.
alter table questions_answer add column publish_asked_at timestamptz;
-- The first of what its asker did with it that its author was not told yet; null for nothing.
alter table questions_answer add column judged_at timestamptz;
create index questions_answer_judged on questions_answer (judged_at) where judged_at is not null;
