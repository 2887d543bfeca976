-- Who is in a group is kept by its coordinators. The number moves with each change: whoever replaces the list names the one that they read.
alter table networks_network add column members_version integer not null default 1;

alter table networks_membership add constraint networks_membership_period check (ends_on >= starts_on);
-- Of two who say at once that an organisation has a role, one is first.
create unique index networks_membership_open on networks_membership (network_id, organisation_id, role)
  where ends_on is null and of_id is null;
