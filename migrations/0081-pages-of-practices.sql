-- A page of sheets or of questions costs the same however many there are: it is read in its order, and what few of them have is found by itself.
create index practices_sheet_by_state on practices_sheet (network_id, publication, known_on, sheet_id);
create index practices_sheet_by_theme on practices_sheet using gin (themes);
create index practices_sheet_by_trade on practices_sheet using gin (trades);
create index questions_question_by_theme on questions_question using gin (themes);
create index questions_question_by_trade on questions_question (network_id, trade, known_on, question_id) where trade is not null;
create index questions_question_unclosed on questions_question (network_id, known_on, question_id) where closed_at is null;
drop index questions_question_by_asker;
create index questions_question_by_asker on questions_question (asker_id, known_on, question_id);
