-- Whose turn it is, as rows that only Newshouse can lock: a lock by number can be taken, and held, by every role that may connect.

create table ops.turn (
    name text primary key
);
comment on table ops.turn is 'What only one process may do at a time. Who does it locks its row until the transaction ends.';
comment on column ops.turn.name is 'load: into the warehouse; refresh: of search and marts.';
comment on column raw.warc_file.source_id is
'The source it was written for, or that lists it; replay for a file from elsewhere, whose pages are loaded whatever their dates.';
