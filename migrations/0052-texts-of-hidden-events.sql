-- Events that only their hosts read, or that are withdrawn, are not among the texts that all translate.

delete from translations_text where record_kind = 'activity' and record_id in (
  select event_id from agenda_event where published_at is null or visibility not in ('public', 'network')
);
delete from translations_memory where record_kind = 'activity' and record_id in (
  select event_id from agenda_event where published_at is null or visibility not in ('public', 'network')
);
delete from translations_record where record_kind = 'activity' and record_id in (
  select event_id from agenda_event where published_at is null or visibility not in ('public', 'network')
);
