-- Templates that are registered with the provider, of every status. Each language is a template of its own.
create table approved_template (
  tenant text not null,
  id text collate "C" not null,
  name text collate "C" not null,
  language text collate "C" not null,
  channel text not null,
  account_id text,
  status text not null,
  data json not null,
  primary key (tenant, id)
);
create index approved_template_name on approved_template (tenant, name, language, id);
