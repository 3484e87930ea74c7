-- A tenant's connection to its provider. What is secret in it is sealed with a key that is not in the database.
create table provider_connection (
  tenant text primary key,
  provider text not null,
  -- Digest of the secret in the address of the webhooks: it is found without being kept readable.
  hook_digest text not null unique,
  settings json not null,
  sealed text not null
);
