-- The host after the @ of every calendar UID. It is fixed at the first start and outlives the address of the server: under another one,
-- calendars would show everything twice, and what was sent could be neither moved nor called off.
create table platform_calendar_host (
  is_only boolean primary key default true check (is_only),
  host text not null check (host <> ''),
  fixed_at timestamptz not null
);
