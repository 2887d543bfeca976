-- The letters of a network: one in the making at most, the others numbered in the order in which they were published.
create table newsletter_issue (
  issue_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  state text not null check (state in ('draft', 'approved', 'published', 'withdrawn', 'discarded')),
  number integer check (number > 0),
  title jsonb not null,
  introduction jsonb not null default '{}',
  -- What it is made of, in order, as it was when it was gathered and with what editors made of it.
  parts jsonb not null default '[]',
  -- What the last gathering brought and took away.
  gathering jsonb not null default '{}',
  -- When the letter before was gathered.
  since timestamptz,
  gathered_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid,
  approved_at timestamptz,
  approved_by uuid,
  published_at timestamptz,
  -- The day that the network called today by then.
  published_on date,
  check ((number is null) = (published_at is null) and (number is null) = (published_on is null)),
  check ((state in ('published', 'withdrawn')) = (number is not null))
);
create unique index newsletter_issue_in_the_making on newsletter_issue (network_id) where state in ('draft', 'approved');
create unique index newsletter_issue_by_number on newsletter_issue (network_id, number) where number is not null;
create index newsletter_issue_by_network on newsletter_issue (network_id, changed_at);

-- Pictures of letters, which mails fetch for as long as somebody keeps the mail.
create table newsletter_picture (
  picture_id uuid primary key,
  issue_id uuid not null references newsletter_issue (issue_id) on delete cascade,
  file_id uuid not null references platform_file (file_id),
  width integer not null check (width > 0),
  height integer not null check (height > 0)
);
create index newsletter_picture_by_issue on newsletter_picture (issue_id);
create index newsletter_picture_by_file on newsletter_picture (file_id);

-- How a network makes its letters.
create table newsletter_practice (
  network_id uuid primary key references networks_network (network_id),
  -- Whoever wrote last does not approve.
  needs_second boolean not null
);
