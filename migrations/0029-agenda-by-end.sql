-- A month asks for what ends after its first day: without it, all that began before is read.
create index agenda_event_by_end on agenda_event (network_id, ends_on);
