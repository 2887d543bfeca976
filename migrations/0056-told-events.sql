-- What those who have bilateral meetings were last told of the event itself, what it is called and where it is: what reads otherwise by now
-- is told by mail. Empty before anything was published.
alter table partners_session add column told_title jsonb;
alter table partners_session add column told_venue jsonb;
alter table partners_session add column told_place_id uuid references directory_organisation (organisation_id) on delete set null;
create index partners_session_by_told_place on partners_session (told_place_id) where told_place_id is not null;

update partners_session s set told_title = e.title, told_venue = e.venue, told_place_id = e.place_id
from agenda_event e where e.event_id = s.event_id and s.published_at is not null;
