-- Roles that compose the letters of a network beside those who look after it, who alone approve and publish them.
alter table newsletter_practice add column composers text[] not null default '{}';
