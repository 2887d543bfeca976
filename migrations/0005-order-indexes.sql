-- Pages far into a long list of cooperations: what decides whether a row counts stands in the index beside its place.

drop index registry_cooperation_by_first;
create index registry_cooperation_by_first on registry_cooperation (network_id, sort_first, cooperation_id)
  include (known_on, listed);

drop index registry_cooperation_by_second;
create index registry_cooperation_by_second on registry_cooperation (network_id, sort_second, cooperation_id)
  include (known_on, listed);

drop index registry_cooperation_by_since;
create index registry_cooperation_by_since on registry_cooperation (network_id, since_from, cooperation_id)
  include (known_on, listed);
-- The newest first, those without a date at the end all the same.
create index registry_cooperation_by_since_down on registry_cooperation
  (network_id, since_from desc nulls last, cooperation_id desc) include (known_on, listed);
