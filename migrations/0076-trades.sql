-- What a post works on day by day: a fact about it, for those who look for somebody who does the same elsewhere.
alter table contacts_post add column trades text[] not null default '{}';

-- Whether the holder of a post may be asked by colleagues of the group, and how: their own word. It goes when they leave the post.
create table contacts_statement (
  contact_id uuid primary key references contacts_person (contact_id) on delete cascade,
  asked_at timestamptz,
  asked_by uuid,
  reminded_at timestamptz,
  -- When they were asked, as the desk of their authority, who does this there.
  desk_asked_at timestamptz,
  -- Until when the links in their mails work.
  link_ends_at timestamptz,
  decision text check (decision in ('yes', 'no', 'somebody_else')),
  decided_at timestamptz,
  -- The last day on which a yes holds.
  until date,
  -- Who could be asked instead, as they say it; emptied once the secretariat has seen to it.
  words text not null default '',
  -- Trades of their posts, and themes of these, on which they wish not to be asked.
  not_on text[] not null default '{}',
  not_themes text[] not null default '{}',
  languages text[] not null default '{}',
  -- Questions in 30 days.
  quota smallint not null default 2 check (quota between 1 and 20),
  way text not null default 'mail' check (way in ('mail', 'page')),
  -- Pairs of days, both included.
  quiet jsonb not null default '[]',
  absent_until date,
  -- The separate consent to be read abroad: the version of its words, and when it was given.
  abroad_version text,
  abroad_at timestamptz,
  withdrawn_at timestamptz,
  check ((decision is null) = (decided_at is null)),
  check ((decision is not distinct from 'yes') = (until is not null)),
  check ((abroad_at is null) = (abroad_version is null))
);

-- Links by which holders without an account say it.
create table contacts_statement_link (
  token_digest text primary key,
  contact_id uuid not null references contacts_statement (contact_id) on delete cascade,
  made_at timestamptz not null
);
create index contacts_statement_link_by_contact on contacts_statement_link (contact_id);
