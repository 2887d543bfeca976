-- The terms that a group adds to the glossary of the field: how it says one thing in its languages.
create table translations_term (
  term_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  slug text collate "C" not null,
  word jsonb not null,
  note jsonb not null default '{}',
  -- What it is not to be confused with, and why.
  confused jsonb not null default '{}',
  state text not null check (state in ('used', 'withdrawn')),
  known_on date not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (network_id, slug)
);
