-- What people changed of an organisation: reference files that are loaded again leave these fields as they are.
alter table directory_organisation add column edited_fields text[] not null default '{}';
create index directory_organisation_by_edit on directory_organisation (key) where edited_fields <> '{}';
