-- Meetings of a network from their convocation to what came of them. What a network decided comes over from the registry.

create table minutes_meeting (
  meeting_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  slug text collate "C" not null,
  title jsonb not null,
  kind text not null check (kind in ('group', 'other')),
  -- The day on the clock of `zone`, in which the hours were decided; the hours may be unknown.
  held_on date not null,
  starts_at timestamptz,
  ends_at timestamptz,
  zone text not null,
  place jsonb not null default '{}',
  place_id uuid references directory_organisation (organisation_id),
  chair jsonb not null default '{}',
  chair_id uuid references directory_organisation (organisation_id),
  languages text[] not null default '{}',
  -- From the text of the convocation: what one should know or bring.
  invitation jsonb not null default '{}',
  -- States are who and when; nobody is named where the command line did it.
  announced_at timestamptz,
  announced_by uuid,
  convened_at timestamptz,
  convened_by uuid,
  held_at timestamptz,
  held_by uuid,
  cancelled_at timestamptz,
  cancelled_by uuid,
  -- The phases of its minutes.
  prepared_at timestamptz,
  prepared_by uuid,
  amendable_at timestamptz,
  amendable_by uuid,
  amendable_until date,
  final_at timestamptz,
  final_by uuid,
  final_number text,
  final_sha256 text,
  -- What the digest was made of.
  final_text text,
  known_on date not null,
  search text not null,
  grams text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (network_id, slug),
  constraint minutes_meeting_ends_after check (ends_at is null or ends_at > starts_at),
  constraint minutes_meeting_final_whole check (
    (final_at is null) = (final_sha256 is null) and (final_at is null) = (final_text is null)
  )
);
create index minutes_meeting_by_day on minutes_meeting (network_id, held_on desc, meeting_id);
create index minutes_meeting_by_grams on minutes_meeting using gin (grams);

create table minutes_convener (
  meeting_id uuid not null references minutes_meeting (meeting_id),
  organisation_id uuid not null references directory_organisation (organisation_id),
  position smallint not null,
  primary key (meeting_id, organisation_id)
);
create index minutes_convener_by_organisation on minutes_convener (organisation_id);

-- A point of the agenda. One that was taken away stays, so that it can be put back.
create table minutes_point (
  point_id uuid primary key,
  meeting_id uuid not null references minutes_meeting (meeting_id),
  title jsonb not null,
  rapporteur text not null default '',
  planned_minutes smallint check (planned_minutes between 1 and 600),
  position smallint not null,
  removed_at timestamptz,
  removed_by uuid
);
create index minutes_point_by_meeting on minutes_point (meeting_id, position);

-- Somebody asked to come. The answer needs no account: a link signed with the id speaks for it.
create table minutes_invitee (
  invitee_id uuid primary key,
  meeting_id uuid not null references minutes_meeting (meeting_id),
  person_id uuid,
  name text not null default '',
  address text,
  function jsonb not null default '{}',
  organisation_id uuid references directory_organisation (organisation_id),
  language text not null,
  asked_at timestamptz not null,
  asked_by uuid,
  answered_at timestamptz,
  answer text check (answer in ('present', 'remote', 'represented', 'excused')),
  represented_by text not null default '',
  words text not null default '',
  constraint minutes_invitee_answers_whole check ((answered_at is null) = (answer is null))
);
create unique index minutes_invitee_by_address on minutes_invitee (meeting_id, address);

create table minutes_participant (
  participant_id uuid primary key,
  meeting_id uuid not null references minutes_meeting (meeting_id),
  person_id uuid,
  invitee_id uuid references minutes_invitee (invitee_id),
  name text not null default '',
  function jsonb not null default '{}',
  organisation_id uuid references directory_organisation (organisation_id),
  organisation_words text not null default '',
  presence text not null check (presence in ('present', 'remote', 'represented', 'excused', 'absent', 'mentioned')),
  represented_by text not null default '',
  -- The published minutes name them: the public reads the name, else the function alone.
  is_named boolean not null default false,
  position smallint not null
);
create index minutes_participant_by_meeting on minutes_participant (meeting_id, position);
create index minutes_participant_by_organisation on minutes_participant (organisation_id);

-- Who takes notes, beside those who look after the network.
create table minutes_pen (
  meeting_id uuid not null references minutes_meeting (meeting_id),
  person_id uuid not null,
  given_at timestamptz not null,
  given_by uuid,
  primary key (meeting_id, person_id)
);

-- What is noted during a meeting, a row for each point (its id) and one for the rest (the id of the meeting).
create table minutes_note (
  note_id uuid primary key,
  meeting_id uuid not null references minutes_meeting (meeting_id),
  text text not null,
  version integer not null,
  written_at timestamptz not null
);
create index minutes_note_by_meeting on minutes_note (meeting_id);

create table minutes_note_version (
  note_id uuid not null references minutes_note (note_id),
  number integer not null,
  text text not null,
  person_id uuid,
  written_at timestamptz not null,
  primary key (note_id, number)
);

create table minutes_section (
  section_id uuid primary key,
  meeting_id uuid not null references minutes_meeting (meeting_id),
  title jsonb not null,
  text jsonb not null,
  level smallint not null check (level between 2 and 4),
  position smallint not null
);
create index minutes_section_by_meeting on minutes_section (meeting_id, position);

