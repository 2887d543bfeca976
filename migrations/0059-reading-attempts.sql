-- How often the reading of a text was begun without having come to an end: one that failed twice is not taken up by itself any more.
alter table imports_text add column attempts smallint not null default 0;
