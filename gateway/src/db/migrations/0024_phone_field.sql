-- The phone fields of the host's records as they are spelled there, for the conversion report. A record without a row has
-- its number in its addresses.
create table phone_field (
  tenant text not null,
  recipient_id text collate "C" not null,
  value text not null,
  country text,
  primary key (tenant, recipient_id)
);
