-- The day, as the network has it, on which people were last asked to answer a poll, and when those who had not were reminded.
alter table agenda_poll add column asked_on date;
alter table agenda_poll add column reminded_at timestamptz;
