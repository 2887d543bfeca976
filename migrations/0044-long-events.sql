-- What lasts longer than a month is rare: a calendar finds it here, and all else by the day on which it begins.

create index agenda_event_long on agenda_event (network_id, starts_on, ends_on) where ends_on - starts_on > 31;
create index agenda_occurrence_long on agenda_occurrence (network_id, starts_on, ends_on) where ends_on - starts_on > 31;
