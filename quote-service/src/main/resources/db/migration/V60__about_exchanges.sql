-- What a quote is about may be an exchange that stems from no agreement.
alter table quote add about_exchanges text[] not null default '{}';
