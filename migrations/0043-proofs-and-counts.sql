-- Documents by which people agreed to get the letter, and counts of openings and clicks where a network wants them.

create table newsletter_proof (
  proof_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  file_id uuid not null references platform_file (file_id),
  kept_at timestamptz not null
);
create index newsletter_proof_by_file on newsletter_proof (file_id);
create index newsletter_proof_by_network on newsletter_proof (network_id);

-- Of an imported list: the document that shows its consent, until the proof of the last one ends.
alter table newsletter_subscription add column proof_id uuid references newsletter_proof (proof_id);
create index newsletter_subscription_by_proof on newsletter_subscription (proof_id) where proof_id is not null;
-- When its reader said that they do not want to be counted.
alter table newsletter_subscription add column uncounted_at timestamptz;

-- Since when a network counts what is opened and followed; null where it does not.
alter table newsletter_practice add column counted_since timestamptz;

-- What is counted of a letter: its openings, and each address that stands in it. Nothing says who.
create table newsletter_counted (
  issue_id uuid not null references newsletter_issue (issue_id) on delete cascade,
  -- `opening`, or made from the address.
  counted_key text not null,
  -- Where it leads; null of openings.
  address text,
  times integer not null default 0,
  primary key (issue_id, counted_key)
);
