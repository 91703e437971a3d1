-- Reading is all that the analyst may do: temporary tables fill the same disk. The owner of the database keeps the right.

do $$
begin
    execute format('revoke temporary on database %I from public', current_database());
end
$$;
