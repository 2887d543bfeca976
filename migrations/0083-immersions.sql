-- What an immersion has beside the sheet of a mission: whose work is followed, by whom, for how many days, and to what end.
alter table agenda_mission
  add trades text[] collate "C" not null default '{}',
  add host_post jsonb not null default '{}',
  add guest_post jsonb not null default '{}',
  add days int check (days between 0 and 999999999),
  add aims jsonb not null default '{}';
