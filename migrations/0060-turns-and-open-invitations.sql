-- Whoever counts before writing, or looks for a free address, holds one of these to the end of the transaction: see src/platform/database/turns.ts.
create table platform_turn (
  turn integer primary key
);

-- An address is invited once to a role of a network: of invitations that wait beside each other the newest stays.
update people_invitation older set withdrawn_at = now()
where older.accepted_at is null and older.withdrawn_at is null and exists (
  select from people_invitation newer
  where newer.network_id = older.network_id and newer.role = older.role and newer.address = older.address
    and newer.accepted_at is null and newer.withdrawn_at is null
    and (newer.made_at, newer.invitation_id) > (older.made_at, older.invitation_id)
);
create unique index people_invitation_open on people_invitation (network_id, role, address)
  where accepted_at is null and withdrawn_at is null;
