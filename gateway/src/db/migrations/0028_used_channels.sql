-- C8: a filter by channel asks for channels that messages went over, not for those somebody has an address on.
-- Read and written as text: json holds characters that the database cannot decode. Inside a text these quotes would be
-- escaped, and a message has no other field of this name.
update conversation c set
  channels = used.kinds,
  data = (left(c.data::text, -1) || ',"usedChannels":['
    || case when cardinality(used.kinds) = 0 then '' else '"' || array_to_string(used.kinds, '","') || '"' end
    || ']}')::json
from (
  select o.tenant, o.id, coalesce(m.kinds, '{}') as kinds
  from conversation o left join (
    select tenant, conversation_id, array_agg(distinct kind) filter (where kind is not null) as kinds
    from (
      select tenant, conversation_id, substring(data::text from '"channel":"([a-z-]+)"') as kind
      from message where direction in ('incoming', 'outgoing')
    ) sent group by tenant, conversation_id
  ) m on m.tenant = o.tenant and m.conversation_id = o.id
) used
where c.tenant = used.tenant and c.id = used.id;
