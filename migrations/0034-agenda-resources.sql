-- What one reads for an event, in order: [{"label", "language", "url"}]. A label without an address stays: links of old minutes lead nowhere.
alter table agenda_event add column resources jsonb not null default '[]';
