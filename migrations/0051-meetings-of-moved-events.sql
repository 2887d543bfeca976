-- When the event was to be, as the hours of its bilateral meetings and those who come to them go by it: an event that has moved since is for
-- whoever holds it to decide on. Empty where the event had no certain day.
alter table partners_session add column event_starts_on date;
alter table partners_session add column event_starts_at timestamptz;
alter table partners_session add column event_zone text;

update partners_session s set event_starts_on = e.starts_on, event_starts_at = e.starts_at, event_zone = e.zone
from agenda_event e where e.event_id = s.event_id and e.happens like '____-__-__%';
