-- What lists are narrowed by besides what 0001 knows, and an index from which all counts of an inbox are read.
alter table conversation add column team_id text;
alter table conversation add column recipient_kind text not null default 'contact';
-- Read as text: json holds characters that the database cannot decode. Only our own field can have one of these values.
update conversation set recipient_kind =
  coalesce(substring(data::text from '"kind":"(contact|resource|unmatched)"'), 'contact');
create index conversation_team on conversation (tenant, team_id, newest, id);
create index conversation_counts on conversation (tenant, state, co_worker_id, branch_id) include (unread, longest_wait);
