-- The last closed period in which a conversation heard that nobody is there.
create table out_of_office_sent (
  tenant text not null,
  conversation_id text collate "C" not null,
  period text not null,
  primary key (tenant, conversation_id)
);