-- The minutes as they stood after each change of their text.
create table minutes_version (
  meeting_id uuid not null references minutes_meeting (meeting_id),
  number integer not null,
  document jsonb not null,
  reason text not null,
  person_id uuid,
  made_at timestamptz not null,
  primary key (meeting_id, number)
);

-- Another wording of a passage, asked for by somebody who attended.
create table minutes_amendment (
  amendment_id uuid primary key,
  meeting_id uuid not null references minutes_meeting (meeting_id),
  section_id uuid not null,
  language text not null,
  passage text not null,
  proposal text not null,
  reason text not null,
  person_id uuid not null,
  participant_id uuid not null references minutes_participant (participant_id),
  proposed_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  decision text check (decision in ('accepted', 'declined')),
  answer text not null default '',
  constraint minutes_amendment_decided_whole check ((decided_at is null) = (decision is null))
);
create index minutes_amendment_by_meeting on minutes_amendment (meeting_id, proposed_at);

-- A correction beside minutes that are final.
create table minutes_erratum (
  erratum_id uuid primary key,
  meeting_id uuid not null references minutes_meeting (meeting_id),
  text jsonb not null,
  person_id uuid,
  made_at timestamptz not null,
  known_on date not null
);
create index minutes_erratum_by_meeting on minutes_erratum (meeting_id, made_at);

-- What was written about a meeting and is kept as a source: each secretariat has its own account.
create table minutes_account (
  meeting_id uuid not null references minutes_meeting (meeting_id),
  source_id uuid not null references registry_source (source_id),
  -- Whose account it is.
  organisation_id uuid references directory_organisation (organisation_id),
  -- It stands as the minutes of the meeting.
  is_minutes boolean not null default false,
  position smallint not null,
  known_on date not null,
  primary key (meeting_id, source_id)
);

-- What a network decided, and apart from it what was proposed, wished or called a need.
create table minutes_decision (
  decision_id uuid primary key,
  network_id uuid not null references networks_network (network_id),
  meeting_id uuid references minutes_meeting (meeting_id),
  point_id uuid references minutes_point (point_id),
  slug text collate "C" not null,
  text jsonb not null,
  said_by jsonb not null,
  state text not null check (state in ('decided', 'proposed', 'wished', 'need')),
  -- EDTF by which it is due, and the words as said.
  horizon text,
  horizon_words jsonb not null default '{}',
  -- The sentence of the minutes that says so, until it is found in their text.
  quotation text not null default '',
  position smallint not null,
  known_on date not null,
  unique (network_id, slug)
);
create index minutes_decision_by_meeting on minutes_decision (meeting_id, position);
insert into minutes_decision (decision_id, network_id, slug, text, said_by, state, horizon, position, known_on)
select resolution_id, network_id, slug, text, said_by, state, horizon, position, known_on from registry_resolution;
drop table registry_resolution;
update registry_evidence set subject_kind = 'decision' where subject_kind = 'resolution';
-- Their texts are indexed as records of their own.
insert into translations_record (network_id, record_kind, record_id, label, address)
select network_id, 'decision', decision_id,
  (select jsonb_object_agg(key, value ->> 'text') from jsonb_each(minutes_decision.text)), '/group'
from minutes_decision
where minutes_decision.text <> '{}' and exists (select 1 from translations_record r where r.network_id = minutes_decision.network_id);
update translations_text set record_kind = 'decision', record_id = split_part(path, '.', 2)::uuid, path = 'text'
where record_kind = 'group' and path like 'resolutions.%';

-- What somebody is to do about a decision.
create table minutes_action (
  action_id uuid primary key,
  decision_id uuid not null references minutes_decision (decision_id),
  network_id uuid not null references networks_network (network_id),
  text jsonb not null,
  organisation_id uuid references directory_organisation (organisation_id),
  -- A person by name and function, as far as one is charged with it.
  person text not null default '',
  due text,
  due_from date,
  due_to date,
  due_words jsonb not null default '{}',
  position smallint not null,
  known_on date not null
);
create index minutes_action_by_decision on minutes_action (decision_id, position);
create index minutes_action_by_due on minutes_action (network_id, due_to);

-- What became of it; the newest step that is known says how it stands.
create table minutes_action_step (
  step_id uuid primary key,
  action_id uuid not null references minutes_action (action_id),
  state text not null check (state in ('open', 'done', 'dropped', 'postponed')),
  -- The new date of what is postponed.
  due text,
  due_from date,
  due_to date,
  due_words jsonb not null default '{}',
  note text not null default '',
  person_id uuid,
  made_at timestamptz not null,
  known_on date not null
);
create index minutes_action_step_by_action on minutes_action_step (action_id, step_id desc);

-- What was shown or handed out; a link that leads nowhere keeps its label.
create table minutes_resource (
  resource_id uuid primary key,
  meeting_id uuid not null references minutes_meeting (meeting_id),
  kind text not null check (kind in ('document', 'video', 'page', 'photograph', 'other')),
  language text not null,
  label jsonb not null,
  url text,
  -- A file that is kept here.
  file_id uuid,
  -- Where a copy is kept.
  copy_words text not null default '',
  position smallint not null,
  known_on date not null,
  -- How the link was found last.
  state text not null default 'unknown' check (state in ('unknown', 'works', 'moved', 'dead')),
  moved_to text,
  dead_since timestamptz,
  failures smallint not null default 0,
  checked_at timestamptz
);
create index minutes_resource_by_meeting on minutes_resource (meeting_id, position);
create index minutes_resource_by_check on minutes_resource (checked_at) where url is not null;
