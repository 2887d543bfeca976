-- Tokens by which programs act for a person in one network; of a token only a digest is kept.
create table people_token (
  token_id uuid primary key,
  person_id uuid not null references people_person (id),
  network_id uuid not null references networks_network (network_id),
  -- What the owner calls it: “export to the town’s open data”.
  name text not null,
  -- Its first signs, by which its owner tells it from others.
  prefix text not null,
  token_digest text not null unique,
  -- read, write:organisations, write:cooperations, suggest
  scopes jsonb not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  -- No finer than a day: when somebody’s programs work is their own business.
  last_used_on date,
  ended_at timestamptz
);
create index people_token_by_person on people_token (person_id, made_at);
create index people_token_by_prefix on people_token (prefix);
create index people_token_by_end on people_token (expires_at);

-- What a call with an Idempotency-Key was answered, for a day: who sends it again gets the same answer.
create table platform_answered_call (
  person_id uuid not null,
  call_key text not null,
  -- Of method, address, conditions and body: another call under the same key is refused.
  call_digest text not null,
  -- Null only inside the transaction that makes the answer.
  answer jsonb,
  made_at timestamptz not null,
  primary key (person_id, call_key)
);
create index platform_answered_call_by_time on platform_answered_call (made_at);
