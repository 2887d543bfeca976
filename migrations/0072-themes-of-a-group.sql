-- The themes for which the briefs of a group say who decides, in no order of rank; none: the most frequent of its ties.
alter table networks_network add column themes text[] not null default '{}';
