-- Actions on many conversations, and their being taken back. Whoever asked may be gone: the gateway carries them out.
create table bulk_operation (
  tenant text not null,
  id text collate "C" not null,
  -- The taking back of the operation of the same id.
  is_undo boolean not null,
  -- Whose it is, and what may be seen and done in that name.
  viewer json not null,
  co_worker_id text not null,
  -- Null where an operation is taken back: each step says what to do.
  action json,
  state text not null check (state in ('running', 'stopped', 'finished')),
  total int not null,
  done int not null default 0,
  skipped int not null default 0,
  failed int not null default 0,
  -- Portions that could not be carried out in a row.
  troubles int not null default 0,
  begun_at bigint not null,
  primary key (tenant, id, is_undo)
);
create index bulk_running on bulk_operation (begun_at) where state = 'running';
create index bulk_old on bulk_operation (tenant, begun_at);

create table bulk_step (
  tenant text not null,
  operation_id text collate "C" not null,
  is_undo boolean not null,
  number int not null,
  conversation_id text collate "C" not null,
  -- What takes a change back; null for the action itself.
  edit json,
  -- What became of it; null until then.
  outcome text,
  result json,
  primary key (tenant, operation_id, is_undo, number)
);
