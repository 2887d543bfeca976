-- What was sent, while it is open: the same sent twice by a second press is one expectation. Null once it is closed, or names were taken out of it.
alter table partners_expectation add column sent_digest text;
create unique index partners_expectation_by_sending on partners_expectation (network_id, asker_id, asked_id, sent_digest)
  where sent_digest is not null;

-- What was said in tours de table is found by its words, and by the name of who said it. What was said before is made findable at the next start.
alter table partners_round_wish add column search text not null default '';
alter table partners_round_wish add column grams text[] not null default '{}';
create index partners_round_wish_by_grams on partners_round_wish using gin (grams);
