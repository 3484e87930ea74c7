-- Files of messages. Those that customers send are fetched from the provider after their message is stored: `wanted` says
-- that this is still to be done, `gone` that it never will be.
create table file (
  tenant text not null,
  id text collate "C" not null,
  -- Who may see the conversation may see the file; null for one that no message carries yet.
  conversation_id text collate "C",
  message_id text collate "C",
  name text not null,
  mime_type text not null,
  previewable boolean not null default false,
  size_bytes bigint not null default 0,
  state text not null check (state in ('wanted', 'here', 'gone')),
  -- Where it is fetched: an address, or the provider's own id of it.
  source text,
  attempts int not null default 0,
  not_before timestamptz not null default now(),
  holder text,
  lease_until timestamptz,
  wanted_at timestamptz not null default now(),
  primary key (tenant, id)
);
create index file_wanted on file (not_before) where state = 'wanted';
create index file_conversation on file (tenant, conversation_id);

-- In pieces, so that a film neither fills the memory nor a row.
create table file_piece (
  tenant text not null,
  file_id text collate "C" not null,
  number int not null,
  bytes bytea not null,
  primary key (tenant, file_id, number)
);

-- Keys that all instances share and nobody has to set up.
create table gateway_key (
  name text primary key,
  value text not null
);
