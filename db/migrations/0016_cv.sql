-- A CV is its owner's alone: no policy shows it to anybody else. What others read is a copy that its owner froze and gave (applications).
create table app.cvs (
  person_id uuid primary key references app.people,
  version integer not null check (version >= 1),
  body jsonb not null check (pg_column_size(body) < 1000000),
  edited_at timestamptz not null
);
alter table app.cvs enable row level security;
create policy own on app.cvs to hamdel_app using (person_id = app.viewer()) with check (person_id = app.viewer());
grant select, insert, update on app.cvs to hamdel_app;
