-- What imported tables changed in records that existed before them, so that it can be taken back.

create table imports_amended (
  import_id uuid not null references imports_table (import_id),
  -- cooperation, organisation, holder
  subject_kind text not null,
  subject_id uuid not null,
  row_number integer not null,
  -- Of the record's document. Of people nothing is kept but which fields were empty before.
  changes jsonb not null,
  -- Evidence that stands outside of the document.
  evidence_ids uuid[] not null default '{}',
  amended_at timestamptz not null,
  primary key (import_id, subject_kind, subject_id, row_number)
);
