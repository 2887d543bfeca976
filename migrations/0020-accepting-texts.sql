-- All that is sure of a long text is accepted in the background, some of it at a time.
alter table imports_text add column accepting_since timestamptz;
-- Who asked for it: each decision is theirs. Null for the command line.
alter table imports_text add column accepting_by uuid;
-- The place of the last fact that was taken up, and how many were accepted of how many.
alter table imports_text add column accepting_from integer not null default -1;
alter table imports_text add column accepting_done integer not null default 0;
alter table imports_text add column accepting_all integer not null default 0;
create index imports_text_accepting on imports_text (accepting_since) where accepting_since is not null;

-- Bodies that were added to the directory because a text names them; they go with the import unless something else needs them by then.
create table imports_text_body (
  text_id uuid not null references imports_text (text_id),
  organisation_id uuid not null references directory_organisation (organisation_id),
  primary key (text_id, organisation_id)
);
create index imports_text_body_by_organisation on imports_text_body (organisation_id);

-- Files of meetings are kept with the others.
alter table minutes_resource add constraint minutes_resource_file foreign key (file_id) references platform_file (file_id);
create index minutes_resource_by_file on minutes_resource (file_id) where file_id is not null;
