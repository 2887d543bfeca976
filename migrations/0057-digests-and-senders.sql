-- What is opened and followed of digests, which have no number: by their sending.
create table newsletter_counted_digest (
  sending_id uuid not null references newsletter_sending (sending_id) on delete cascade,
  -- `opening`, or made from the address.
  counted_key text not null,
  -- Where it leads; null of openings.
  address text,
  times integer not null default 0,
  primary key (sending_id, counted_key)
);

-- Who writes, in the language of a version; the name of this house where it is empty.
alter table platform_mailing_version add column sender text not null default '';
