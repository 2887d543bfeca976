-- How a post stood before an import wrote into it, so that the import can be taken back: kept apart, and no longer than a season.
create table contacts_former (
  -- The import that wrote into it.
  import_id uuid not null,
  post_id uuid not null references contacts_post (post_id),
  function jsonb not null,
  -- EDTF, where nobody held it.
  vacant_since text,
  announced_for text,
  -- Who held it, and how they were reached; null where nobody did.
  holding_id uuid references contacts_holding (holding_id),
  contact_id uuid references contacts_person (contact_id),
  email text,
  telephone text,
  confirmed_at timestamptz,
  confirmed_by uuid,
  -- What the import put there: whoever changed it since is not undone.
  new_function jsonb not null,
  new_contact_id uuid,
  new_email text,
  new_telephone text,
  written_at timestamptz not null,
  kept_until date not null,
  primary key (import_id, post_id)
);
create index contacts_former_by_post on contacts_former (post_id);
create index contacts_former_by_contact on contacts_former (contact_id) where contact_id is not null;
create index contacts_former_by_holding on contacts_former (holding_id) where holding_id is not null;
create index contacts_former_by_end on contacts_former (kept_until);
