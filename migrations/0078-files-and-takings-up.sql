-- Files of a sheet, as its holder hands them out.
create table practices_file (
  sheet_id uuid not null references practices_sheet (sheet_id) on delete cascade,
  file_id uuid not null references platform_file (file_id),
  -- BCP 47.
  language text not null,
  primary key (sheet_id, file_id)
);
create index practices_file_by_file on practices_file (file_id);

-- What an organisation would take up from what it saw in an exchange.
alter table outcomes_answer add column takes_up jsonb not null default '{}';
