-- An authority that stays itself and comes under another one: its parent and its codes from that day on.
create table directory_transfer (
  organisation_id uuid not null references directory_organisation (organisation_id),
  happened_on date not null,
  parent_id uuid not null references directory_organisation (organisation_id),
  codes jsonb not null default '{}',
  reported_by text not null,
  source text not null default '',
  primary key (organisation_id, happened_on)
);
create index directory_transfer_by_parent on directory_transfer (parent_id);
