-- Pins and what is put aside: lists are ordered by the one and narrowed by the other, counts leave out the other.
alter table conversation add column pinned boolean not null default false;
-- Until when it sleeps if nobody writes; the largest number that JSON keeps where only a reply will do.
alter table conversation add column asleep_until bigint;
-- Read as text: json holds characters that the database cannot decode. Inside a text these quotes would be escaped.
update conversation set pinned = true where data::text ~ '"pinned":true';
-- Where somebody wrote since, it may be awake: that is what is shown until it changes again.
update conversation set asleep_until =
  coalesce(substring(data::text from '"snooze":\{[^{}]*"until":(\d+)')::bigint, 9007199254740991)
  where state in ('new', 'assigned') and data::text ~ '"snooze":\{'
    and newest_message_at <= substring(data::text from '"snooze":\{[^{}]*"since":(\d+)')::bigint;
create index conversation_pinned on conversation (tenant, newest, id) where pinned;
create index conversation_asleep on conversation (tenant, asleep_until) where asleep_until is not null;
drop index conversation_counts;
create index conversation_counts on conversation (tenant, state, co_worker_id, branch_id)
  include (unread, longest_wait, asleep_until);
