-- Letters are claimed of each mailing by itself: what waits of a paused one, or of another, is not read.

drop index platform_mailing_reader_due;
create index platform_mailing_reader_due on platform_mailing_reader (mailing_id, next_attempt_at)
where state = 'waiting' and claimed_by is null;
