-- The address that a link takes back for an account, after another one took its place; null for a link that does anything else.
alter table people_link add column restores text;
alter table people_link add check (restores is null or confirms is null);

-- Open invitations are looked for by whoever gave them, when that person’s say in the network ends.
create index people_invitation_by_giver on people_invitation (invited_by)
where invited_by is not null and accepted_at is null and withdrawn_at is null;

-- A session ends ninety days after it began, one of an operator after a day, whatever its use: those that stand already, too.
update people_session s set expires_at = least(
  s.expires_at,
  s.created_at + case when p.operator_since is null then interval '90 days' else interval '24 hours' end
)
from people_person p where p.id = s.person_id;
