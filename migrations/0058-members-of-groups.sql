-- Who is in a group is kept by its coordinators. The number moves with each change: whoever replaces the list names the one that they read.
alter table networks_network add column members_version integer not null default 1;

-- Nothing kept an older release from writing what the next two refuse: such a membership lasts no day, and of two alike the first stays.
update networks_membership set ends_on = starts_on where ends_on < starts_on;
update networks_membership set ends_on = starts_on
  where ends_on is null and of_id is null and exists (
    select from networks_membership as first
    where first.network_id = networks_membership.network_id and first.organisation_id = networks_membership.organisation_id
      and first.role = networks_membership.role and first.ends_on is null and first.of_id is null
      and (first.starts_on, first.membership_id) < (networks_membership.starts_on, networks_membership.membership_id)
  );
alter table networks_membership add constraint networks_membership_period check (ends_on >= starts_on);
-- Of two who say at once that an organisation has a role, one is first.
create unique index networks_membership_open on networks_membership (network_id, organisation_id, role)
  where ends_on is null and of_id is null;
