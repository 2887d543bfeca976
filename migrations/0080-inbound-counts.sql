-- Mails of one sender are counted by what shows whose they are: their address where that is shown, else the token that they bear. Its digest;
-- empty after thirty days.
alter table platform_inbound_mail add column counted_as text collate "C" not null default '';
drop index platform_inbound_mail_by_sender;
create index platform_inbound_mail_by_count on platform_inbound_mail (counted_as, received_at);
