-- What comes back of a mail that had left: a box that is not there or is full, or a complaint of its reader.

alter table platform_mail add column returned_at timestamptz;
-- hard, soft, complaint
alter table platform_mail add column return_kind text;
-- In the words of the server that sent it back.
alter table platform_mail add column return_words text;
create index platform_mail_by_return on platform_mail (returned_at) where returned_at is not null;
