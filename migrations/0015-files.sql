-- Files that people send: their bytes stand where STORAGE_URL says, each content once under its checksum.

create table platform_file_content (
  -- SHA-256 in hexadecimal: also the name under which the bytes are kept.
  sha256 text primary key,
  size_bytes bigint not null,
  -- When it was last sent.
  kept_at timestamptz not null
);

-- A file as somebody sent it. Whatever has files refers to them by a foreign key: one to which nothing refers goes after a day.
create table platform_file (
  file_id uuid primary key,
  sha256 text not null references platform_file_content (sha256),
  name text not null,
  media_type text not null,
  created_at timestamptz not null
);
create index platform_file_by_content on platform_file (sha256, file_id);
create index platform_file_by_time on platform_file (created_at);
