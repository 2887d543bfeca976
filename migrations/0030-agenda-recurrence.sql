-- How an event comes back, as one value of its document; null for what takes place once.
alter table agenda_event add column recurrence jsonb;
-- Up to which day its occurrences are written down; null where none are missing.
alter table agenda_event add column occurrences_until date;
create index agenda_event_by_recurrence on agenda_event (network_id) where recurrence is not null;
create index agenda_event_by_occurrences_until on agenda_event (occurrences_until) where occurrences_until is not null;
-- What was written down before says nothing of it: else every event would seem changed.
update contributions_version set document = document || '{"recurrence": null}' where record_kind = 'event';
update contributions_suggestion set document = document || '{"recurrence": null}'
  where record_kind = 'event' and document is not null;

-- On which days an event that comes back is, so that lists find them: what each of them says is made of the event and its day.
create table agenda_occurrence (
  event_id uuid not null references agenda_event (event_id) on delete cascade,
  -- The day on which it begins by the rule: it stays, wherever the occurrence is moved.
  occurs_on date not null,
  network_id uuid not null references networks_network (network_id),
  starts_on date not null,
  ends_on date not null,
  -- cancelled; null where the event says it.
  state text,
  primary key (event_id, occurs_on)
);
create index agenda_occurrence_by_start on agenda_occurrence (network_id, starts_on);
create index agenda_occurrence_by_end on agenda_occurrence (network_id, ends_on);
