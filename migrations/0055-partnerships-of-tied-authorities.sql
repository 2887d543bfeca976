-- What becomes of a partnership that was made in talks: it opens a cooperation, or is added to one that the two authorities have already.

alter table partners_introduction add column joins_id uuid references registry_cooperation (cooperation_id) on delete set null;
alter table partners_introduction add column opens_as text check (opens_as in ('in_talks', 'prospective'));
-- Both parties and the themes of the cooperation that talks have opened: no two open the same one, whoever is quicker.
alter table partners_introduction add column opened_key text;
alter table partners_introduction add constraint partners_introduction_outcome check (joins_id is null or opens_as is null);
create unique index partners_introduction_opened on partners_introduction (network_id, opened_key) where opened_key is not null;
create unique index partners_introduction_opening on partners_introduction (cooperation_id)
  where opens_as is not null and cooperation_id is not null;
