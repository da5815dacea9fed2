-- Pages ask small questions: starting workers for one takes longer (some 45 ms) than the question itself. Behind row security the
-- planner misjudges sizes and would start them once an office has a hundred thousand dossiers. Whoever may not change the
-- database's settings is told, and sets it by hand (docs/operating/install.md).
do $$ begin
  execute format('alter database %I set max_parallel_workers_per_gather = 0', current_database());
exception when insufficient_privilege then
  raise notice 'please set max_parallel_workers_per_gather = 0 for this database';
end $$;
