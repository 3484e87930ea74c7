-- The provider's own id of a message of ours, where it gives one: a customer's answer may name it.
alter table message add column provider_id text;
create index message_provider_id on message (tenant, provider_id) where provider_id is not null;
