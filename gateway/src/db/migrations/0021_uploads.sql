-- Files on their way from a co-worker, and what carries a file. Times are the gateway's own, epoch ms.
alter table file drop constraint file_state_check;
alter table file add constraint file_state_check check (state in ('coming', 'wanted', 'here', 'gone'));
-- Of an upload: its key, and whose it is. Nobody else may go on with it or give it up.
alter table file add column client_id text collate "C";
alter table file add column co_worker_id text;
alter table file add column alt_text text;
alter table file add column duration_ms double precision;
alter table file add column received_bytes bigint not null default 0;
-- When it is forgotten; null while anything carries it.
alter table file add column expires_at bigint;
create unique index file_client on file (tenant, client_id) where client_id is not null;
create index file_expiry on file (tenant, expires_at) where expires_at is not null;

-- What carries a file: `conversation:<id>` for its messages, `quick-reply:<id>`, `schedule:<client id>`.
create table file_holder (
  tenant text not null,
  file_id text collate "C" not null,
  holder text collate "C" not null,
  -- Who may see this conversation may see the file; null = the whole business.
  conversation_id text collate "C",
  primary key (tenant, file_id, holder)
);
create index file_holder_of on file_holder (tenant, holder);
