-- Pictures of events (the exchanges of ties too), of ties and of organisations in a network, at most six of each.
create table pictures_picture (
  picture_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  record_kind text not null check (record_kind in ('cooperation', 'event', 'organisation')),
  record_id uuid not null,
  position smallint not null,
  file_id uuid not null references platform_file (file_id),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  -- For those who do not see it, and what stands beneath it.
  alternative jsonb not null,
  caption jsonb not null,
  credit text not null check (credit <> ''),
  -- By whom, and under which terms, it may be shown.
  terms text not null check (terms <> ''),
  -- Whether people can be recognised, who then have agreed to be shown.
  people text not null check (people in ('nobody', 'agreed')),
  known_on date not null,
  added_at timestamptz not null,
  added_by uuid,
  -- Taken out by an editor, who may put it back for thirty days.
  removed_at timestamptz,
  removed_by uuid
);
create index pictures_picture_by_record on pictures_picture (network_id, record_kind, record_id, position);
create index pictures_picture_by_file on pictures_picture (file_id);
create index pictures_picture_removed on pictures_picture (removed_at) where removed_at is not null;
