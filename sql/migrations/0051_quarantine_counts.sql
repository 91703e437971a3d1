-- The quarantine's page counts all of it by source and reason: from the index alone.

create index quarantine_source_id_reason on ops.quarantine (source_id, reason);
