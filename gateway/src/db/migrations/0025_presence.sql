-- Who is where, for a quarter of a minute: nothing is lost when it is. Times are the gateway's own, epoch ms.
create unlogged table presence (
  tenant text not null,
  co_worker_id text collate "C" not null,
  -- One of that co-worker's windows: each is in one conversation at a time.
  window_id text collate "C" not null,
  conversation_id text collate "C" not null,
  name text not null,
  activity text not null,
  until_at bigint not null,
  primary key (tenant, co_worker_id, window_id)
);
create index presence_of on presence (tenant, conversation_id);
create index presence_until on presence (tenant, until_at);
