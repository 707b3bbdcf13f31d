-- What is said of a run (its frames, times, spacing) is the film's own word once the film was verified: a measure is reckoned from it.
grant update (sidecar) on app.runs to hamdel_node;
create policy said on app.runs for update to hamdel_node using (true) with check (true);
