-- What calendar programs read of a mail: what it asks of them, and the event. Null for most mails, and once the text was removed.
alter table platform_mail add column calendar jsonb;

-- How many times a meeting has changed in a way that calendars must know: the hours, the place, that it does not take place.
alter table minutes_meeting add column calendar_sequence integer not null default 0;
