-- Days that a network adds to the holidays of its countries: an office that closes, a feast of one place.

create table agenda_holiday (
  holiday_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  country text not null,
  from_on date not null,
  to_on date not null,
  name jsonb not null,
  -- Closed offices are no day to plan on; any other day is only remarked.
  closes_offices boolean not null,
  -- Who said so, or where it stands.
  source text not null,
  known_on date not null,
  -- Taken back: what was known before that day stays known as it was.
  withdrawn_on date,
  created_at timestamptz not null,
  constraint agenda_holiday_runs_forward check (from_on <= to_on)
);
create index agenda_holiday_by_day on agenda_holiday (network_id, to_on);
