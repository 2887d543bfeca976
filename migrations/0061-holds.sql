-- Fleeting: work that one process does while the others wait, who does it and when it was last heard of. A row, as the lock of a session would
-- stay on another connection behind a pooler.
create table platform_hold (
  work text primary key,
  holder text not null,
  beat_at timestamptz not null
);
