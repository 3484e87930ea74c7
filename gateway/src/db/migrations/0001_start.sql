-- Every table carries the tenant first in its key: no statement can forget it and still use an index.
-- Whole objects are kept as json (not jsonb: it refuses characters that a customer may send) beside the columns that
-- are searched and sorted by. Text that is compared uses collation "C": the order of the code points, on every machine.

-- One counter row per feed. Its lock is held until commit, so positions are dense and never appear out of order.
create table feed (
  tenant text primary key,
  identity text not null,
  head bigint not null default 0,
  trimmed bigint not null default 0
);

create table feed_event (
  tenant text not null,
  position bigint not null,
  changes json not null,
  primary key (tenant, position)
);

create table co_worker (
  tenant text not null,
  id text collate "C" not null,
  data json not null,
  primary key (tenant, id)
);

create table branch (
  tenant text not null,
  id text collate "C" not null,
  data json not null,
  primary key (tenant, id)
);

create table conversation_template (
  tenant text not null,
  code text collate "C" not null,
  language text collate "C" not null,
  data json not null,
  primary key (tenant, code, language)
);

create table setting (
  tenant text not null,
  name text not null,
  value json not null,
  primary key (tenant, name)
);

create table recipient (
  tenant text not null,
  id text collate "C" not null,
  data json not null,
  co_worker_id text,
  branch_id text,
  name_key text collate "C" not null,
  search text not null,
  primary key (tenant, id)
);
create index recipient_name on recipient (tenant, name_key, id);

create table recipient_address (
  tenant text not null,
  address_key text collate "C" not null,
  recipient_id text collate "C" not null,
  primary key (tenant, address_key, recipient_id)
);
create index recipient_address_of on recipient_address (tenant, recipient_id);

create table conversation (
  tenant text not null,
  id text collate "C" not null,
  data json not null,
  state text not null,
  co_worker_id text,
  branch_id text,
  recipient_id text collate "C" not null,
  unread boolean not null,
  tags text[] not null,
  channels text[] not null,
  started_at bigint not null,
  search text not null,
  newest_message_at bigint not null,
  next_position bigint not null,
  -- The keys of the four orders of a list, made by the domain's own function.
  oldest bigint not null,
  newest bigint not null,
  shortest_wait bigint not null,
  shortest_wait_then bigint not null,
  longest_wait bigint not null,
  longest_wait_then bigint not null,
  primary key (tenant, id)
);
create index conversation_newest on conversation (tenant, newest, id);
create index conversation_oldest on conversation (tenant, oldest, id);
create index conversation_longest on conversation (tenant, longest_wait, longest_wait_then, id);
create index conversation_shortest on conversation (tenant, shortest_wait, shortest_wait_then, id);
create index conversation_owner on conversation (tenant, co_worker_id, newest, id);
create index conversation_branch on conversation (tenant, branch_id, newest, id);
create index conversation_recipient on conversation (tenant, recipient_id);
create index conversation_recent on conversation (tenant, newest_message_at);

-- Addresses of conversations that are not archived, for placing what customers write.
create table conversation_address (
  tenant text not null,
  address_key text collate "C" not null,
  conversation_id text collate "C" not null,
  primary key (tenant, address_key, conversation_id)
);
create index conversation_address_of on conversation_address (tenant, conversation_id);

-- Words of the messages of a conversation, for search.
create table conversation_word (
  tenant text not null,
  word text collate "C" not null,
  conversation_id text collate "C" not null,
  primary key (tenant, word, conversation_id)
);

create table message (
  tenant text not null,
  id text collate "C" not null,
  conversation_id text collate "C" not null,
  recipient_id text collate "C" not null,
  direction text not null,
  at bigint not null,
  position bigint not null,
  -- What status reports call it.
  reference text,
  address text,
  data json not null,
  primary key (tenant, id),
  unique (tenant, conversation_id, position)
);
create index message_history on message (tenant, conversation_id, at, position, id);
create index message_recipient on message (tenant, recipient_id, at, position, id);
create index message_reference on message (tenant, reference) where reference is not null;
create index message_incoming on message (tenant, conversation_id, at, position, id) where direction = 'incoming';

-- What was asked under a client id. Kept for ever: an outbox may come back after months.
create table accepted (
  tenant text not null,
  client_id text collate "C" not null,
  asked text not null,
  message_id text not null,
  primary key (tenant, client_id)
);

-- A message that has to be handed to the provider, or is being handed over. The row goes with the outcome.
create table dispatch (
  tenant text not null,
  message_id text collate "C" not null,
  conversation_id text collate "C" not null,
  position bigint not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending')),
  holder text,
  lease_until timestamptz,
  not_before timestamptz not null default now(),
  attempts int not null default 0,
  queued_at timestamptz not null default now(),
  primary key (tenant, message_id)
);
create index dispatch_queue on dispatch (tenant, conversation_id, position);
create index dispatch_waiting on dispatch (not_before) where state = 'waiting';
create index dispatch_sending on dispatch (lease_until) where state = 'sending';

-- What a provider delivered, so that a repetition is recognised. Providers repeat for up to a month.
create table taken (
  tenant text not null,
  key text collate "C" not null,
  message_ids json not null,
  at bigint not null,
  primary key (tenant, key)
);

-- A status that came before its message.
create table early_status (
  tenant text not null,
  reference text not null,
  status text not null,
  report json not null,
  received_at bigint not null,
  primary key (tenant, reference, status)
);

-- What a provider sent and nobody could read, kept for a person to look at.
create table dead_letter (
  tenant text not null,
  id text not null,
  kind text not null,
  body text not null,
  path text not null,
  problem text not null,
  at bigint not null,
  primary key (tenant, id)
);
