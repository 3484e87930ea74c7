-- What a chatbot has to be told. The row goes when the chatbot has answered, or when people took over.
create table bot_event (
  tenant text not null,
  id text collate "C" not null,
  conversation_id text collate "C" not null,
  -- Order inside the conversation.
  position bigint not null,
  type text not null check (type in ('message', 'assigned')),
  message_id text,
  attempts int not null default 0,
  not_before timestamptz not null default now(),
  holder text,
  lease_until timestamptz,
  primary key (tenant, id)
);
create index bot_event_queue on bot_event (tenant, conversation_id, position);
create index bot_event_due on bot_event (not_before);
