-- Messages that leave later. The row stays when it has left, so that asking again has an answer.
create table scheduled (
  tenant text not null,
  client_id text collate "C" not null,
  conversation_id text collate "C" not null,
  state text not null check (state in ('waiting', 'sent', 'cancelled', 'failed')),
  -- By the gateway's clock, epoch ms.
  send_at bigint not null,
  -- What was asked, in one spelling.
  asked text not null,
  data json not null,
  -- Until then somebody is at it, or has just failed to let it leave.
  not_before timestamptz not null default now(),
  primary key (tenant, client_id)
);
create index scheduled_due on scheduled (send_at, client_id) where state = 'waiting';
create index scheduled_conversation on scheduled (tenant, conversation_id, send_at) where state in ('waiting', 'failed');
