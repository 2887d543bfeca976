-- Drafts of minutes, and wishes that were withdrawn, are not among the texts that all translate.

delete from translations_text where record_kind = 'meeting' and path like 'sections.%' and record_id in (
  select meeting_id from minutes_meeting where amendable_at is null and final_at is null
);
delete from translations_memory where record_kind = 'meeting' and record_id in (
  select meeting_id from minutes_meeting where amendable_at is null and final_at is null
);
delete from translations_text where record_kind = 'wish' and record_id in (
  select wish_id from partners_wish where published_at is null
);
delete from translations_memory where record_kind = 'wish' and record_id in (
  select wish_id from partners_wish where published_at is null
);
delete from translations_record where record_kind = 'wish' and record_id in (
  select wish_id from partners_wish where published_at is null
);
