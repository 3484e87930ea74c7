-- A provider that says "slow down" means everything on that channel, from every instance.
alter table dispatch add column channel text;
create table channel_pause (
  tenant text not null,
  channel text not null,
  until timestamptz not null,
  primary key (tenant, channel)
);
