-- How letters reach their readers: what was ordered, to whom it goes, and when a letter may be begun.

-- A letter is begun between due_at and until_at alone; without one, whenever it is due. Who is late gets another morning.
alter table platform_mailing_reader add column until_at timestamptz;
-- withdrawn: taken off before it left.
alter table platform_mailing_reader drop constraint platform_mailing_reader_state;
alter table platform_mailing_reader add constraint platform_mailing_reader_state
  check (state in ('waiting', 'sent', 'soft', 'hard', 'withdrawn'));
create index platform_mailing_reader_late on platform_mailing_reader (until_at) where state = 'waiting';
create index platform_mailing_reader_by_reader on platform_mailing_reader (reader_id);

create table newsletter_sending (
  sending_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  -- An issue goes to those who read each one or what concerns them; a digest to those who read a season at a time.
  kind text not null check (kind in ('issue', 'digest')),
  issue_id uuid references newsletter_issue (issue_id),
  -- First day of the season that a digest tells of, and which issues: those published in between.
  season date,
  tells_from timestamptz,
  tells_until timestamptz,
  -- No reader gets it before this day of their own.
  starts_on date not null,
  ordered_at timestamptz not null,
  -- Null for a digest, which nobody has to order.
  ordered_by uuid,
  -- Readers are fixed then: not long before the first of them gets it.
  prepare_at timestamptz not null,
  mailing_id uuid unique,
  -- The last subscription that has its place, while it is being prepared.
  prepared_after uuid,
  prepared_at timestamptz,
  -- What prevents it, and what the program said.
  trouble text,
  trouble_detail text not null default '',
  cancelled_at timestamptz,
  cancelled_by uuid,
  -- What became of it, once nobody is named any more.
  report jsonb,
  check ((kind = 'issue') = (issue_id is not null)),
  check ((kind = 'digest') = (season is not null))
);
create unique index newsletter_sending_of_issue on newsletter_sending (issue_id) where issue_id is not null and cancelled_at is null;
create unique index newsletter_sending_of_season on newsletter_sending (network_id, season) where season is not null;
create index newsletter_sending_by_network on newsletter_sending (network_id, ordered_at);
create index newsletter_sending_of_any_issue on newsletter_sending (issue_id) where issue_id is not null;
create index newsletter_sending_to_prepare on newsletter_sending (prepare_at) where prepared_at is null and cancelled_at is null;

-- Who was a reader when it was prepared, and as what: the letters themselves are those of the mailing.
create table newsletter_sending_reader (
  sending_id uuid not null references newsletter_sending (sending_id) on delete cascade,
  subscription_id uuid not null,
  language text not null,
  country text not null,
  frequency text not null,
  -- False for whom nothing in it concerns: no letter is made for them.
  is_concerned boolean not null,
  primary key (sending_id, subscription_id)
);
create index newsletter_sending_reader_by_subscription on newsletter_sending_reader (subscription_id);

-- Letters that their editors send to themselves before anybody else gets them.
create table newsletter_trial (
  mailing_id uuid primary key,
  issue_id uuid not null references newsletter_issue (issue_id),
  network_id uuid not null,
  made_at timestamptz not null,
  made_by uuid
);
create index newsletter_trial_by_issue on newsletter_trial (issue_id, made_at);
create index newsletter_trial_by_network on newsletter_trial (network_id, made_at);
