-- The whole schema as the migrations leave it. Written by: npx node scripts/dump-schema.ts

-- Roles

role hamdel_app
role hamdel_door
role hamdel_node
role hamdel_web login noinherit in hamdel_app, hamdel_door, hamdel_node

-- Types



-- Tables

table app.absences [row security] (
  id uuid not null,
  person_id uuid not null,
  from_day date not null,
  to_day date not null
)

table app.application_decisions [row security] (
  application_id uuid not null,
  outcome text not null,
  lang text not null,
  words text not null,
  by_person uuid not null,
  at timestamp with time zone not null
)

table app.application_letters [row security] (
  application_id uuid not null,
  letter_id uuid not null
)

table app.application_notes [row security] (
  id uuid not null,
  application_id uuid not null,
  author_id uuid not null,
  lang text not null,
  body text not null,
  at timestamp with time zone not null
)

table app.application_withdrawals [row security] (
  application_id uuid not null,
  at timestamp with time zone not null
)

table app.applications [row security] (
  id uuid not null,
  opportunity_id uuid not null,
  person_id uuid not null,
  lang text not null,
  words text not null,
  copy jsonb not null,
  at timestamp with time zone not null,
  expires_at timestamp with time zone not null
)

table app.arrivals [row security] (
  id uuid not null,
  person_id uuid not null,
  token_id uuid not null,
  bytes bigint not null,
  at timestamp with time zone not null
)

table app.asks [row security] (
  id uuid not null,
  case_id uuid not null,
  expert_id uuid not null,
  seat text not null default 'operator'::text,
  reasons jsonb not null default '[]'::jsonb,
  asked_at timestamp with time zone not null,
  accept_by timestamp with time zone not null,
  answer_by timestamp with time zone not null,
  seen_at timestamp with time zone,
  accepted_at timestamp with time zone,
  declined_at timestamp with time zone,
  handed_to uuid,
  handed_note text not null default ''::text,
  answered_at timestamp with time zone,
  expired_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  step smallint,
  released_at timestamp with time zone,
  declined_why text
)

table app.avoidances [row security] (
  person_id uuid not null,
  other_id uuid not null,
  kind text not null,
  at timestamp with time zone not null
)

table app.blocks [row security] (
  person_id uuid not null,
  other_id uuid not null,
  at timestamp with time zone not null
)

table app.case_askers [row security] (
  case_id uuid not null,
  person_id uuid not null
)

table app.cases [row security] (
  id uuid not null,
  lang text not null,
  kind text not null default 'consult'::text,
  urgency text not null default 'elective'::text,
  audience text not null default 'people'::text,
  hidden boolean not null default false,
  fields jsonb not null default '{}'::jsonb,
  texts jsonb not null default '{}'::jsonb,
  decide_by timestamp with time zone,
  version integer not null default 1,
  started_at timestamp with time zone not null,
  edited_at timestamp with time zone not null
)

table app.certificates [row security] (
  id uuid not null,
  run_id uuid not null,
  case_id uuid not null,
  body jsonb not null,
  at timestamp with time zone not null
)

table app.cities [row security] (
  id uuid not null,
  name_en text not null,
  name_fa text not null,
  country character(2) not null,
  time_zone text not null
)

table app.closings [row security] (
  case_id uuid not null,
  at timestamp with time zone not null
)

table app.contact_hashes [row security] (
  person_id uuid not null,
  hash bytea not null,
  at timestamp with time zone not null
)

table app.cvs [row security] (
  person_id uuid not null,
  version integer not null,
  body jsonb not null,
  edited_at timestamp with time zone not null
)

table app.decisions [row security] (
  case_id uuid not null,
  choice text not null,
  texts jsonb not null default '{}'::jsonb,
  followed uuid[] not null default '{}'::uuid[],
  at timestamp with time zone not null
)

table app.declared_genders [row security] (
  person_id uuid not null,
  gender text not null,
  at timestamp with time zone not null
)

table app.egress_heads [row security] (
  owner uuid not null,
  kind text not null,
  seq bigint not null,
  hash bytea not null
)

table app.egress_rows [row security] (
  owner uuid not null,
  seq bigint not null,
  kind text not null,
  object_id uuid not null,
  certificate_id uuid,
  entry jsonb not null,
  hash bytea not null
)

table app.emails [row security] (
  email text not null,
  person_id uuid not null,
  proved_at timestamp with time zone
)

table app.events [row security] (
  seq bigint not null identity,
  person_id uuid not null,
  kind text not null,
  case_id uuid,
  at timestamp with time zone not null,
  about uuid
)

table app.expertise [row security] (
  person_id uuid not null,
  concept text not null,
  level text not null,
  cases_per_year smallint
)

table app.groups [row security] (
  id uuid not null,
  kind text not null,
  name_en text not null,
  name_fa text not null,
  purpose_en text not null default ''::text,
  purpose_fa text not null default ''::text,
  founded_by uuid not null,
  founded_at timestamp with time zone not null
)

table app.hirers [row security] (
  opportunity_id uuid not null,
  person_id uuid not null,
  added_at timestamp with time zone not null
)

table app.import_tokens [row security] (
  id uuid not null,
  person_id uuid not null,
  name text not null,
  hash bytea not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  withdrawn_at timestamp with time zone
)

table app.institutions [row security] (
  id uuid not null,
  name_en text not null,
  name_fa text not null,
  city_id uuid not null,
  added_at timestamp with time zone not null
)

table app.introducing [row security] (
  person_id uuid not null,
  whom text not null,
  chosen uuid[] not null default '{}'::uuid[],
  set_at timestamp with time zone not null
)

table app.introduction_ends [row security] (
  introduction_id uuid not null,
  person_id uuid not null,
  how text not null,
  note text not null default ''::text,
  at timestamp with time zone not null
)

table app.introduction_letters [row security] (
  id uuid not null,
  introduction_id uuid not null,
  author_id uuid not null,
  lang text not null,
  text text not null,
  at timestamp with time zone not null
)

table app.introduction_refusals [row security] (
  step_id uuid not null,
  person_id uuid not null,
  at timestamp with time zone not null
)

table app.introduction_steps [row security] (
  id uuid not null,
  introduction_id uuid not null,
  route smallint not null,
  step smallint not null,
  part text not null,
  person_id uuid not null,
  asked_at timestamp with time zone,
  agreed_at timestamp with time zone,
  closed_at timestamp with time zone
)

table app.introductions [row security] (
  id uuid not null,
  asker_id uuid not null,
  target_id uuid,
  institution_id uuid,
  lang text not null,
  context text not null,
  promise text not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  taken_back_at timestamp with time zone
)

table app.invitations [row security] (
  id uuid not null,
  code_hash bytea not null,
  email text not null default ''::text,
  note text not null default ''::text,
  by_person uuid not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_by uuid,
  used_at timestamp with time zone,
  withdrawn_at timestamp with time zone
)

table app.ladder_ends [row security] (
  case_id uuid not null,
  why text not null,
  at timestamp with time zone not null
)

table app.ladders [row security] (
  case_id uuid not null,
  wanted smallint not null,
  begins_at timestamp with time zone not null,
  look_at timestamp with time zone
)

table app.licences [row security] (
  id uuid not null,
  person_id uuid not null,
  authority text not null,
  number text not null,
  country character(2) not null,
  expires_on date
)

table app.marks [row security] (
  id uuid not null,
  case_id uuid not null,
  run_id uuid not null,
  adviser_id uuid,
  frame smallint not null,
  shape text not null,
  points real[] not null,
  note text not null default ''::text,
  at timestamp with time zone not null,
  removed_at timestamp with time zone,
  details jsonb not null default '{}'::jsonb
)

table app.meeting_keys [row security] (
  id uuid not null,
  person_id uuid not null,
  spki bytea not null,
  made_at timestamp with time zone not null
)

table app.meetings [row security] (
  code_hash bytea not null,
  shown_by uuid,
  shown_at timestamp with time zone,
  met_by uuid,
  met_at timestamp with time zone,
  place text not null default ''::text,
  tie_id uuid,
  kept_at timestamp with time zone not null
)

table app.memberships [row security] (
  id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  role text not null default 'member'::text,
  invited_by uuid not null,
  invited_at timestamp with time zone not null,
  joined_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid
)

table app.mutes [row security] (
  person_id uuid not null,
  other_id uuid not null,
  at timestamp with time zone not null
)

table app.namings [row security] (
  ask_id uuid not null,
  by_person uuid not null,
  person_id uuid not null,
  topics text[] not null,
  at timestamp with time zone not null
)

table app.notices [row security] (
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  case_id uuid,
  at timestamp with time zone not null,
  read_at timestamp with time zone,
  mailed_at timestamp with time zone,
  about uuid
)

table app.objects [row security] (
  id uuid not null,
  run_id uuid not null,
  case_id uuid not null,
  tier text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 bytea not null,
  at timestamp with time zone not null
)

table app.opinion_drafts [row security] (
  ask_id uuid not null,
  body jsonb not null,
  version integer not null,
  at timestamp with time zone not null
)

table app.opinions [row security] (
  id uuid not null,
  case_id uuid not null,
  ask_id uuid not null,
  author_id uuid not null,
  seat text not null,
  version smallint not null,
  lang text not null,
  body jsonb not null,
  texts jsonb not null,
  before_decision boolean not null,
  at timestamp with time zone not null
)

table app.opportunities [row security] (
  id uuid not null,
  poster_id uuid not null,
  type text,
  lang text not null,
  institution_id uuid,
  topics text[] not null default '{}'::text[],
  starts_on date,
  ends_on date,
  deadline timestamp with time zone,
  time_zone text not null default 'UTC'::text,
  fields jsonb not null default '{}'::jsonb,
  texts jsonb not null default '{}'::jsonb,
  version integer not null default 1,
  started_at timestamp with time zone not null,
  edited_at timestamp with time zone not null
)

table app.opportunity_answers [row security] (
  question_id uuid not null,
  lang text not null,
  text text not null,
  at timestamp with time zone not null
)

table app.opportunity_bars [row security] (
  id uuid not null,
  opportunity_id uuid not null,
  institution_id uuid,
  person_id uuid,
  own boolean not null default true,
  at timestamp with time zone not null
)

table app.opportunity_closings [row security] (
  opportunity_id uuid not null,
  result text not null,
  lang text not null,
  words text not null default ''::text,
  at timestamp with time zone not null
)

table app.opportunity_hands [row security] (
  id uuid not null,
  opportunity_id uuid not null,
  person_id uuid not null,
  by_person uuid not null,
  hop smallint not null,
  note text not null default ''::text,
  lang text not null default 'en'::text,
  at timestamp with time zone not null,
  seen_at timestamp with time zone,
  answer text,
  answered_at timestamp with time zone
)

table app.opportunity_interests [row security] (
  opportunity_id uuid not null,
  person_id uuid not null,
  note text not null default ''::text,
  lang text not null default 'en'::text,
  at timestamp with time zone not null,
  withdrawn_at timestamp with time zone
)

table app.opportunity_plans [row security] (
  opportunity_id uuid not null,
  body jsonb not null
)

table app.opportunity_postings [row security] (
  opportunity_id uuid not null,
  at timestamp with time zone not null
)

table app.opportunity_question_askers [row security] (
  question_id uuid not null,
  person_id uuid not null
)

table app.opportunity_questions [row security] (
  id uuid not null,
  opportunity_id uuid not null,
  lang text not null,
  text text not null,
  at timestamp with time zone not null
)

table app.opportunity_stops [row security] (
  hand_id uuid not null,
  why text not null,
  at timestamp with time zone not null
)

table app.opportunity_widenings [row security] (
  id uuid not null,
  opportunity_id uuid not null,
  step text not null,
  hands smallint,
  group_id uuid,
  via text[] not null default '{}'::text[],
  at timestamp with time zone not null
)

table app.outcomes [row security] (
  case_id uuid not null,
  moment text not null,
  due_on date not null,
  result text,
  details jsonb not null default '{}'::jsonb,
  texts jsonb not null default '{}'::jsonb,
  at timestamp with time zone
)

table app.passkeys [row security] (
  id text not null,
  person_id uuid not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}'::text[],
  name text not null default ''::text,
  added_at timestamp with time zone not null,
  used_at timestamp with time zone
)

table app.passports [row security] (
  person_id uuid not null,
  country character(2) not null
)

table app.passwords [row security] (
  person_id uuid not null,
  hash text not null,
  set_at timestamp with time zone not null
)

table app.people [row security] (
  id uuid not null,
  given_en text not null default ''::text,
  family_en text not null default ''::text,
  given_fa text not null default ''::text,
  family_fa text not null default ''::text,
  title text not null default 'dr'::text,
  stage text not null default 'attending'::text,
  institution_id uuid,
  city_id uuid,
  languages text[] not null default '{}'::text[],
  time_zone text not null default 'Asia/Tehran'::text,
  orcid text not null default ''::text,
  asked_about text not null default ''::text,
  weekly_cap smallint not null default 3,
  quiet_from time without time zone,
  quiet_to time without time zone,
  name_keys text not null default ''::text,
  joined_at timestamp with time zone not null,
  verified_at timestamp with time zone,
  version integer not null default 1,
  wakes_for_now boolean not null default false
)

table app.plans [row security] (
  case_id uuid not null,
  texts jsonb not null,
  at timestamp with time zone not null
)

table app.postings [row security] (
  case_id uuid not null,
  at timestamp with time zone not null
)

table app.receipts [row security] (
  person_id uuid not null,
  key text not null,
  asked text not null,
  status smallint not null,
  body text not null,
  at timestamp with time zone not null
)

table app.recovery_codes [row security] (
  code_hash bytea not null,
  person_id uuid not null,
  made_at timestamp with time zone not null,
  used_at timestamp with time zone
)

table app.reference_asks [row security] (
  id uuid not null,
  person_id uuid not null,
  writer_id uuid not null,
  purpose text not null,
  scopes text[] not null,
  lang text not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  closed_at timestamp with time zone
)

table app.reference_declines [row security] (
  ask_id uuid not null,
  at timestamp with time zone not null
)

table app.reference_drafts [row security] (
  ask_id uuid not null,
  version integer not null,
  body jsonb not null,
  edited_at timestamp with time zone not null
)

table app.reference_letters [row security] (
  id uuid not null,
  ask_id uuid not null,
  person_id uuid not null,
  writer_id uuid not null,
  scopes text[] not null,
  may_read boolean not null,
  reuse boolean not null,
  lang text not null,
  jws text not null,
  public_key bytea not null,
  check_code text not null,
  written_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
)

table app.reference_openings [row security] (
  letter_id uuid not null,
  at timestamp with time zone not null
)

table app.reference_revocations [row security] (
  letter_id uuid not null,
  at timestamp with time zone not null
)

table app.reference_texts [row security] (
  letter_id uuid not null,
  body text not null
)

table app.remarks [row security] (
  id uuid not null,
  case_id uuid not null,
  adviser_id uuid,
  lang text not null,
  texts jsonb not null,
  pointer jsonb,
  at timestamp with time zone not null
)

table app.roles [row security] (
  id uuid not null,
  person_id uuid not null,
  role text not null,
  granted_by uuid,
  granted_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  institution_id uuid
)

table app.runs [row security] (
  id uuid not null,
  case_id uuid not null,
  "position" smallint not null,
  kind text not null,
  label text not null default ''::text,
  sidecar jsonb not null,
  at timestamp with time zone not null,
  removed_at timestamp with time zone
)

table app.search_docs [row security] (
  id integer not null identity,
  lane smallint not null,
  kind text not null,
  about uuid not null,
  part text not null,
  told boolean not null default false
)

table app.search_due [row security] (
  id bigint not null identity,
  kind text not null,
  about uuid not null
)

table app.search_lanes [row security] (
  id smallint not null identity,
  kind text not null,
  reach text not null,
  docs integer not null default 0
)

table app.search_pieces [row security] (
  piece text not null,
  word integer not null,
  pieces smallint not null
)

table app.search_postings [row security] (
  doc integer not null,
  word integer not null,
  lane smallint not null,
  weight real not null
)

table app.search_readers [row security] (
  doc integer not null,
  person_id uuid not null
)

table app.search_words [row security] (
  id integer not null identity,
  word text not null,
  pieces smallint not null,
  verified integer not null default 0,
  clinicians integer not null default 0,
  spelled boolean not null default false
)

table app.second_factors [row security] (
  person_id uuid not null,
  sealed_secret bytea not null,
  made_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_step bigint
)

table app.sessions [row security] (
  id uuid not null,
  token_hash bytea not null,
  person_id uuid not null,
  device text not null default ''::text,
  opened_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone
)

table app.settings [row security] (
  key text not null,
  value jsonb not null,
  set_by uuid,
  set_at timestamp with time zone not null
)

table app.shifts [row security] (
  id uuid not null,
  person_id uuid not null,
  duty text not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone
)

table app.shortlists [row security] (
  application_id uuid not null,
  by_person uuid not null,
  at timestamp with time zone not null
)

table app.sign_in_links [row security] (
  token_hash bytea not null,
  person_id uuid not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
)

table app.signing_keys [row security] (
  person_id uuid not null,
  public_key bytea not null,
  made_at timestamp with time zone not null
)

table app.sponsor_cases [row security] (
  id uuid not null,
  sponsorship_id uuid not null,
  case_id uuid not null,
  lang text not null,
  note text not null default ''::text,
  at timestamp with time zone not null
)

table app.sponsor_nudges [row security] (
  sponsorship_id uuid not null,
  opportunity_id uuid not null,
  at timestamp with time zone not null
)

table app.sponsor_passes [row security] (
  sponsorship_id uuid not null,
  opportunity_id uuid not null,
  at timestamp with time zone not null
)

table app.sponsorship_briefs [row security] (
  sponsorship_id uuid not null,
  body jsonb not null,
  lang text not null,
  version integer not null default 1,
  at timestamp with time zone not null
)

table app.sponsorship_goals [row security] (
  id uuid not null,
  sponsorship_id uuid not null,
  by_person uuid not null,
  lang text not null,
  text text not null,
  due_on date,
  at timestamp with time zone not null,
  done_at timestamp with time zone
)

table app.sponsorship_refusals [row security] (
  sponsorship_id uuid not null,
  person_id uuid not null,
  at timestamp with time zone not null
)

table app.sponsorship_reminders [row security] (
  sponsorship_id uuid not null,
  person_id uuid not null,
  due_on date not null,
  note text not null default ''::text,
  at timestamp with time zone not null,
  told_at timestamp with time zone
)

table app.sponsorships [row security] (
  id uuid not null,
  senior_id uuid not null,
  junior_id uuid not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  agreed_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid
)

table app.stays [row security] (
  id uuid not null,
  person_id uuid not null,
  institution_id uuid not null,
  type text not null,
  from_year smallint not null,
  to_year smallint,
  willing_at timestamp with time zone,
  at timestamp with time zone not null,
  ended_at timestamp with time zone
)

table app.steward_codes [row security] (
  code_hash bytea not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
)

table app.tie_refusals [row security] (
  tie_id uuid not null,
  person_id uuid not null,
  at timestamp with time zone not null
)

table app.ties [row security] (
  id uuid not null,
  low uuid not null,
  high uuid not null,
  kind text not null,
  senior uuid,
  from_year smallint,
  to_year smallint,
  place text not null default ''::text,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid
)

table app.trail [row security] (
  id uuid not null,
  who uuid not null,
  verb text not null,
  about uuid,
  note text not null default ''::text,
  at timestamp with time zone not null
)

table app.unmaskings [row security] (
  id uuid not null,
  case_id uuid not null,
  steward_id uuid not null,
  reason text not null,
  at timestamp with time zone not null
)

table app.verifications [row security] (
  id uuid not null,
  person_id uuid not null,
  layer text not null,
  by_person uuid,
  note text not null default ''::text,
  at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by uuid
)

table app.wave_looks [row security] (
  id uuid not null,
  case_id uuid not null,
  step smallint not null,
  coordinator_id uuid not null,
  act text not null,
  at timestamp with time zone not null
)

table app.wave_people [row security] (
  case_id uuid not null,
  step smallint not null,
  person_id uuid not null,
  place smallint not null,
  reasons jsonb not null default '[]'::jsonb,
  named_by uuid
)

table app.wave_takings [row security] (
  case_id uuid not null,
  step smallint not null,
  at timestamp with time zone not null
)

table app.waves [row security] (
  case_id uuid not null,
  step smallint not null,
  size smallint not null,
  goes_at timestamp with time zone not null
)

table app.wish_matches [row security] (
  wish_id uuid not null,
  opportunity_id uuid not null,
  at timestamp with time zone not null
)

table app.wish_readers [row security] (
  wish_id uuid not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  ended_at timestamp with time zone
)

table app.wishes [row security] (
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  wants jsonb not null default '{}'::jsonb,
  lang text not null,
  note text not null default ''::text,
  at timestamp with time zone not null,
  ended_at timestamp with time zone
)

table app.withdrawals [row security] (
  case_id uuid not null,
  reason text not null default ''::text,
  at timestamp with time zone not null
)

-- Constraints

app.absences absences_check: CHECK ((to_day >= from_day))
app.absences absences_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.absences absences_pkey: PRIMARY KEY (id)
app.application_decisions application_decisions_application_id_fkey: FOREIGN KEY (application_id) REFERENCES app.applications(id) ON DELETE CASCADE
app.application_decisions application_decisions_by_person_fkey: FOREIGN KEY (by_person) REFERENCES app.people(id)
app.application_decisions application_decisions_lang_check: CHECK ((lang = ANY (ARRAY['en'::text, 'fa'::text])))
app.application_decisions application_decisions_outcome_check: CHECK ((outcome = ANY (ARRAY['offered'::text, 'another'::text])))
app.application_decisions application_decisions_pkey: PRIMARY KEY (application_id)
app.application_decisions application_decisions_words_check: CHECK (((length(words) >= 1) AND (length(words) <= 3000)))
app.application_letters application_letters_application_id_fkey: FOREIGN KEY (application_id) REFERENCES app.applications(id) ON DELETE CASCADE
app.application_letters application_letters_letter_id_fkey: FOREIGN KEY (letter_id) REFERENCES app.reference_letters(id)
app.application_letters application_letters_pkey: PRIMARY KEY (application_id, letter_id)
app.application_notes application_notes_application_id_fkey: FOREIGN KEY (application_id) REFERENCES app.applications(id) ON DELETE CASCADE
app.application_notes application_notes_author_id_fkey: FOREIGN KEY (author_id) REFERENCES app.people(id)
app.application_notes application_notes_body_check: CHECK (((length(body) >= 1) AND (length(body) <= 2000)))
app.application_notes application_notes_lang_check: CHECK ((lang = ANY (ARRAY['en'::text, 'fa'::text])))
app.application_notes application_notes_pkey: PRIMARY KEY (id)
app.application_withdrawals application_withdrawals_application_id_fkey: FOREIGN KEY (application_id) REFERENCES app.applications(id) ON DELETE CASCADE
app.application_withdrawals application_withdrawals_pkey: PRIMARY KEY (application_id)
app.applications applications_check: CHECK ((expires_at > at))
app.applications applications_lang_check: CHECK ((lang = ANY (ARRAY['en'::text, 'fa'::text])))
app.applications applications_opportunity_id_fkey: FOREIGN KEY (opportunity_id) REFERENCES app.opportunities(id)
app.applications applications_opportunity_id_person_id_key: UNIQUE (opportunity_id, person_id)
app.applications applications_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.applications applications_pkey: PRIMARY KEY (id)
app.applications applications_words_check: CHECK ((length(words) <= 6000))
app.arrivals arrivals_bytes_check: CHECK ((bytes > 0))
app.arrivals arrivals_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.arrivals arrivals_pkey: PRIMARY KEY (id)
app.arrivals arrivals_token_id_fkey: FOREIGN KEY (token_id) REFERENCES app.import_tokens(id)
app.asks asks_case_id_expert_id_key: UNIQUE (case_id, expert_id)
app.asks asks_case_id_fkey: FOREIGN KEY (case_id) REFERENCES app.cases(id)
app.asks asks_declined_why_check: CHECK ((declined_why = ANY (ARRAY['busy'::text, 'topic'::text])))
app.asks asks_expert_id_fkey: FOREIGN KEY (expert_id) REFERENCES app.people(id)
app.asks asks_handed_to_fkey: FOREIGN KEY (handed_to) REFERENCES app.people(id)
app.asks asks_pkey: PRIMARY KEY (id)
app.asks asks_seat_check: CHECK ((seat = ANY (ARRAY['operator'::text, 'surgeon'::text, 'imager'::text, 'intensivist'::text, 'clinician'::text])))
app.asks one_end: CHECK ((num_nonnulls(answered_at, declined_at, cancelled_at) <= 1))
app.avoidances avoidances_kind_check: CHECK ((kind = ANY (ARRAY['conflict'::text, 'not-this-person'::text])))
app.avoidances avoidances_other_id_fkey: FOREIGN KEY (other_id) REFERENCES app.people(id)
app.avoidances avoidances_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.avoidances avoidances_pkey: PRIMARY KEY (person_id, other_id)
app.blocks blocks_check: CHECK ((person_id <> other_id))
app.blocks blocks_other_id_fkey: FOREIGN KEY (other_id) REFERENCES app.people(id)
app.blocks blocks_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.blocks blocks_pkey: PRIMARY KEY (person_id, other_id)
app.case_askers case_askers_case_id_fkey: FOREIGN KEY (case_id) REFERENCES app.cases(id)
app.case_askers case_askers_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.case_askers case_askers_pkey: PRIMARY KEY (case_id)
app.cases cases_audience_check: CHECK ((audience = ANY (ARRAY['people'::text, 'node'::text])))
app.cases cases_kind_check: CHECK ((kind = ANY (ARRAY['consult'::text, 'complication'::text, 'teaching'::text, 'poll'::text])))
app.cases cases_lang_check: CHECK ((lang = ANY (ARRAY['en'::text, 'fa'::text])))
app.cases cases_pkey: PRIMARY KEY (id)
app.cases cases_urgency_check: CHECK ((urgency = ANY (ARRAY['emergency'::text, 'urgent'::text, 'elective'::text])))
app.certificates certificates_case_id_fkey: FOREIGN KEY (case_id) REFERENCES app.cases(id)
app.certificates certificates_pkey: PRIMARY KEY (id)
app.certificates certificates_run_id_fkey: FOREIGN KEY (run_id) REFERENCES app.runs(id)
app.cities cities_pkey: PRIMARY KEY (id)
app.closings closings_case_id_fkey: FOREIGN KEY (case_id) REFERENCES app.cases(id)
app.closings closings_pkey: PRIMARY KEY (case_id)
app.contact_hashes contact_hashes_hash_check: CHECK ((length(hash) = 16))
app.contact_hashes contact_hashes_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.contact_hashes contact_hashes_pkey: PRIMARY KEY (person_id, hash)
app.cvs cvs_body_check: CHECK ((pg_column_size(body) < 1000000))
app.cvs cvs_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.cvs cvs_pkey: PRIMARY KEY (person_id)
app.cvs cvs_version_check: CHECK ((version >= 1))
app.decisions decisions_case_id_fkey: FOREIGN KEY (case_id) REFERENCES app.cases(id)
app.decisions decisions_pkey: PRIMARY KEY (case_id)
app.declared_genders declared_genders_gender_check: CHECK ((gender = ANY (ARRAY['woman'::text, 'man'::text, 'other'::text])))
app.declared_genders declared_genders_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.declared_genders declared_genders_pkey: PRIMARY KEY (person_id)
app.egress_heads egress_heads_hash_check: CHECK ((length(hash) = 32))
app.egress_heads egress_heads_kind_check: CHECK ((kind = ANY (ARRAY['person'::text, 'institution'::text])))
app.egress_heads egress_heads_pkey: PRIMARY KEY (owner)
app.egress_rows egress_rows_hash_check: CHECK ((length(hash) = 32))
app.egress_rows egress_rows_kind_check: CHECK ((kind = ANY (ARRAY['person'::text, 'institution'::text])))
app.egress_rows egress_rows_owner_fkey: FOREIGN KEY (owner) REFERENCES app.egress_heads(owner)
app.egress_rows egress_rows_owner_object_id_key: UNIQUE (owner, object_id)
app.egress_rows egress_rows_pkey: PRIMARY KEY (owner, seq)
app.egress_rows egress_rows_seq_check: CHECK ((seq >= 1))
app.emails emails_email_check: CHECK (((email = lower(email)) AND ((length(email) >= 3) AND (length(email) <= 254))))
app.emails emails_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.emails emails_pkey: PRIMARY KEY (email)
app.events events_pkey: PRIMARY KEY (seq)
app.expertise expertise_cases_per_year_check: CHECK (((cases_per_year >= 0) AND (cases_per_year <= 5000)))
app.expertise expertise_level_check: CHECK ((level = ANY (ARRAY['learning'::text, 'independent'::text, 'reference'::text])))
app.expertise expertise_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.expertise expertise_pkey: PRIMARY KEY (person_id, concept)
app.groups groups_founded_by_fkey: FOREIGN KEY (founded_by) REFERENCES app.people(id)
app.groups groups_kind_check: CHECK ((kind = ANY (ARRAY['society'::text, 'working-group'::text, 'club'::text])))
app.groups groups_name_en_check: CHECK (((length(name_en) >= 2) AND (length(name_en) <= 160)))
app.groups groups_name_fa_check: CHECK (((length(name_fa) >= 2) AND (length(name_fa) <= 160)))
app.groups groups_pkey: PRIMARY KEY (id)
app.groups groups_purpose_en_check: CHECK ((length(purpose_en) <= 600))
app.groups groups_purpose_fa_check: CHECK ((length(purpose_fa) <= 600))
app.hirers hirers_opportunity_id_fkey: FOREIGN KEY (opportunity_id) REFERENCES app.opportunities(id)
app.hirers hirers_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.hirers hirers_pkey: PRIMARY KEY (opportunity_id, person_id)
app.import_tokens import_tokens_hash_check: CHECK ((length(hash) = 32))
app.import_tokens import_tokens_hash_key: UNIQUE (hash)
app.import_tokens import_tokens_name_check: CHECK (((length(name) >= 1) AND (length(name) <= 60)))
app.import_tokens import_tokens_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.import_tokens import_tokens_pkey: PRIMARY KEY (id)
app.institutions institutions_city_id_fkey: FOREIGN KEY (city_id) REFERENCES app.cities(id)
app.institutions institutions_pkey: PRIMARY KEY (id)
app.introducing introducing_chosen_check: CHECK ((cardinality(chosen) <= 100))
app.introducing introducing_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.introducing introducing_pkey: PRIMARY KEY (person_id)
app.introducing introducing_whom_check: CHECK ((whom = ANY (ARRAY['nobody'::text, 'ties'::text, 'chosen'::text, 'anybody'::text])))
app.introduction_ends introduction_ends_how_check: CHECK ((how = ANY (ARRAY['met'::text, 'together'::text, 'not-now'::text])))
app.introduction_ends introduction_ends_introduction_id_fkey: FOREIGN KEY (introduction_id) REFERENCES app.introductions(id)
app.introduction_ends introduction_ends_note_check: CHECK ((length(note) <= 500))
app.introduction_ends introduction_ends_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.introduction_ends introduction_ends_pkey: PRIMARY KEY (introduction_id, person_id)
app.introduction_letters introduction_letters_author_id_fkey: FOREIGN KEY (author_id) REFERENCES app.people(id)
app.introduction_letters introduction_letters_introduction_id_fkey: FOREIGN KEY (introduction_id) REFERENCES app.introductions(id)
app.introduction_letters introduction_letters_lang_check: CHECK ((lang = ANY (ARRAY['en'::text, 'fa'::text])))
app.introduction_letters introduction_letters_pkey: PRIMARY KEY (id)
app.introduction_letters introduction_letters_text_check: CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
app.introduction_refusals introduction_refusals_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.introduction_refusals introduction_refusals_pkey: PRIMARY KEY (step_id)
app.introduction_refusals introduction_refusals_step_id_fkey: FOREIGN KEY (step_id) REFERENCES app.introduction_steps(id)
app.introduction_steps introduction_steps_check: CHECK ((agreed_at >= asked_at))
app.introduction_steps introduction_steps_introduction_id_fkey: FOREIGN KEY (introduction_id) REFERENCES app.introductions(id)
app.introduction_steps introduction_steps_introduction_id_route_step_key: UNIQUE (introduction_id, route, step)
app.introduction_steps introduction_steps_part_check: CHECK ((part = ANY (ARRAY['middle'::text, 'target'::text])))
app.introduction_steps introduction_steps_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.introduction_steps introduction_steps_pkey: PRIMARY KEY (id)
app.introduction_steps introduction_steps_route_check: CHECK (((route >= 1) AND (route <= 3)))
app.introduction_steps introduction_steps_step_check: CHECK (((step >= 1) AND (step <= 3)))
app.introductions introductions_asker_id_fkey: FOREIGN KEY (asker_id) REFERENCES app.people(id)
app.introductions introductions_check1: CHECK ((asker_id IS DISTINCT FROM target_id))
app.introductions introductions_check: CHECK (((target_id IS NULL) <> (institution_id IS NULL)))
app.introductions introductions_context_check: CHECK (((length(context) >= 1) AND (length(context) <= 1500)))
app.introductions introductions_institution_id_fkey: FOREIGN KEY (institution_id) REFERENCES app.institutions(id)
app.introductions introductions_lang_check: CHECK ((lang = ANY (ARRAY['en'::text, 'fa'::text])))
app.introductions introductions_pkey: PRIMARY KEY (id)
app.introductions introductions_promise_check: CHECK ((length(promise) <= 500))
app.introductions introductions_target_id_fkey: FOREIGN KEY (target_id) REFERENCES app.people(id)
app.invitations invitations_by_person_fkey: FOREIGN KEY (by_person) REFERENCES app.people(id)
app.invitations invitations_code_hash_key: UNIQUE (code_hash)
app.invitations invitations_pkey: PRIMARY KEY (id)
app.invitations invitations_used_by_fkey: FOREIGN KEY (used_by) REFERENCES app.people(id)
app.ladder_ends ladder_ends_case_id_fkey: FOREIGN KEY (case_id) REFERENCES app.ladders(case_id)
app.ladder_ends ladder_ends_pkey: PRIMARY KEY (case_id)
app.ladder_ends ladder_ends_why_check: CHECK ((why = ANY (ARRAY['enough'::text, 'over'::text, 'asker'::text])))
app.ladders ladders_case_id_fkey: FOREIGN KEY (case_id) REFERENCES app.cases(id)
app.ladders ladders_pkey: PRIMARY KEY (case_id)
app.ladders ladders_wanted_check: CHECK (((wanted >= 1) AND (wanted <= 9)))
app.licences licences_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.licences licences_pkey: PRIMARY KEY (id)
app.marks marks_adviser_id_fkey: FOREIGN KEY (adviser_id) REFERENCES app.people(id)
app.marks marks_case_id_fkey: FOREIGN KEY (case_id) REFERENCES app.cases(id)
app.marks marks_details_check: CHECK (((jsonb_typeof(details) = 'object'::text) AND (length((details)::text) <= 4000)))
app.marks marks_frame_check: CHECK ((frame >= 0))
app.marks marks_pkey: PRIMARY KEY (id)
app.marks marks_points_check: CHECK ((((array_length(points, 1) >= 2) AND (array_length(points, 1) <= 400)) AND ((array_length(points, 1) % 2) = 0)))
app.marks marks_run_id_fkey: FOREIGN KEY (run_id) REFERENCES app.runs(id)
app.marks marks_shape_check: CHECK ((shape = ANY (ARRAY['arrow'::text, 'text'::text, 'freehand'::text, 'segment'::text, 'catheter'::text, 'length'::text, 'angle'::text, 'stenosis'::text, 'vessel'::text])))
app.meeting_keys meeting_keys_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.meeting_keys meeting_keys_pkey: PRIMARY KEY (id)
app.meeting_keys meeting_keys_spki_check: CHECK (((length(spki) >= 50) AND (length(spki) <= 200)))
app.meetings meetings_code_hash_check: CHECK ((length(code_hash) = 32))
app.meetings meetings_met_by_fkey: FOREIGN KEY (met_by) REFERENCES app.people(id)
app.meetings meetings_pkey: PRIMARY KEY (code_hash)
app.meetings meetings_place_check: CHECK ((length(place) <= 120))
app.meetings meetings_shown_by_fkey: FOREIGN KEY (shown_by) REFERENCES app.people(id)
app.memberships memberships_check: CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
app.memberships memberships_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES app.people(id)
app.memberships memberships_group_id_fkey: FOREIGN KEY (group_id) REFERENCES app.groups(id)
app.memberships memberships_invited_by_fkey: FOREIGN KEY (invited_by) REFERENCES app.people(id)
app.memberships memberships_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.memberships memberships_pkey: PRIMARY KEY (id)
app.memberships memberships_role_check: CHECK ((role = ANY (ARRAY['member'::text, 'officer'::text])))
app.mutes mutes_check: CHECK ((person_id <> other_id))
app.mutes mutes_other_id_fkey: FOREIGN KEY (other_id) REFERENCES app.people(id)
app.mutes mutes_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.mutes mutes_pkey: PRIMARY KEY (person_id, other_id)
app.namings namings_ask_id_fkey: FOREIGN KEY (ask_id) REFERENCES app.asks(id)
app.namings namings_by_person_fkey: FOREIGN KEY (by_person) REFERENCES app.people(id)
app.namings namings_check: CHECK ((person_id <> by_person))
app.namings namings_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.namings namings_pkey: PRIMARY KEY (ask_id)
app.notices notices_case_id_fkey: FOREIGN KEY (case_id) REFERENCES app.cases(id)
app.notices notices_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.notices notices_pkey: PRIMARY KEY (id)
app.objects objects_bytes_check: CHECK ((bytes >= 0))
app.objects objects_case_id_fkey: FOREIGN KEY (case_id) REFERENCES app.cases(id)
app.objects objects_pkey: PRIMARY KEY (id)
app.objects objects_run_id_fkey: FOREIGN KEY (run_id) REFERENCES app.runs(id)
app.objects objects_run_id_tier_key: UNIQUE (run_id, tier)
app.objects objects_tier_check: CHECK ((tier = ANY (ARRAY['t0'::text, 't1'::text, 't2'::text])))
app.opinion_drafts opinion_drafts_ask_id_fkey: FOREIGN KEY (ask_id) REFERENCES app.asks(id)
app.opinion_drafts opinion_drafts_pkey: PRIMARY KEY (ask_id)
app.opinions opinions_ask_id_fkey: FOREIGN KEY (ask_id) REFERENCES app.asks(id)
app.opinions opinions_ask_id_version_key: UNIQUE (ask_id, version)
app.opinions opinions_author_id_fkey: FOREIGN KEY (author_id) REFERENCES app.people(id)
app.opinions opinions_case_id_fkey: FOREIGN KEY (case_id) REFERENCES app.cases(id)
app.opinions opinions_lang_check: CHECK ((lang = ANY (ARRAY['en'::text, 'fa'::text])))
app.opinions opinions_pkey: PRIMARY KEY (id)
app.opportunities opportunities_institution_id_fkey: FOREIGN KEY (institution_id) REFERENCES app.institutions(id)
app.opportunities opportunities_lang_check: CHECK ((lang = ANY (ARRAY['en'::text, 'fa'::text])))
app.opportunities opportunities_pkey: PRIMARY KEY (id)
app.opportunities opportunities_poster_id_fkey: FOREIGN KEY (poster_id) REFERENCES app.people(id)
app.opportunities opportunities_type_check: CHECK ((type = ANY (ARRAY['fellowship'::text, 'grant'::text, 'post'::text, 'locum'::text, 'proctorship'::text, 'research'::text, 'speaking'::text, 'reviewing'::text])))
app.opportunity_answers opportunity_answers_pkey: PRIMARY KEY (question_id)
app.opportunity_answers opportunity_answers_question_id_fkey: FOREIGN KEY (question_id) REFERENCES app.opportunity_questions(id)
app.opportunity_bars opportunity_bars_check: CHECK (((institution_id IS NULL) <> (person_id IS NULL)))
app.opportunity_bars opportunity_bars_institution_id_fkey: FOREIGN KEY (institution_id) REFERENCES app.institutions(id)
app.opportunity_bars opportunity_bars_opportunity_id_fkey: FOREIGN KEY (opportunity_id) REFERENCES app.opportunities(id)
app.opportunity_bars opportunity_bars_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.opportunity_bars opportunity_bars_pkey: PRIMARY KEY (id)
app.opportunity_closings opportunity_closings_opportunity_id_fkey: FOREIGN KEY (opportunity_id) REFERENCES app.opportunities(id)
app.opportunity_closings opportunity_closings_pkey: PRIMARY KEY (opportunity_id)
app.opportunity_closings opportunity_closings_result_check: CHECK ((result = ANY (ARRAY['filled'::text, 'filled-elsewhere'::text, 'nobody'::text, 'withdrawn'::text])))
app.opportunity_hands opportunity_hands_answer_check: CHECK ((answer = ANY (ARRAY['interested'::text, 'nobody'::text])))
app.opportunity_hands opportunity_hands_by_person_fkey: FOREIGN KEY (by_person) REFERENCES app.people(id)
app.opportunity_hands opportunity_hands_check1: CHECK (((answer IS NULL) = (answered_at IS NULL)))
app.opportunity_hands opportunity_hands_check: CHECK ((person_id <> by_person))
app.opportunity_hands opportunity_hands_hop_check: CHECK (((hop >= 1) AND (hop <= 3)))
app.opportunity_hands opportunity_hands_opportunity_id_by_person_person_id_key: UNIQUE (opportunity_id, by_person, person_id)
app.opportunity_hands opportunity_hands_opportunity_id_fkey: FOREIGN KEY (opportunity_id) REFERENCES app.opportunities(id)
app.opportunity_hands opportunity_hands_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.opportunity_hands opportunity_hands_pkey: PRIMARY KEY (id)
app.opportunity_interests opportunity_interests_opportunity_id_fkey: FOREIGN KEY (opportunity_id) REFERENCES app.opportunities(id)
app.opportunity_interests opportunity_interests_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.opportunity_interests opportunity_interests_pkey: PRIMARY KEY (opportunity_id, person_id)
app.opportunity_plans opportunity_plans_opportunity_id_fkey: FOREIGN KEY (opportunity_id) REFERENCES app.opportunities(id)
app.opportunity_plans opportunity_plans_pkey: PRIMARY KEY (opportunity_id)
app.opportunity_postings opportunity_postings_opportunity_id_fkey: FOREIGN KEY (opportunity_id) REFERENCES app.opportunities(id)
app.opportunity_postings opportunity_postings_pkey: PRIMARY KEY (opportunity_id)
app.opportunity_question_askers opportunity_question_askers_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.opportunity_question_askers opportunity_question_askers_pkey: PRIMARY KEY (question_id)
app.opportunity_question_askers opportunity_question_askers_question_id_fkey: FOREIGN KEY (question_id) REFERENCES app.opportunity_questions(id)
app.opportunity_questions opportunity_questions_opportunity_id_fkey: FOREIGN KEY (opportunity_id) REFERENCES app.opportunities(id)
app.opportunity_questions opportunity_questions_pkey: PRIMARY KEY (id)
app.opportunity_stops opportunity_stops_hand_id_fkey: FOREIGN KEY (hand_id) REFERENCES app.opportunity_hands(id)
app.opportunity_stops opportunity_stops_pkey: PRIMARY KEY (hand_id)
app.opportunity_stops opportunity_stops_why_check: CHECK ((why = ANY (ARRAY['barred'::text, 'blocked'::text])))
app.opportunity_widenings opportunity_widenings_check1: CHECK (((step = 'group'::text) = (group_id IS NOT NULL)))
app.opportunity_widenings opportunity_widenings_check2: CHECK (((step = 'hands'::text) OR (via = '{}'::text[])))
app.opportunity_widenings opportunity_widenings_check: CHECK (((step = 'hands'::text) = (hands IS NOT NULL)))
app.opportunity_widenings opportunity_widenings_group_id_fkey: FOREIGN KEY (group_id) REFERENCES app.groups(id)
app.opportunity_widenings opportunity_widenings_hands_check: CHECK (((hands >= 1) AND (hands <= 3)))
app.opportunity_widenings opportunity_widenings_opportunity_id_fkey: FOREIGN KEY (opportunity_id) REFERENCES app.opportunities(id)
app.opportunity_widenings opportunity_widenings_pkey: PRIMARY KEY (id)
app.opportunity_widenings opportunity_widenings_step_check: CHECK ((step = ANY (ARRAY['hands'::text, 'group'::text, 'node'::text, 'public'::text])))
app.outcomes outcomes_case_id_fkey: FOREIGN KEY (case_id) REFERENCES app.cases(id)
app.outcomes outcomes_moment_check: CHECK ((moment = ANY (ARRAY['hospital'::text, 'd30'::text, 'y1'::text])))
app.outcomes outcomes_pkey: PRIMARY KEY (case_id, moment)
app.outcomes outcomes_result_check: CHECK ((result = ANY (ARRAY['no-event'::text, 'event'::text, 'not-done'::text, 'lost'::text, 'died'::text])))
app.passkeys passkeys_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.passkeys passkeys_pkey: PRIMARY KEY (id)
app.passports passports_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.passports passports_pkey: PRIMARY KEY (person_id, country)
app.passwords passwords_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.passwords passwords_pkey: PRIMARY KEY (person_id)
app.people people_city_id_fkey: FOREIGN KEY (city_id) REFERENCES app.cities(id)
app.people people_institution_id_fkey: FOREIGN KEY (institution_id) REFERENCES app.institutions(id)
app.people people_pkey: PRIMARY KEY (id)
app.people people_stage_check: CHECK ((stage = ANY (ARRAY['student'::text, 'resident'::text, 'cardiologist'::text, 'fellow'::text, 'attending'::text, 'surgeon'::text, 'imaging'::text, 'intensivist'::text, 'nurse'::text, 'researcher'::text, 'industry'::text])))
app.people people_title_check: CHECK ((title = ANY (ARRAY['dr'::text, 'prof'::text, 'ostad'::text, 'none'::text])))
app.people people_weekly_cap_check: CHECK (((weekly_cap >= 0) AND (weekly_cap <= 50)))
app.plans plans_case_id_fkey: FOREIGN KEY (case_id) REFERENCES app.cases(id)
app.plans plans_pkey: PRIMARY KEY (case_id)
app.postings postings_case_id_fkey: FOREIGN KEY (case_id) REFERENCES app.cases(id)
app.postings postings_pkey: PRIMARY KEY (case_id)
app.receipts receipts_key_check: CHECK (((length(key) >= 8) AND (length(key) <= 100)))
app.receipts receipts_pkey: PRIMARY KEY (person_id, key)
app.recovery_codes recovery_codes_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.recovery_codes recovery_codes_pkey: PRIMARY KEY (code_hash)
app.reference_asks reference_asks_check1: CHECK ((person_id <> writer_id))
app.reference_asks reference_asks_check: CHECK ((expires_at > asked_at))
app.reference_asks reference_asks_lang_check: CHECK ((lang = ANY (ARRAY['en'::text, 'fa'::text])))
app.reference_asks reference_asks_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.reference_asks reference_asks_pkey: PRIMARY KEY (id)
app.reference_asks reference_asks_purpose_check: CHECK (((length(purpose) >= 1) AND (length(purpose) <= 1000)))
app.reference_asks reference_asks_scopes_check: CHECK (((cardinality(scopes) >= 1) AND (cardinality(scopes) <= 8)))
app.reference_asks reference_asks_writer_id_fkey: FOREIGN KEY (writer_id) REFERENCES app.people(id)
app.reference_declines reference_declines_ask_id_fkey: FOREIGN KEY (ask_id) REFERENCES app.reference_asks(id) ON DELETE CASCADE
app.reference_declines reference_declines_pkey: PRIMARY KEY (ask_id)
app.reference_drafts reference_drafts_ask_id_fkey: FOREIGN KEY (ask_id) REFERENCES app.reference_asks(id) ON DELETE CASCADE
app.reference_drafts reference_drafts_pkey: PRIMARY KEY (ask_id)
app.reference_letters reference_letters_ask_id_fkey: FOREIGN KEY (ask_id) REFERENCES app.reference_asks(id)
app.reference_letters reference_letters_ask_id_key: UNIQUE (ask_id)
app.reference_letters reference_letters_check: CHECK ((expires_at > written_at))
app.reference_letters reference_letters_check_code_check: CHECK ((length(check_code) = 22))
app.reference_letters reference_letters_check_code_key: UNIQUE (check_code)
app.reference_letters reference_letters_jws_check: CHECK ((length(jws) < 4000))
app.reference_letters reference_letters_lang_check: CHECK ((lang = ANY (ARRAY['en'::text, 'fa'::text])))
app.reference_letters reference_letters_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.reference_letters reference_letters_pkey: PRIMARY KEY (id)
app.reference_letters reference_letters_public_key_check: CHECK ((length(public_key) = 32))
app.reference_letters reference_letters_scopes_check: CHECK (((cardinality(scopes) >= 1) AND (cardinality(scopes) <= 8)))
app.reference_letters reference_letters_writer_id_fkey: FOREIGN KEY (writer_id) REFERENCES app.people(id)
app.reference_openings reference_openings_letter_id_fkey: FOREIGN KEY (letter_id) REFERENCES app.reference_letters(id)
app.reference_openings reference_openings_pkey: PRIMARY KEY (letter_id)
app.reference_revocations reference_revocations_letter_id_fkey: FOREIGN KEY (letter_id) REFERENCES app.reference_letters(id)
app.reference_revocations reference_revocations_pkey: PRIMARY KEY (letter_id)
app.reference_texts reference_texts_body_check: CHECK (((length(body) >= 1) AND (length(body) <= 8000)))
app.reference_texts reference_texts_letter_id_fkey: FOREIGN KEY (letter_id) REFERENCES app.reference_letters(id)
app.reference_texts reference_texts_pkey: PRIMARY KEY (letter_id)
app.remarks remarks_adviser_id_fkey: FOREIGN KEY (adviser_id) REFERENCES app.people(id)
app.remarks remarks_case_id_fkey: FOREIGN KEY (case_id) REFERENCES app.cases(id)
app.remarks remarks_lang_check: CHECK ((lang = ANY (ARRAY['en'::text, 'fa'::text])))
app.remarks remarks_pkey: PRIMARY KEY (id)
app.roles officer_of_one: CHECK (((role = 'privacy-officer'::text) = (institution_id IS NOT NULL)))
app.roles roles_granted_by_fkey: FOREIGN KEY (granted_by) REFERENCES app.people(id)
app.roles roles_institution_id_fkey: FOREIGN KEY (institution_id) REFERENCES app.institutions(id)
app.roles roles_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.roles roles_pkey: PRIMARY KEY (id)
app.roles roles_role_check: CHECK ((role = ANY (ARRAY['steward'::text, 'coordinator'::text, 'privacy-officer'::text])))
app.runs runs_case_id_fkey: FOREIGN KEY (case_id) REFERENCES app.cases(id)
app.runs runs_kind_check: CHECK ((kind = ANY (ARRAY['xa'::text, 'us'::text, 'still'::text])))
app.runs runs_pkey: PRIMARY KEY (id)
app.search_docs search_docs_about_kind_part_key: UNIQUE (about, kind, part)
app.search_docs search_docs_lane_fkey: FOREIGN KEY (lane) REFERENCES app.search_lanes(id)
app.search_docs search_docs_pkey: PRIMARY KEY (id)
app.search_due search_due_pkey: PRIMARY KEY (id)
app.search_lanes search_lanes_kind_check: CHECK ((kind ~ '^[a-z-]{2,20}$'::text))
app.search_lanes search_lanes_kind_reach_key: UNIQUE (kind, reach)
app.search_lanes search_lanes_pkey: PRIMARY KEY (id)
app.search_lanes search_lanes_reach_check: CHECK ((reach = ANY (ARRAY['everyone'::text, 'verified'::text, 'clinicians'::text, 'coordinators'::text, 'few'::text])))
app.search_pieces search_pieces_pkey: PRIMARY KEY (piece, word) INCLUDE (pieces)
app.search_postings search_postings_doc_fkey: FOREIGN KEY (doc) REFERENCES app.search_docs(id) ON DELETE CASCADE
app.search_postings search_postings_pkey: PRIMARY KEY (doc, word) INCLUDE (weight)
app.search_readers search_readers_doc_fkey: FOREIGN KEY (doc) REFERENCES app.search_docs(id) ON DELETE CASCADE
app.search_readers search_readers_pkey: PRIMARY KEY (person_id, doc)
app.search_words search_words_pkey: PRIMARY KEY (id)
app.search_words search_words_word_key: UNIQUE (word)
app.second_factors second_factors_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.second_factors second_factors_pkey: PRIMARY KEY (person_id)
app.sessions sessions_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.sessions sessions_pkey: PRIMARY KEY (id)
app.sessions sessions_token_hash_key: UNIQUE (token_hash)
app.settings settings_pkey: PRIMARY KEY (key)
app.shifts shifts_added_by_fkey: FOREIGN KEY (added_by) REFERENCES app.people(id)
app.shifts shifts_check: CHECK (((to_at > from_at) AND (to_at <= (from_at + '7 days'::interval))))
app.shifts shifts_duty_check: CHECK ((duty = ANY (ARRAY['on-call'::text, 'coordinator'::text])))
app.shifts shifts_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.shifts shifts_pkey: PRIMARY KEY (id)
app.shortlists shortlists_application_id_fkey: FOREIGN KEY (application_id) REFERENCES app.applications(id) ON DELETE CASCADE
app.shortlists shortlists_by_person_fkey: FOREIGN KEY (by_person) REFERENCES app.people(id)
app.shortlists shortlists_pkey: PRIMARY KEY (application_id)
app.sign_in_links sign_in_links_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.sign_in_links sign_in_links_pkey: PRIMARY KEY (token_hash)
app.signing_keys signing_keys_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.signing_keys signing_keys_pkey: PRIMARY KEY (person_id, public_key)
app.signing_keys signing_keys_public_key_check: CHECK ((length(public_key) = 32))
app.sponsor_cases sponsor_cases_case_id_fkey: FOREIGN KEY (case_id) REFERENCES app.cases(id)
app.sponsor_cases sponsor_cases_lang_check: CHECK ((lang = ANY (ARRAY['en'::text, 'fa'::text])))
app.sponsor_cases sponsor_cases_note_check: CHECK ((length(note) <= 400))
app.sponsor_cases sponsor_cases_pkey: PRIMARY KEY (id)
app.sponsor_cases sponsor_cases_sponsorship_id_case_id_key: UNIQUE (sponsorship_id, case_id)
app.sponsor_cases sponsor_cases_sponsorship_id_fkey: FOREIGN KEY (sponsorship_id) REFERENCES app.sponsorships(id) ON DELETE CASCADE
app.sponsor_nudges sponsor_nudges_opportunity_id_fkey: FOREIGN KEY (opportunity_id) REFERENCES app.opportunities(id)
app.sponsor_nudges sponsor_nudges_pkey: PRIMARY KEY (sponsorship_id, opportunity_id)
app.sponsor_nudges sponsor_nudges_sponsorship_id_fkey: FOREIGN KEY (sponsorship_id) REFERENCES app.sponsorships(id) ON DELETE CASCADE
app.sponsor_passes sponsor_passes_opportunity_id_fkey: FOREIGN KEY (opportunity_id) REFERENCES app.opportunities(id)
app.sponsor_passes sponsor_passes_pkey: PRIMARY KEY (sponsorship_id, opportunity_id)
app.sponsor_passes sponsor_passes_sponsorship_id_fkey: FOREIGN KEY (sponsorship_id) REFERENCES app.sponsorships(id) ON DELETE CASCADE
app.sponsorship_briefs sponsorship_briefs_lang_check: CHECK ((lang = ANY (ARRAY['en'::text, 'fa'::text])))
app.sponsorship_briefs sponsorship_briefs_pkey: PRIMARY KEY (sponsorship_id)
app.sponsorship_briefs sponsorship_briefs_sponsorship_id_fkey: FOREIGN KEY (sponsorship_id) REFERENCES app.sponsorships(id) ON DELETE CASCADE
app.sponsorship_goals sponsorship_goals_by_person_fkey: FOREIGN KEY (by_person) REFERENCES app.people(id)
app.sponsorship_goals sponsorship_goals_lang_check: CHECK ((lang = ANY (ARRAY['en'::text, 'fa'::text])))
app.sponsorship_goals sponsorship_goals_pkey: PRIMARY KEY (id)
app.sponsorship_goals sponsorship_goals_sponsorship_id_fkey: FOREIGN KEY (sponsorship_id) REFERENCES app.sponsorships(id) ON DELETE CASCADE
app.sponsorship_goals sponsorship_goals_text_check: CHECK (((length(text) >= 1) AND (length(text) <= 300)))
app.sponsorship_refusals sponsorship_refusals_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.sponsorship_refusals sponsorship_refusals_pkey: PRIMARY KEY (sponsorship_id)
app.sponsorship_refusals sponsorship_refusals_sponsorship_id_fkey: FOREIGN KEY (sponsorship_id) REFERENCES app.sponsorships(id) ON DELETE CASCADE
app.sponsorship_reminders sponsorship_reminders_note_check: CHECK ((length(note) <= 300))
app.sponsorship_reminders sponsorship_reminders_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.sponsorship_reminders sponsorship_reminders_pkey: PRIMARY KEY (sponsorship_id, person_id)
app.sponsorship_reminders sponsorship_reminders_sponsorship_id_fkey: FOREIGN KEY (sponsorship_id) REFERENCES app.sponsorships(id) ON DELETE CASCADE
app.sponsorships sponsorships_check1: CHECK (((proposed_by = senior_id) OR (proposed_by = junior_id)))
app.sponsorships sponsorships_check2: CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
app.sponsorships sponsorships_check3: CHECK (((ended_by = senior_id) OR (ended_by = junior_id)))
app.sponsorships sponsorships_check: CHECK ((senior_id <> junior_id))
app.sponsorships sponsorships_junior_id_fkey: FOREIGN KEY (junior_id) REFERENCES app.people(id)
app.sponsorships sponsorships_pkey: PRIMARY KEY (id)
app.sponsorships sponsorships_senior_id_fkey: FOREIGN KEY (senior_id) REFERENCES app.people(id)
app.stays stays_check: CHECK ((to_year >= from_year))
app.stays stays_from_year_check: CHECK (((from_year >= 1950) AND (from_year <= 2200)))
app.stays stays_institution_id_fkey: FOREIGN KEY (institution_id) REFERENCES app.institutions(id)
app.stays stays_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.stays stays_pkey: PRIMARY KEY (id)
app.stays stays_type_check: CHECK ((type = ANY (ARRAY['fellowship'::text, 'post'::text, 'locum'::text, 'proctorship'::text, 'research'::text])))
app.steward_codes steward_codes_pkey: PRIMARY KEY (code_hash)
app.tie_refusals tie_refusals_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.tie_refusals tie_refusals_pkey: PRIMARY KEY (tie_id)
app.tie_refusals tie_refusals_tie_id_fkey: FOREIGN KEY (tie_id) REFERENCES app.ties(id) ON DELETE CASCADE
app.ties ties_check1: CHECK (((proposed_by = low) OR (proposed_by = high)))
app.ties ties_check2: CHECK (((kind = ANY (ARRAY['proctor'::text, 'mentor'::text])) = (senior IS NOT NULL)))
app.ties ties_check3: CHECK (((senior = low) OR (senior = high)))
app.ties ties_check4: CHECK ((to_year >= from_year))
app.ties ties_check5: CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
app.ties ties_check6: CHECK (((ended_by = low) OR (ended_by = high)))
app.ties ties_check: CHECK ((low < high))
app.ties ties_from_year_check: CHECK (((from_year >= 1950) AND (from_year <= 2200)))
app.ties ties_high_fkey: FOREIGN KEY (high) REFERENCES app.people(id)
app.ties ties_kind_check: CHECK ((kind = ANY (ARRAY['trained-with'::text, 'proctor'::text, 'operated'::text, 'co-managed'::text, 'co-author'::text, 'group'::text, 'congress'::text, 'mentor'::text])))
app.ties ties_low_fkey: FOREIGN KEY (low) REFERENCES app.people(id)
app.ties ties_pkey: PRIMARY KEY (id)
app.ties ties_place_check: CHECK ((length(place) <= 120))
app.ties ties_to_year_check: CHECK (((to_year >= 1950) AND (to_year <= 2200)))
app.trail trail_pkey: PRIMARY KEY (id)
app.unmaskings unmaskings_case_id_fkey: FOREIGN KEY (case_id) REFERENCES app.cases(id)
app.unmaskings unmaskings_pkey: PRIMARY KEY (id)
app.unmaskings unmaskings_reason_check: CHECK ((length(reason) >= 10))
app.unmaskings unmaskings_steward_id_fkey: FOREIGN KEY (steward_id) REFERENCES app.people(id)
app.verifications verifications_by_person_fkey: FOREIGN KEY (by_person) REFERENCES app.people(id)
app.verifications verifications_check: CHECK ((by_person IS DISTINCT FROM person_id))
app.verifications verifications_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES app.people(id)
app.verifications verifications_layer_check: CHECK ((layer = ANY (ARRAY['document'::text, 'register'::text, 'vouched'::text])))
app.verifications verifications_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.verifications verifications_pkey: PRIMARY KEY (id)
app.wave_looks wave_looks_act_check: CHECK ((act = ANY (ARRAY['confirmed'::text, 'changed'::text])))
app.wave_looks wave_looks_case_id_step_fkey: FOREIGN KEY (case_id, step) REFERENCES app.waves(case_id, step)
app.wave_looks wave_looks_coordinator_id_fkey: FOREIGN KEY (coordinator_id) REFERENCES app.people(id)
app.wave_looks wave_looks_pkey: PRIMARY KEY (id)
app.wave_people wave_people_case_id_step_fkey: FOREIGN KEY (case_id, step) REFERENCES app.waves(case_id, step)
app.wave_people wave_people_named_by_fkey: FOREIGN KEY (named_by) REFERENCES app.people(id)
app.wave_people wave_people_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.wave_people wave_people_pkey: PRIMARY KEY (case_id, step, person_id)
app.wave_takings wave_takings_case_id_step_fkey: FOREIGN KEY (case_id, step) REFERENCES app.waves(case_id, step)
app.wave_takings wave_takings_pkey: PRIMARY KEY (case_id, step)
app.waves waves_case_id_fkey: FOREIGN KEY (case_id) REFERENCES app.ladders(case_id)
app.waves waves_pkey: PRIMARY KEY (case_id, step)
app.waves waves_size_check: CHECK (((size >= 0) AND (size <= 20)))
app.waves waves_step_check: CHECK (((step >= 0) AND (step <= 9)))
app.wish_matches wish_matches_opportunity_id_fkey: FOREIGN KEY (opportunity_id) REFERENCES app.opportunities(id)
app.wish_matches wish_matches_pkey: PRIMARY KEY (wish_id, opportunity_id)
app.wish_matches wish_matches_wish_id_fkey: FOREIGN KEY (wish_id) REFERENCES app.wishes(id)
app.wish_readers wish_readers_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.wish_readers wish_readers_pkey: PRIMARY KEY (wish_id, person_id)
app.wish_readers wish_readers_wish_id_fkey: FOREIGN KEY (wish_id) REFERENCES app.wishes(id)
app.wishes wishes_kind_check: CHECK ((kind = ANY (ARRAY['search'::text, 'wish'::text, 'open-to'::text])))
app.wishes wishes_lang_check: CHECK ((lang = ANY (ARRAY['en'::text, 'fa'::text])))
app.wishes wishes_note_check: CHECK ((length(note) <= 400))
app.wishes wishes_person_id_fkey: FOREIGN KEY (person_id) REFERENCES app.people(id)
app.wishes wishes_pkey: PRIMARY KEY (id)
app.withdrawals withdrawals_case_id_fkey: FOREIGN KEY (case_id) REFERENCES app.cases(id)
app.withdrawals withdrawals_pkey: PRIMARY KEY (case_id)

-- Indexes

CREATE INDEX absences_person ON app.absences USING btree (person_id)
CREATE INDEX application_letters_letter ON app.application_letters USING btree (letter_id)
CREATE INDEX application_notes_of ON app.application_notes USING btree (application_id)
CREATE INDEX applications_person ON app.applications USING btree (person_id)
CREATE INDEX arrivals_person ON app.arrivals USING btree (person_id, at)
CREATE INDEX asks_case ON app.asks USING btree (case_id)
CREATE INDEX asks_expert ON app.asks USING btree (expert_id, asked_at DESC)
CREATE INDEX bars_opportunity ON app.opportunity_bars USING btree (opportunity_id)
CREATE INDEX blocks_other ON app.blocks USING btree (other_id)
CREATE INDEX case_askers_person ON app.case_askers USING btree (person_id)
CREATE INDEX certificates_case ON app.certificates USING btree (case_id)
CREATE INDEX contact_hashes_hash ON app.contact_hashes USING btree (hash)
CREATE INDEX egress_rows_certificate ON app.egress_rows USING btree (certificate_id)
CREATE INDEX emails_person ON app.emails USING btree (person_id)
CREATE INDEX events_by_person ON app.events USING btree (person_id, seq)
CREATE INDEX expertise_concept ON app.expertise USING btree (concept)
CREATE INDEX goals_sponsorship ON app.sponsorship_goals USING btree (sponsorship_id)
CREATE INDEX hands_person ON app.opportunity_hands USING btree (person_id)
CREATE INDEX hirers_person ON app.hirers USING btree (person_id)
CREATE INDEX import_tokens_person ON app.import_tokens USING btree (person_id)
CREATE INDEX introduction_letters_of ON app.introduction_letters USING btree (introduction_id, at)
CREATE INDEX introduction_steps_person ON app.introduction_steps USING btree (person_id)
CREATE INDEX introductions_asker ON app.introductions USING btree (asker_id, asked_at)
CREATE INDEX ladders_look ON app.ladders USING btree (look_at)
CREATE INDEX licences_person ON app.licences USING btree (person_id)
CREATE INDEX marks_case ON app.marks USING btree (case_id)
CREATE INDEX meeting_keys_person ON app.meeting_keys USING btree (person_id)
CREATE INDEX meetings_kept ON app.meetings USING btree (kept_at)
CREATE INDEX memberships_person ON app.memberships USING btree (person_id) WHERE (ended_at IS NULL)
CREATE INDEX namings_person ON app.namings USING btree (person_id)
CREATE INDEX notices_person ON app.notices USING btree (person_id, at DESC)
CREATE INDEX objects_case ON app.objects USING btree (case_id)
CREATE INDEX opinions_case ON app.opinions USING btree (case_id)
CREATE INDEX opportunities_poster ON app.opportunities USING btree (poster_id)
CREATE INDEX outcomes_due ON app.outcomes USING btree (due_on) WHERE (at IS NULL)
CREATE INDEX passkeys_person ON app.passkeys USING btree (person_id)
CREATE INDEX people_city ON app.people USING btree (city_id)
CREATE INDEX people_institution ON app.people USING btree (institution_id)
CREATE INDEX questions_opportunity ON app.opportunity_questions USING btree (opportunity_id)
CREATE INDEX reference_asks_writer ON app.reference_asks USING btree (writer_id)
CREATE INDEX reference_letters_person ON app.reference_letters USING btree (person_id)
CREATE INDEX reference_letters_writer ON app.reference_letters USING btree (writer_id)
CREATE INDEX remarks_case ON app.remarks USING btree (case_id)
CREATE INDEX runs_case ON app.runs USING btree (case_id)
CREATE INDEX search_due_about ON app.search_due USING btree (about)
CREATE INDEX search_lists ON app.search_postings USING btree (word, lane, weight DESC, doc DESC)
CREATE INDEX search_readers_doc ON app.search_readers USING btree (doc)
CREATE INDEX sessions_person ON app.sessions USING btree (person_id)
CREATE INDEX shifts_time ON app.shifts USING btree (to_at) WHERE (removed_at IS NULL)
CREATE INDEX sponsorships_junior ON app.sponsorships USING btree (junior_id)
CREATE INDEX stays_institution ON app.stays USING btree (institution_id) WHERE (ended_at IS NULL)
CREATE INDEX ties_high ON app.ties USING btree (high, low) INCLUDE (kind, to_year, confirmed_at) WHERE ((confirmed_at IS NOT NULL) AND (ended_at IS NULL))
CREATE INDEX ties_high_all ON app.ties USING btree (high)
CREATE INDEX ties_low ON app.ties USING btree (low, high) INCLUDE (kind, to_year, confirmed_at) WHERE ((confirmed_at IS NOT NULL) AND (ended_at IS NULL))
CREATE INDEX unmaskings_case ON app.unmaskings USING btree (case_id)
CREATE INDEX verifications_person ON app.verifications USING btree (person_id)
CREATE INDEX wish_readers_person ON app.wish_readers USING btree (person_id) WHERE (ended_at IS NULL)
CREATE INDEX wishes_person ON app.wishes USING btree (person_id) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX one_ground_each ON app.ties USING btree (low, high, kind, COALESCE(senior, low)) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX one_membership ON app.memberships USING btree (group_id, person_id) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX one_open_ask ON app.reference_asks USING btree (person_id, writer_id) WHERE (closed_at IS NULL)
CREATE UNIQUE INDEX one_role_each ON app.roles USING btree (person_id, role) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX one_sponsorship ON app.sponsorships USING btree (senior_id, junior_id) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX one_vouch_each ON app.verifications USING btree (person_id, by_person) WHERE ((layer = 'vouched'::text) AND (ended_at IS NULL))
CREATE UNIQUE INDEX one_widening ON app.opportunity_widenings USING btree (opportunity_id, step, COALESCE(group_id, opportunity_id)) WHERE (step <> 'hands'::text)

-- Policies

app.absences self for all to hamdel_app
  using (person_id = app.viewer())
  check (person_id = app.viewer())

app.application_decisions decide for insert to hamdel_app
  check (app.hires_for(application_id) AND (by_person = app.viewer()) AND (NOT app.was_decided(application_id)))

app.application_decisions ends for select to hamdel_app
  using (app.applied(application_id) OR app.hires_for(application_id))

app.application_letters ends for select to hamdel_app
  using (app.applied(application_id) OR app.hires_for(application_id))

app.application_letters give for insert to hamdel_app
  check app.may_give_letter(application_id, letter_id)

app.application_notes group_only for select to hamdel_app
  using app.hires_for(application_id)

app.application_notes group_writes for insert to hamdel_app
  check (app.hires_for(application_id) AND (author_id = app.viewer()))

app.application_withdrawals node for select to hamdel_node
  using true

app.application_withdrawals own for all to hamdel_app
  using app.applied(application_id)
  check (app.applied(application_id) AND (NOT app.was_decided(application_id)) AND (NOT app.was_withdrawn(application_id)))

app.applications apply for insert to hamdel_app
  check ((person_id = app.viewer()) AND app.viewer_verified() AND (app.opportunity_standing(opportunity_id) IS NOT NULL) AND (app.opportunity_phase(opportunity_id) = 'posted'::text) AND (NOT app.hires(opportunity_id)) AND (NOT (EXISTS ( SELECT
   FROM app.opportunities o
  WHERE ((o.id = applications.opportunity_id) AND (o.deadline < applications.at))))))

app.applications chosen_among for select to hamdel_app
  using (app.hires(opportunity_id) AND (NOT app.was_withdrawn(id)))

app.applications node for select to hamdel_node
  using true

app.applications node_sweep for delete to hamdel_node
  using true

app.applications own for select to hamdel_app
  using (person_id = app.viewer())

app.arrivals node for select to hamdel_node
  using true

app.arrivals node_sweep for delete to hamdel_node
  using true

app.arrivals own for all to hamdel_app
  using (person_id = app.viewer())
  check (person_id = app.viewer())

app.asks answer for update to hamdel_app
  using (((expert_id = app.viewer()) AND (app.standing(case_id) = 'sealed'::text) AND (app.phase(case_id) = ANY (ARRAY['posted'::text, 'decided'::text]))) OR ((app.standing(case_id) = 'asker'::text) AND (app.phase(case_id) = ANY (ARRAY['posted'::text, 'decided'::text]))))
  check ((expert_id = app.viewer()) OR (app.standing(case_id) = 'asker'::text))

app.asks expire for update to hamdel_node
  using true

app.asks invite for insert to hamdel_app
  check ((app.standing(case_id) = 'asker'::text) AND (app.phase(case_id) = 'posted'::text) AND (expert_id <> app.viewer()) AND app.sees_cases(expert_id))

app.asks node for select to hamdel_node
  using true

app.asks read for select to hamdel_app
  using ((expert_id = app.viewer()) OR (app.standing(case_id) = ANY (ARRAY['asker'::text, 'coordinator'::text])))

app.avoidances self for all to hamdel_app
  using (person_id = app.viewer())
  check (person_id = app.viewer())

app.blocks own for all to hamdel_app
  using (person_id = app.viewer())
  check (person_id = app.viewer())

app.case_askers node for select to hamdel_node
  using true

app.case_askers read for select to hamdel_app
  using ((person_id = app.viewer()) OR app.knows_asker(case_id))

app.case_askers start for insert to hamdel_app
  check ((person_id = app.viewer()) AND (app.phase(case_id) = 'draft'::text) AND app.unclaimed(case_id) AND app.sees_cases(app.viewer()))

app.cases edit for update to hamdel_app
  using ((app.standing(id) = 'asker'::text) AND (app.phase(id) = ANY (ARRAY['draft'::text, 'posted'::text])))

app.cases node for select to hamdel_node
  using true

app.cases read for select to hamdel_app
  using (app.standing(id) IS NOT NULL)

app.cases start for insert to hamdel_app
  check app.sees_cases(app.viewer())

app.certificates add for insert to hamdel_app
  check ((app.standing(case_id) = 'asker'::text) AND (app.phase(case_id) = ANY (ARRAY['draft'::text, 'posted'::text])))

app.certificates listed for select to hamdel_app
  using (EXISTS ( SELECT
   FROM app.egress_rows e
  WHERE ((e.certificate_id = certificates.id) AND (e.kind = 'institution'::text))))

app.certificates node for select to hamdel_node
  using true

app.certificates read for select to hamdel_app
  using (app.standing(case_id) = 'asker'::text)

app.cities add for insert to hamdel_app
  check (app.viewer() IS NOT NULL)

app.cities door_add for insert to hamdel_door
  check true

app.cities everyone for select to hamdel_app, hamdel_door, hamdel_node
  using true

app.closings close for insert to hamdel_app
  check ((app.standing(case_id) = 'asker'::text) AND (app.phase(case_id) = 'decided'::text))

app.closings node for select to hamdel_node
  using true

app.closings read for select to hamdel_app
  using (app.standing(case_id) IS NOT NULL)

app.contact_hashes own for all to hamdel_app
  using (person_id = app.viewer())
  check (person_id = app.viewer())

app.cvs own for all to hamdel_app
  using (person_id = app.viewer())
  check (person_id = app.viewer())

app.decisions decide for insert to hamdel_app
  check ((app.standing(case_id) = 'asker'::text) AND (app.phase(case_id) = 'posted'::text))

app.decisions node for select to hamdel_node
  using true

app.decisions read for select to hamdel_app
  using ((app.standing(case_id) IS NOT NULL) AND (app.standing(case_id) <> 'sealed'::text))

app.declared_genders own for all to hamdel_app
  using (person_id = app.viewer())
  check (person_id = app.viewer())

app.egress_heads officer for select to hamdel_app
  using ((kind = 'institution'::text) AND (owner IN ( SELECT r.institution_id
   FROM app.roles r
  WHERE ((r.person_id = app.viewer()) AND (r.role = 'privacy-officer'::text) AND (r.ended_at IS NULL)))))

app.egress_heads own for select to hamdel_app
  using (owner = app.viewer())

app.egress_rows officer for select to hamdel_app
  using ((kind = 'institution'::text) AND (owner IN ( SELECT r.institution_id
   FROM app.roles r
  WHERE ((r.person_id = app.viewer()) AND (r.role = 'privacy-officer'::text) AND (r.ended_at IS NULL)))))

app.egress_rows own for select to hamdel_app
  using (owner = app.viewer())

app.emails door for all to hamdel_door
  using true
  check true

app.emails node for select to hamdel_node
  using true

app.events node for all to hamdel_node
  using true
  check true

app.events own for select to hamdel_app
  using (person_id = app.viewer())

app.expertise node for select to hamdel_node
  using true

app.expertise seen for select to hamdel_app
  using (EXISTS ( SELECT
   FROM app.people p
  WHERE (p.id = expertise.person_id)))

app.expertise self for all to hamdel_app
  using (person_id = app.viewer())
  check (person_id = app.viewer())

app.groups found for insert to hamdel_app
  check ((founded_by = app.viewer()) AND app.viewer_verified())

app.groups node for select to hamdel_node
  using true

app.groups seen for select to hamdel_app
  using (( SELECT app.viewer_verified() AS viewer_verified) OR (app.group_standing(id) IS NOT NULL) OR (founded_by = app.viewer()))

app.groups word for update to hamdel_app
  using (app.group_standing(id) = 'officer'::text)

app.hirers poster_names for insert to hamdel_app
  check ((EXISTS ( SELECT
   FROM app.opportunities o
  WHERE ((o.id = hirers.opportunity_id) AND (o.poster_id = app.viewer()) AND (o.poster_id <> hirers.person_id)))) AND (app.opportunity_phase(opportunity_id) <> 'closed'::text) AND (EXISTS ( SELECT
   FROM app.people p
  WHERE ((p.id = hirers.person_id) AND (p.verified_at IS NOT NULL)))) AND (NOT app.works_with_candidate(opportunity_id, person_id)))

app.hirers poster_takes for delete to hamdel_app
  using (EXISTS ( SELECT
   FROM app.opportunities o
  WHERE ((o.id = hirers.opportunity_id) AND (o.poster_id = app.viewer()))))

app.hirers seen for select to hamdel_app
  using (app.hires(opportunity_id) OR (app.opportunity_standing(opportunity_id) IS NOT NULL))

app.import_tokens door for select to hamdel_door
  using true

app.import_tokens door_used for update to hamdel_door
  using true
  check true

app.import_tokens own for all to hamdel_app
  using (person_id = app.viewer())
  check (person_id = app.viewer())

app.institutions add for insert to hamdel_app
  check (app.viewer() IS NOT NULL)

app.institutions door_add for insert to hamdel_door
  check true

app.institutions everyone for select to hamdel_app, hamdel_door, hamdel_node
  using true

app.introducing own for all to hamdel_app
  using (person_id = app.viewer())
  check (person_id = app.viewer())

app.introduction_ends read for select to hamdel_app
  using app.introduction_open(introduction_id)

app.introduction_ends tell for insert to hamdel_app
  check ((person_id = app.viewer()) AND app.introduction_open(introduction_id) AND (app.introduction_part(introduction_id) = ANY (ARRAY['asker'::text, 'target'::text])))

app.introduction_letters read for select to hamdel_app
  using app.introduction_open(introduction_id)

app.introduction_letters write for insert to hamdel_app
  check ((author_id = app.viewer()) AND app.introduction_open(introduction_id))

app.introduction_refusals own for all to hamdel_app
  using (person_id = app.viewer())
  check ((person_id = app.viewer()) AND (EXISTS ( SELECT
   FROM app.introduction_steps s
  WHERE ((s.id = introduction_refusals.step_id) AND (s.person_id = app.viewer()) AND (s.asked_at IS NOT NULL) AND (s.agreed_at IS NULL)))))

app.introduction_steps agree for update to hamdel_app
  using ((person_id = app.viewer()) AND (asked_at IS NOT NULL) AND (agreed_at IS NULL) AND (closed_at IS NULL))
  check (person_id = app.viewer())

app.introduction_steps ask for insert to hamdel_app
  check ((agreed_at IS NULL) AND (closed_at IS NULL) AND ((step = 1) = (asked_at IS NOT NULL)) AND (EXISTS ( SELECT
   FROM app.introductions i
  WHERE ((i.id = introduction_steps.introduction_id) AND (i.asker_id = app.viewer()) AND (i.taken_back_at IS NULL)))))

app.introduction_steps read for select to hamdel_app
  using (((person_id = app.viewer()) AND (asked_at IS NOT NULL)) OR ((agreed_at IS NOT NULL) AND (app.introduction_part(introduction_id) = 'asker'::text)) OR ((agreed_at IS NOT NULL) AND app.introduction_mine(introduction_id, route)) OR ((part = 'target'::text) AND app.introduction_last(introduction_id, route, step)))

app.introductions ask for insert to hamdel_app
  check ((asker_id = app.viewer()) AND app.viewer_verified() AND (taken_back_at IS NULL))

app.introductions read for select to hamdel_app
  using ((asker_id = app.viewer()) OR (app.introduction_part(id) IS NOT NULL))

app.introductions take_back for update to hamdel_app
  using ((asker_id = app.viewer()) AND (taken_back_at IS NULL))
  check (asker_id = app.viewer())

app.invitations door for all to hamdel_door
  using true
  check true

app.invitations steward for all to hamdel_app
  using app.viewer_is('steward'::text)
  check (app.viewer_is('steward'::text) AND (by_person = app.viewer()))

app.ladder_ends end_it for insert to hamdel_app
  check (app.standing(case_id) = 'asker'::text)

app.ladder_ends node for select to hamdel_node
  using true

app.ladder_ends read for select to hamdel_app
  using (app.standing(case_id) = ANY (ARRAY['asker'::text, 'coordinator'::text]))

app.ladders climb for insert to hamdel_app
  check ((app.standing(case_id) = 'asker'::text) AND (app.phase(case_id) = 'posted'::text))

app.ladders look_again for update to hamdel_app
  using (app.standing(case_id) = 'asker'::text)

app.ladders node for select to hamdel_node
  using true

app.ladders read for select to hamdel_app
  using (app.standing(case_id) = ANY (ARRAY['asker'::text, 'coordinator'::text]))

app.licences seen for select to hamdel_app
  using ((person_id = app.viewer()) OR ( SELECT app.viewer_is('steward'::text) AS viewer_is))

app.licences self for all to hamdel_app
  using (person_id = app.viewer())
  check (person_id = app.viewer())

app.marks draw for insert to hamdel_app
  check (((app.standing(case_id) = 'asker'::text) AND (adviser_id IS NULL) AND (app.phase(case_id) = ANY (ARRAY['draft'::text, 'posted'::text, 'decided'::text]))) OR ((app.standing(case_id) = ANY (ARRAY['sealed'::text, 'open'::text])) AND (adviser_id = app.viewer()) AND (app.phase(case_id) = ANY (ARRAY['posted'::text, 'decided'::text]))))

app.marks node for select to hamdel_node
  using true

app.marks read for select to hamdel_app
  using ((app.standing(case_id) IS NOT NULL) AND ((adviser_id IS NULL) OR (adviser_id = app.viewer()) OR (app.unsealed(case_id) AND (EXISTS ( SELECT
   FROM app.opinions o
  WHERE ((o.case_id = marks.case_id) AND (o.author_id = marks.adviser_id)))))))

app.marks rub_out for update to hamdel_app
  using (((app.standing(case_id) = 'asker'::text) AND (adviser_id IS NULL)) OR (adviser_id = app.viewer()))

app.meeting_keys own for all to hamdel_app
  using (person_id = app.viewer())
  check (person_id = app.viewer())

app.meetings node for select to hamdel_node
  using true

app.meetings node_sweep for delete to hamdel_node
  using true

app.meetings own for select to hamdel_app
  using ((app.viewer() = shown_by) OR (app.viewer() = met_by))

app.memberships invite for insert to hamdel_app
  check ((invited_by = app.viewer()) AND (ended_at IS NULL) AND (((joined_at IS NULL) AND (person_id <> app.viewer()) AND (app.group_standing(group_id) = 'officer'::text)) OR ((person_id = app.viewer()) AND (role = 'officer'::text) AND (joined_at IS NOT NULL) AND app.group_is_new(group_id))))

app.memberships seen for select to hamdel_app
  using ((person_id = app.viewer()) OR
CASE app.group_standing(group_id)
    WHEN 'officer'::text THEN true
    WHEN 'member'::text THEN ((ended_at IS NULL) AND (joined_at IS NOT NULL))
    ELSE ((ended_at IS NULL) AND (role = 'officer'::text) AND (joined_at IS NOT NULL) AND ( SELECT app.viewer_verified() AS viewer_verified))
END)

app.memberships turn for update to hamdel_app
  using ((ended_at IS NULL) AND ((person_id = app.viewer()) OR (app.group_standing(group_id) = 'officer'::text)))
  check ((ended_by IS NULL) OR (ended_by = app.viewer()))

app.mutes own for all to hamdel_app
  using (person_id = app.viewer())
  check (person_id = app.viewer())

app.namings name for insert to hamdel_app
  check ((by_person = app.viewer()) AND (EXISTS ( SELECT
   FROM app.asks a
  WHERE ((a.id = namings.ask_id) AND (a.expert_id = app.viewer())))))

app.namings node for select to hamdel_node
  using true

app.namings own for select to hamdel_app
  using (by_person = app.viewer())

app.notices node for select to hamdel_node
  using true

app.notices node_mark for update to hamdel_node
  using true

app.notices node_write for insert to hamdel_node
  check true

app.notices own for all to hamdel_app
  using (person_id = app.viewer())

app.objects node for select to hamdel_node
  using true

app.objects node_write for insert to hamdel_node
  check true

app.objects read for select to hamdel_app
  using (app.standing(case_id) IS NOT NULL)

app.opinion_drafts node for select to hamdel_node
  using true

app.opinion_drafts own for all to hamdel_app
  using (EXISTS ( SELECT
   FROM app.asks a
  WHERE ((a.id = opinion_drafts.ask_id) AND (a.expert_id = app.viewer()))))
  check (EXISTS ( SELECT
   FROM app.asks a
  WHERE ((a.id = opinion_drafts.ask_id) AND (a.expert_id = app.viewer()) AND (app.standing(a.case_id) = 'sealed'::text) AND (app.phase(a.case_id) = ANY (ARRAY['posted'::text, 'decided'::text])))))

app.opinions give for insert to hamdel_app
  check ((author_id = app.viewer()) AND (app.phase(case_id) = ANY (ARRAY['posted'::text, 'decided'::text])) AND (before_decision <> app.decided(case_id)) AND (EXISTS ( SELECT
   FROM app.asks a
  WHERE ((a.id = opinions.ask_id) AND (a.case_id = opinions.case_id) AND (a.expert_id = app.viewer()) AND (a.cancelled_at IS NULL)))) AND ((app.standing(case_id) = 'sealed'::text) OR ((app.standing(case_id) = 'open'::text) AND app.has_given(case_id))))

app.opinions node for select to hamdel_node
  using true

app.opinions read for select to hamdel_app
  using ((author_id = app.viewer()) OR app.unsealed(case_id))

app.opportunities node for select to hamdel_node
  using true

app.opportunities seen for select to hamdel_app
  using ((poster_id = app.viewer()) OR (app.opportunity_standing(id) IS NOT NULL))

app.opportunities start for insert to hamdel_app
  check ((poster_id = app.viewer()) AND app.sees_cases(app.viewer()))

app.opportunities write for update to hamdel_app
  using ((poster_id = app.viewer()) AND (app.opportunity_phase(id) <> 'closed'::text))
  check (poster_id = app.viewer())

app.opportunity_answers answer for insert to hamdel_app
  check (app.question_standing(question_id) = 'poster'::text)

app.opportunity_answers seen for select to hamdel_app
  using (app.question_standing(question_id) IS NOT NULL)

app.opportunity_bars bar for insert to hamdel_app
  check (own AND (app.opportunity_standing(opportunity_id) = 'poster'::text) AND (app.opportunity_phase(opportunity_id) <> 'closed'::text))

app.opportunity_bars own for select to hamdel_app
  using (own AND (app.opportunity_standing(opportunity_id) = 'poster'::text))

app.opportunity_closings close for insert to hamdel_app
  check ((app.opportunity_standing(opportunity_id) = 'poster'::text) AND (app.opportunity_phase(opportunity_id) = 'posted'::text))

app.opportunity_closings seen for select to hamdel_app
  using (app.opportunity_standing(opportunity_id) IS NOT NULL)

app.opportunity_hands answer for update to hamdel_app
  using ((person_id = app.viewer()) AND (NOT app.hand_is_stopped(id)))
  check (person_id = app.viewer())

app.opportunity_hands hand for insert to hamdel_app
  check ((by_person = app.viewer()) AND (hop = app.opportunity_next_hop(opportunity_id)) AND app.opportunity_may_reach(opportunity_id, person_id) AND (app.opportunity_phase(opportunity_id) = 'posted'::text) AND (seen_at IS NULL) AND (answer IS NULL))

app.opportunity_hands seen for select to hamdel_app
  using (((by_person = app.viewer()) OR ((person_id = app.viewer()) AND (NOT app.hand_is_stopped(id)))) AND (app.opportunity_standing(opportunity_id) IS NOT NULL))

app.opportunity_interests seen for select to hamdel_app
  using ((person_id = app.viewer()) OR ((withdrawn_at IS NULL) AND (app.opportunity_standing(opportunity_id) = 'poster'::text)))

app.opportunity_interests show for insert to hamdel_app
  check ((person_id = app.viewer()) AND (app.opportunity_standing(opportunity_id) = ANY (ARRAY['handed'::text, 'group'::text, 'node'::text, 'public'::text])) AND (app.opportunity_phase(opportunity_id) = 'posted'::text) AND (withdrawn_at IS NULL))

app.opportunity_interests turn for update to hamdel_app
  using (person_id = app.viewer())
  check (person_id = app.viewer())

app.opportunity_plans own for all to hamdel_app
  using (app.opportunity_standing(opportunity_id) = 'poster'::text)
  check (app.opportunity_standing(opportunity_id) = 'poster'::text)

app.opportunity_postings post for insert to hamdel_app
  check ((app.opportunity_standing(opportunity_id) = 'poster'::text) AND app.sees_cases(app.viewer()))

app.opportunity_postings seen for select to hamdel_app
  using (app.opportunity_standing(opportunity_id) IS NOT NULL)

app.opportunity_question_askers ask for insert to hamdel_app
  check (person_id = app.viewer())

app.opportunity_question_askers own for select to hamdel_app
  using (person_id = app.viewer())

app.opportunity_questions ask for insert to hamdel_app
  check ((app.opportunity_standing(opportunity_id) = ANY (ARRAY['handed'::text, 'group'::text, 'node'::text, 'public'::text])) AND (app.opportunity_phase(opportunity_id) = 'posted'::text))

app.opportunity_questions seen for select to hamdel_app
  using ((app.opportunity_standing(opportunity_id) IS NOT NULL) AND (app.asked_question(id) OR (app.opportunity_standing(opportunity_id) = 'poster'::text) OR (EXISTS ( SELECT
   FROM app.opportunity_answers a
  WHERE (a.question_id = opportunity_questions.id)))))

app.opportunity_widenings own for select to hamdel_app
  using (app.opportunity_standing(opportunity_id) = 'poster'::text)

app.opportunity_widenings widen for insert to hamdel_app
  check ((app.opportunity_standing(opportunity_id) = 'poster'::text) AND (app.opportunity_phase(opportunity_id) = 'posted'::text))

app.outcomes book for insert to hamdel_app
  check ((app.standing(case_id) = 'asker'::text) AND (app.phase(case_id) = ANY (ARRAY['draft'::text, 'posted'::text])) AND (at IS NULL))

app.outcomes node for select to hamdel_node
  using true

app.outcomes read for select to hamdel_app
  using ((app.standing(case_id) IS NOT NULL) AND (app.standing(case_id) <> 'sealed'::text))

app.outcomes tell for update to hamdel_app
  using ((app.standing(case_id) = 'asker'::text) AND (app.phase(case_id) = ANY (ARRAY['decided'::text, 'closed'::text])))

app.passkeys door for all to hamdel_door
  using true
  check true

app.passports own for all to hamdel_app
  using (person_id = app.viewer())
  check (person_id = app.viewer())

app.passwords door for all to hamdel_door
  using true
  check true

app.people door for all to hamdel_door
  using true
  check true

app.people node for select to hamdel_node
  using true

app.people seen for select to hamdel_app
  using ((id = app.viewer()) OR ( SELECT app.viewer_verified() AS viewer_verified) OR ( SELECT app.viewer_is('steward'::text) AS viewer_is))

app.people self for update to hamdel_app
  using (id = app.viewer())
  check (id = app.viewer())

app.plans node for select to hamdel_node
  using true

app.plans read for select to hamdel_app
  using app.unsealed(case_id)

app.plans rewrite for update to hamdel_app
  using ((app.standing(case_id) = 'asker'::text) AND (app.phase(case_id) = 'draft'::text))

app.plans write for insert to hamdel_app
  check ((app.standing(case_id) = 'asker'::text) AND (app.phase(case_id) = ANY (ARRAY['draft'::text, 'posted'::text])))

app.postings node for select to hamdel_node
  using true

app.postings post for insert to hamdel_app
  check ((app.standing(case_id) = 'asker'::text) AND (app.phase(case_id) = 'draft'::text) AND app.sees_cases(app.viewer()))

app.postings read for select to hamdel_app
  using (app.standing(case_id) IS NOT NULL)

app.receipts own for all to hamdel_app
  using (person_id = app.viewer())
  check (person_id = app.viewer())

app.receipts sweep for delete to hamdel_node
  using true

app.receipts sweep_read for select to hamdel_node
  using true

app.recovery_codes door for all to hamdel_door
  using true
  check true

app.reference_asks ask for insert to hamdel_app
  check ((person_id = app.viewer()) AND (closed_at IS NULL) AND app.viewer_verified() AND (EXISTS ( SELECT
   FROM app.people p
  WHERE ((p.id = reference_asks.writer_id) AND (p.verified_at IS NOT NULL)))))

app.reference_asks ends for select to hamdel_app
  using ((person_id = app.viewer()) OR ((writer_id = app.viewer()) AND (NOT app.blocked_between(person_id, writer_id))))

app.reference_asks node for select to hamdel_node
  using true

app.reference_asks node_sweep for delete to hamdel_node
  using true

app.reference_asks withdraw for update to hamdel_app
  using ((person_id = app.viewer()) AND (closed_at IS NULL))
  check (person_id = app.viewer())

app.reference_declines writer for all to hamdel_app
  using (EXISTS ( SELECT
   FROM app.reference_asks a
  WHERE ((a.id = reference_declines.ask_id) AND (a.writer_id = app.viewer()))))
  check app.asked_to_write(ask_id)

app.reference_drafts writer for all to hamdel_app
  using (EXISTS ( SELECT
   FROM app.reference_asks a
  WHERE ((a.id = reference_drafts.ask_id) AND (a.writer_id = app.viewer()))))
  check app.asked_to_write(ask_id)

app.reference_letters ends for select to hamdel_app
  using ((person_id = app.viewer()) OR (writer_id = app.viewer()))

app.reference_letters given for select to hamdel_app
  using app.was_given_letter(id)

app.reference_letters node for select to hamdel_node
  using true

app.reference_letters write for insert to hamdel_app
  check ((writer_id = app.viewer()) AND app.viewer_verified() AND (EXISTS ( SELECT
   FROM app.reference_asks a
  WHERE ((a.id = reference_letters.ask_id) AND (a.person_id = reference_letters.person_id) AND (a.writer_id = app.viewer()) AND (a.closed_at IS NULL) AND (a.expires_at > reference_letters.written_at)))) AND (NOT (EXISTS ( SELECT
   FROM app.reference_declines d
  WHERE (d.ask_id = reference_letters.ask_id)))))

app.reference_openings holder for all to hamdel_app
  using app.holds_letter(letter_id)
  check (EXISTS ( SELECT
   FROM app.reference_letters l
  WHERE ((l.id = reference_openings.letter_id) AND (l.person_id = app.viewer()) AND l.may_read AND (NOT (EXISTS ( SELECT
           FROM app.reference_revocations r
          WHERE (r.letter_id = l.id)))))))

app.reference_revocations ends for select to hamdel_app
  using (app.wrote_letter(letter_id) OR app.holds_letter(letter_id))

app.reference_revocations given for select to hamdel_app
  using app.was_given_letter(letter_id)

app.reference_revocations node for select to hamdel_node
  using true

app.reference_revocations writer for insert to hamdel_app
  check app.wrote_letter(letter_id)

app.reference_texts given for select to hamdel_app
  using (app.was_given_letter(letter_id) AND (NOT (EXISTS ( SELECT
   FROM app.reference_revocations r
  WHERE (r.letter_id = reference_texts.letter_id)))))

app.reference_texts holder for select to hamdel_app
  using (EXISTS ( SELECT
   FROM app.reference_letters l
  WHERE ((l.id = reference_texts.letter_id) AND (l.person_id = app.viewer()) AND l.may_read AND (NOT (EXISTS ( SELECT
           FROM app.reference_revocations r
          WHERE (r.letter_id = l.id)))))))

app.reference_texts node for select to hamdel_node
  using true

app.reference_texts node_sweep for delete to hamdel_node
  using true

app.reference_texts write for insert to hamdel_app
  check app.wrote_letter(letter_id)

app.reference_texts writer for select to hamdel_app
  using app.wrote_letter(letter_id)

app.remarks node for select to hamdel_node
  using true

app.remarks read for select to hamdel_app
  using (app.standing(case_id) = ANY (ARRAY['asker'::text, 'open'::text]))

app.remarks say for insert to hamdel_app
  check ((app.phase(case_id) = ANY (ARRAY['posted'::text, 'decided'::text, 'closed'::text])) AND (((app.standing(case_id) = 'asker'::text) AND (adviser_id IS NULL)) OR ((app.standing(case_id) = 'open'::text) AND (adviser_id = app.viewer()) AND app.has_given(case_id))))

app.roles door for all to hamdel_door
  using true
  check true

app.roles end_role for update to hamdel_app
  using app.viewer_is('steward'::text)

app.roles grant_role for insert to hamdel_app
  check (app.viewer_is('steward'::text) AND (granted_by = app.viewer()))

app.roles node for select to hamdel_node
  using true

app.roles seen for select to hamdel_app
  using ((person_id = app.viewer()) OR ( SELECT app.viewer_verified() AS viewer_verified) OR ( SELECT app.viewer_is('steward'::text) AS viewer_is))

app.runs add for insert to hamdel_app
  check ((app.standing(case_id) = 'asker'::text) AND (app.phase(case_id) = ANY (ARRAY['draft'::text, 'posted'::text])))

app.runs node for select to hamdel_node
  using true

app.runs read for select to hamdel_app
  using (app.standing(case_id) IS NOT NULL)

app.runs said for update to hamdel_node
  using true
  check true

app.runs take_out for update to hamdel_app
  using ((app.standing(case_id) = 'asker'::text) AND (app.phase(case_id) = ANY (ARRAY['draft'::text, 'posted'::text])))

app.search_docs find for select to hamdel_app
  using app.may_find(id, kind, about, part, lane)

app.search_docs node for all to hamdel_node
  using true
  check true

app.search_due node for all to hamdel_node
  using true
  check true

app.search_lanes node for all to hamdel_node
  using true
  check true

app.search_pieces node for all to hamdel_node
  using true
  check true

app.search_postings node for all to hamdel_node
  using true
  check true

app.search_readers node for all to hamdel_node
  using true
  check true

app.search_words node for all to hamdel_node
  using true
  check true

app.second_factors door for all to hamdel_door
  using true
  check true

app.sessions door for all to hamdel_door
  using true
  check true

app.settings all_read for select to hamdel_app, hamdel_door, hamdel_node
  using true

app.settings steward_sets for all to hamdel_app
  using app.viewer_is('steward'::text)
  check (app.viewer_is('steward'::text) AND (set_by = app.viewer()))

app.shifts node for select to hamdel_node
  using true

app.shifts plan for insert to hamdel_app
  check (app.viewer_is('coordinator'::text) AND (added_by = app.viewer()) AND app.sees_cases(person_id))

app.shifts seen for select to hamdel_app
  using ((person_id = app.viewer()) OR ( SELECT app.viewer_is('coordinator'::text) AS viewer_is))

app.shifts take_out for update to hamdel_app
  using app.viewer_is('coordinator'::text)

app.shortlists group_only for all to hamdel_app
  using app.hires_for(application_id)
  check (app.hires_for(application_id) AND (by_person = app.viewer()))

app.sign_in_links door for all to hamdel_door
  using true
  check true

app.signing_keys own for all to hamdel_app
  using (person_id = app.viewer())
  check (person_id = app.viewer())

app.sponsor_cases think for insert to hamdel_app
  check ((app.sponsorship_side(sponsorship_id) = 'senior'::text) AND app.sponsorship_stands(sponsorship_id) AND (EXISTS ( SELECT
   FROM app.cases k
  WHERE ((k.id = sponsor_cases.case_id) AND (k.audience = 'node'::text) AND (app.phase(k.id) <> 'draft'::text)))))

app.sponsor_cases two for select to hamdel_app
  using app.sponsorship_stands(sponsorship_id)

app.sponsor_nudges node for all to hamdel_node
  using true
  check true

app.sponsor_passes own for all to hamdel_app
  using (app.sponsorship_side(sponsorship_id) = 'senior'::text)
  check ((app.sponsorship_side(sponsorship_id) = 'senior'::text) AND (app.opportunity_standing(opportunity_id) IS NOT NULL))

app.sponsorship_briefs edit for update to hamdel_app
  using ((app.sponsorship_side(sponsorship_id) = 'junior'::text) AND app.sponsorship_open(sponsorship_id))

app.sponsorship_briefs node for select to hamdel_node
  using true

app.sponsorship_briefs read for select to hamdel_app
  using ((app.sponsorship_side(sponsorship_id) = 'junior'::text) OR ((app.sponsorship_side(sponsorship_id) = 'senior'::text) AND app.sponsorship_junior_agreed(sponsorship_id)))

app.sponsorship_briefs write for insert to hamdel_app
  check ((app.sponsorship_side(sponsorship_id) = 'junior'::text) AND app.sponsorship_open(sponsorship_id))

app.sponsorship_goals drop for delete to hamdel_app
  using ((by_person = app.viewer()) AND app.sponsorship_stands(sponsorship_id))

app.sponsorship_goals reach for update to hamdel_app
  using app.sponsorship_stands(sponsorship_id)

app.sponsorship_goals set for insert to hamdel_app
  check ((by_person = app.viewer()) AND app.sponsorship_stands(sponsorship_id))

app.sponsorship_goals two for select to hamdel_app
  using app.sponsorship_stands(sponsorship_id)

app.sponsorship_refusals own for all to hamdel_app
  using (person_id = app.viewer())
  check ((person_id = app.viewer()) AND (EXISTS ( SELECT
   FROM app.sponsorships s
  WHERE ((s.id = sponsorship_refusals.sponsorship_id) AND (s.agreed_at IS NULL) AND (s.proposed_by <> app.viewer())))))

app.sponsorship_reminders node for select to hamdel_node
  using true

app.sponsorship_reminders node_tell for update to hamdel_node
  using true
  check true

app.sponsorship_reminders own for all to hamdel_app
  using (person_id = app.viewer())
  check ((person_id = app.viewer()) AND app.sponsorship_stands(sponsorship_id))

app.sponsorships node for select to hamdel_node
  using true

app.sponsorships node_sweep for delete to hamdel_node
  using (agreed_at IS NULL)

app.sponsorships propose for insert to hamdel_app
  check ((proposed_by = app.viewer()) AND (agreed_at IS NULL) AND (ended_at IS NULL) AND app.viewer_verified() AND (EXISTS ( SELECT
   FROM app.people p
  WHERE ((p.id = ANY (ARRAY[sponsorships.senior_id, sponsorships.junior_id])) AND (p.id <> app.viewer()) AND (p.verified_at IS NOT NULL)))) AND (NOT app.blocked_between(senior_id, junior_id)))

app.sponsorships take_back for delete to hamdel_app
  using ((proposed_by = app.viewer()) AND (agreed_at IS NULL))

app.sponsorships turn for update to hamdel_app
  using (((app.viewer() = senior_id) OR (app.viewer() = junior_id)) AND (ended_at IS NULL))
  check ((app.viewer() = senior_id) OR (app.viewer() = junior_id))

app.sponsorships two for select to hamdel_app
  using (((app.viewer() = senior_id) OR (app.viewer() = junior_id)) AND ((ended_at IS NULL) OR (ended_by = app.viewer())) AND (NOT app.blocked_between(senior_id, junior_id)))

app.stays own for all to hamdel_app
  using (person_id = app.viewer())
  check (person_id = app.viewer())

app.stays willing for select to hamdel_app
  using ((willing_at IS NOT NULL) AND (ended_at IS NULL) AND ( SELECT app.viewer_verified() AS viewer_verified) AND app.within_two_hops(person_id))

app.steward_codes door for all to hamdel_door
  using true
  check true

app.tie_refusals own for all to hamdel_app
  using (person_id = app.viewer())
  check ((person_id = app.viewer()) AND (EXISTS ( SELECT
   FROM app.ties t
  WHERE ((t.id = tie_refusals.tie_id) AND (t.confirmed_at IS NULL) AND (t.proposed_by <> app.viewer())))))

app.ties ends for select to hamdel_app
  using (((app.viewer() = low) OR (app.viewer() = high)) AND ((ended_at IS NULL) OR (ended_by = app.viewer())))

app.ties node for select to hamdel_node
  using true

app.ties node_sweep for delete to hamdel_node
  using (confirmed_at IS NULL)

app.ties propose for insert to hamdel_app
  check ((proposed_by = app.viewer()) AND (confirmed_at IS NULL) AND (ended_at IS NULL) AND app.viewer_verified() AND (EXISTS ( SELECT
   FROM app.people p
  WHERE ((p.id = ANY (ARRAY[ties.low, ties.high])) AND (p.id <> app.viewer()) AND (p.verified_at IS NOT NULL)))) AND (NOT app.blocked_between(low, high)))

app.ties take_back for delete to hamdel_app
  using ((proposed_by = app.viewer()) AND (confirmed_at IS NULL) AND (ended_at IS NULL))

app.ties turn for update to hamdel_app
  using (((app.viewer() = low) OR (app.viewer() = high)) AND (ended_at IS NULL))
  check ((app.viewer() = low) OR (app.viewer() = high))

app.trail trail_read for select to hamdel_app
  using app.viewer_is('steward'::text)

app.trail trail_write for insert to hamdel_app
  check (app.viewer_is('steward'::text) AND (who = app.viewer()))

app.unmaskings node for select to hamdel_node
  using true

app.unmaskings open for insert to hamdel_app
  check ((steward_id = app.viewer()) AND app.viewer_is('steward'::text) AND (app.phase(case_id) <> 'draft'::text))

app.unmaskings read for select to hamdel_app
  using (((steward_id = app.viewer()) AND app.viewer_is('steward'::text)) OR (app.standing(case_id) = 'asker'::text))

app.verifications door for all to hamdel_door
  using true
  check true

app.verifications seen for select to hamdel_app
  using (EXISTS ( SELECT
   FROM app.people p
  WHERE (p.id = verifications.person_id)))

app.verifications take_back for update to hamdel_app
  using ((ended_at IS NULL) AND ((by_person = app.viewer()) OR app.viewer_is('steward'::text)))
  check (ended_by = app.viewer())

app.verifications vouch for insert to hamdel_app
  check ((by_person = app.viewer()) AND (person_id <> app.viewer()) AND (((layer = 'vouched'::text) AND app.viewer_verified()) OR ((layer = ANY (ARRAY['document'::text, 'register'::text])) AND app.viewer_is('steward'::text))))

app.wave_looks look for insert to hamdel_app
  check ((coordinator_id = app.viewer()) AND (app.standing(case_id) = 'coordinator'::text) AND app.wave_waits(case_id, step))

app.wave_looks node for select to hamdel_node
  using true

app.wave_looks read for select to hamdel_app
  using (app.standing(case_id) = ANY (ARRAY['asker'::text, 'coordinator'::text]))

app.wave_people climb for insert to hamdel_app
  check (((app.standing(case_id) = 'asker'::text) AND (named_by IS NULL)) OR ((app.standing(case_id) = 'coordinator'::text) AND (named_by = app.viewer()) AND app.wave_waits(case_id, step) AND app.sees_cases(person_id) AND (NOT ( SELECT cases.hidden
   FROM app.cases
  WHERE (cases.id = wave_people.case_id)))))

app.wave_people node for select to hamdel_node
  using true

app.wave_people read for select to hamdel_app
  using (app.standing(case_id) = ANY (ARRAY['asker'::text, 'coordinator'::text]))

app.wave_people reorder for update to hamdel_app
  using ((app.standing(case_id) = 'coordinator'::text) AND app.wave_waits(case_id, step))

app.wave_takings climb for insert to hamdel_app
  check ((app.standing(case_id) = 'asker'::text) AND (app.phase(case_id) = 'posted'::text))

app.wave_takings node for select to hamdel_node
  using true

app.wave_takings read for select to hamdel_app
  using (app.standing(case_id) = ANY (ARRAY['asker'::text, 'coordinator'::text]))

app.waves climb for insert to hamdel_app
  check ((app.standing(case_id) = 'asker'::text) AND (app.phase(case_id) = 'posted'::text))

app.waves node for select to hamdel_node
  using true

app.waves read for select to hamdel_app
  using (app.standing(case_id) = ANY (ARRAY['asker'::text, 'coordinator'::text]))

app.waves resize for update to hamdel_app
  using ((app.standing(case_id) = 'coordinator'::text) AND app.wave_waits(case_id, step))

app.wish_matches own for select to hamdel_app
  using app.wish_is_own(wish_id)

app.wish_readers own for all to hamdel_app
  using app.wish_is_own(wish_id)
  check (app.wish_is_own(wish_id) AND (person_id <> app.viewer()) AND (NOT app.of_own_institution(person_id)))

app.wishes chosen for select to hamdel_app
  using app.wish_is_open(id)

app.wishes own for all to hamdel_app
  using (person_id = app.viewer())
  check (person_id = app.viewer())

app.withdrawals node for select to hamdel_node
  using true

app.withdrawals read for select to hamdel_app
  using (app.standing(case_id) = 'asker'::text)

app.withdrawals withdraw for insert to hamdel_app
  check ((app.standing(case_id) = 'asker'::text) AND (app.phase(case_id) = ANY (ARRAY['draft'::text, 'posted'::text, 'decided'::text])))

-- Functions

CREATE OR REPLACE FUNCTION app.announce(happened text, c uuid, target text, waits boolean, moment timestamp with time zone, one uuid DEFAULT NULL::uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
declare
  person uuid;
begin
  if happened !~ '^[a-z][a-z-]{2,40}$' then raise exception 'unknown kind %', happened; end if;
  for person in
    select distinct p from (
      select person_id as p from case_askers where case_id = c and target in ('asker', 'all')
      union all
      select expert_id from asks where case_id = c and cancelled_at is null and target in ('experts', 'all')
      union all
      select expert_id from asks where case_id = c and cancelled_at is null and (answered_at is not null) and target in ('advisers')
      union all
      select one where target = 'one'
    ) who where p is not null and p is distinct from app.viewer()
  loop
    insert into events (person_id, kind, case_id, at) values (person, happened, c, moment);
    if waits then
      insert into notices (id, person_id, kind, case_id, at) values (gen_random_uuid(), person, happened, c, moment);
    end if;
  end loop;
end $function$


CREATE OR REPLACE FUNCTION app.application_came()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
begin
  -- Who applies is interested: from here on their own centre hears nothing further of it.
  insert into opportunity_interests (opportunity_id, person_id, note, lang, at) values (new.opportunity_id, new.person_id, '', new.lang, new.at) on conflict do nothing;
  perform tell('application-came', new.opportunity_id, p, true, new.at)
    from (select poster_id as p from opportunities where id = new.opportunity_id union select person_id from hirers where opportunity_id = new.opportunity_id) t;
  return null;
end $function$


CREATE OR REPLACE FUNCTION app.application_was_decided()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
begin
  perform tell('application-decided', new.application_id, (select person_id from applications where id = new.application_id), true, new.at);
  return null;
end $function$


CREATE OR REPLACE FUNCTION app.applied(a uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select exists (select from applications where id = a and person_id = viewer()) $function$


CREATE OR REPLACE FUNCTION app.asked_question(q uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select exists (select from opportunity_question_askers where question_id = q and person_id = viewer()) $function$


CREATE OR REPLACE FUNCTION app.asked_to_write(ask uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$ select exists (select from reference_asks where id = ask and writer_id = viewer() and closed_at is null) $function$


CREATE OR REPLACE FUNCTION app.best_way(ends uuid[], without uuid[], moment timestamp with time zone)
 RETURNS TABLE(first uuid, second uuid, "end" uuid, strengths integer[], free integer[], weight bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  with apart as materialized (
    select other_id as id from blocks where person_id = viewer() union select person_id from blocks where other_id = viewer()
    union select other_id from avoidances where person_id = viewer() union select person_id from avoidances where other_id = viewer()
    union select person_id from mutes where other_id = viewer() union select unnest(without) union select viewer()),
  goal as materialized (select p.id from people p where p.id = any (ends) and p.verified_at is not null and p.id not in (select id from apart)),
  grounds as materialized (
    select high as id, ground_strength(kind, to_year, confirmed_at, moment) as s from ties where low = viewer() and confirmed_at is not null and ended_at is null
    union all select low, ground_strength(kind, to_year, confirmed_at, moment) from ties where high = viewer() and confirmed_at is not null and ended_at is null),
  mine as materialized (select id, least(1000, max(s) + 50 * (count(*) - 1))::int as s from grounds group by id),
  near as materialized (
    select m.id, m.s, 2 - introduction_load(m.id, moment)::int as f from mine m join introducing w on w.person_id = m.id
     where m.id not in (select id from apart) and m.id <> all (ends)
       and (w.whom in ('ties', 'anybody') or (w.whom = 'chosen' and viewer() = any (w.chosen))) and introduction_load(m.id, moment) < 2),
  far_grounds as materialized (
    select t.high as id, g.id as goal, ground_strength(kind, to_year, confirmed_at, moment) as s from ties t join goal g on t.low = g.id where confirmed_at is not null and ended_at is null
    union all select t.low, g.id, ground_strength(kind, to_year, confirmed_at, moment) from ties t join goal g on t.high = g.id where confirmed_at is not null and ended_at is null),
  far as materialized (
    select f.id, f.goal, least(1000, max(f.s) + 50 * (count(*) - 1))::int as s from far_grounds f group by f.id, f.goal),
  second as materialized (
    select f.id, f.goal, f.s, 2 - introduction_load(f.id, moment)::int as f from far f join introducing w on w.person_id = f.id
     where f.id not in (select id from apart) and f.id <> all (ends)
       and (w.whom = 'anybody' or (w.whom = 'ties' and f.id in (select id from mine)) or (w.whom = 'chosen' and viewer() = any (w.chosen))) and introduction_load(f.id, moment) < 2),
  middle_grounds as (
    select n.id as a, f.id as b, f.goal, ground_strength(t.kind, t.to_year, t.confirmed_at, moment) as s from near n join ties t on t.low = n.id join second f on f.id = t.high where t.confirmed_at is not null and t.ended_at is null
    union all select n.id, f.id, f.goal, ground_strength(t.kind, t.to_year, t.confirmed_at, moment) from near n join ties t on t.high = n.id join second f on f.id = t.low where t.confirmed_at is not null and t.ended_at is null),
  ways as (
    select n.id as first, null::uuid as second, f.goal as "end", array[n.s, f.s] as strengths, array[n.f] as free, n.s::bigint * f.s * 1000 * n.f * 2 as weight
      from near n join far f on f.id = n.id
    union all
    select m.a, m.b, m.goal, array[n.s, m.s, f.s], array[n.f, f.f], n.s::bigint * m.s * f.s * n.f * f.f
      from (select a, b, goal, least(1000, max(s) + 50 * (count(*) - 1))::int as s from middle_grounds group by a, b, goal) m
      join near n on n.id = m.a join second f on f.id = m.b and f.goal = m.goal)
  select * from ways order by weight desc, cardinality(strengths), first, second, "end" limit 1 $function$


CREATE OR REPLACE FUNCTION app.blocked_between(a uuid, b uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$ select exists (select from blocks where (person_id = a and other_id = b) or (person_id = b and other_id = a)) $function$


CREATE OR REPLACE FUNCTION app.blocked_people()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$ select other_id from blocks where person_id = viewer() union select person_id from blocks where other_id = viewer() $function$


CREATE OR REPLACE FUNCTION app.canonical(j jsonb)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
begin
  return case jsonb_typeof(j)
    when 'object' then (select '{' || coalesce(string_agg(to_json(key)::text || ':' || app.canonical(value), ',' order by key collate "C"), '') || '}' from jsonb_each(j))
    when 'array' then (select '[' || coalesce(string_agg(app.canonical(value), ',' order by n), '') || ']' from jsonb_array_elements(j) with ordinality as t (value, n))
    else j::text end;
end $function$


CREATE OR REPLACE FUNCTION app.capacity(today date, now_at timestamp with time zone)
 RETURNS TABLE(field text, people bigint, free bigint, weekly numeric)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  with load as (select p.id, case when exists (select from absences b where b.person_id = p.id and today between b.from_day and b.to_day) then 0
        else greatest(0, p.weekly_cap - (select count(*) from asks a where a.expert_id = p.id and a.cancelled_at is null and a.asked_at >= now_at - interval '7 days')) end as free
      from people p where p.verified_at is not null and p.stage not in ('industry', 'student')),
    offer as (select split_part(e.concept, '.', 1) || coalesce('.' || nullif(split_part(e.concept, '.', 2), ''), '') as field, l.id, l.free from load l join expertise e on e.person_id = l.id),
    demand as (select split_part(t, '.', 1) || coalesce('.' || nullif(split_part(t, '.', 2), ''), '') as field, a.id from asks a join cases k on k.id = a.case_id, jsonb_array_elements_text(coalesce(k.fields -> 'topics', '[]')) t
      where a.asked_at >= now_at - interval '28 days')
  select f.field, (select count(distinct id) from offer o where o.field = f.field), (select coalesce(sum(free), 0) from (select distinct id, free from offer o where o.field = f.field) x)::bigint,
      round((select count(distinct id) from demand d where d.field = f.field) / 4.0, 1)
    from (select distinct field from offer union select distinct field from demand) f where viewer_is('coordinator')
  union all select '', (select count(*) from load), (select sum(free) from load)::bigint, round((select count(*) from asks where asked_at >= now_at - interval '28 days') / 4.0, 1) where viewer_is('coordinator') $function$


CREATE OR REPLACE FUNCTION app.case_line(c uuid)
 RETURNS json
 LANGUAGE sql
 STABLE
AS $function$
  select json_build_object('id', k.id, 'lang', k.lang, 'kind', k.kind, 'urgency', k.urgency, 'hidden', k.hidden, 'texts', json_build_object(
      'en', json_build_object('title', k.texts #>> '{en,title}', 'question', k.texts #>> '{en,question}'),
      'fa', json_build_object('title', k.texts #>> '{fa,title}', 'question', k.texts #>> '{fa,question}')),
    'topics', k.fields -> 'topics', 'decideBy', k.decide_by, 'editedAt', k.edited_at,
    'standing', app.standing(k.id), 'asker', (select app.person_line(person_id) from app.case_askers where case_id = k.id),
    'postedAt', (select at from app.postings where case_id = k.id),
    'withdrawnAt', (select at from app.withdrawals where case_id = k.id),
    'decidedAt', (select at from app.decisions where case_id = k.id),
    'closedAt', (select at from app.closings where case_id = k.id),
    'opinionsGiven', app.opinions_given(k.id),
    'asksSent', (select count(*) from app.asks where case_id = k.id and cancelled_at is null),
    'outcomes', coalesce((select json_agg(json_build_object('moment', moment, 'dueOn', due_on, 'result', result, 'at', at) order by due_on) from app.outcomes where case_id = k.id), '[]'))
  from app.cases k where k.id = c $function$


CREATE OR REPLACE FUNCTION app.case_list(viewer uuid, which text, n integer)
 RETURNS json
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
declare
  page json;
begin
  perform set_config('hamdel.viewer', viewer::text, true);
  select coalesce(json_agg(app.case_line(l.id) order by l.at desc, l.id), '[]') into page from (
    select k.id, coalesce(p.at, k.edited_at) as at from app.cases k left join app.postings p on p.case_id = k.id
     where case which
       when 'mine' then exists (select from app.case_askers m where m.case_id = k.id and m.person_id = app.viewer())
       when 'asked' then exists (select from app.asks a where a.case_id = k.id and a.expert_id = app.viewer())
       else k.audience = 'node' and p.at is not null end
     order by 2 desc, 1 limit n) l;
  perform set_config('hamdel.viewer', '', true);
  return page;
end $function$


CREATE OR REPLACE FUNCTION app.case_page(viewer uuid, c uuid)
 RETURNS json
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
declare
  page json;
  stands text;
begin
  perform set_config('hamdel.viewer', viewer::text, true);
  stands := app.reckon_standing(c);
  perform set_config('hamdel.case', c::text, true), set_config('hamdel.standing', coalesce(stands, ''), true);
  with
    asker as materialized (select person_id as id from app.case_askers where case_id = c),
    asks as materialized (select id, expert_id as expert, seat, reasons, asked_at as "askedAt", accept_by as "acceptBy", answer_by as "answerBy", seen_at as "seenAt", accepted_at as "acceptedAt",
        declined_at as "declinedAt", handed_to as "handedTo", handed_note as "handedNote", answered_at as "answeredAt", expired_at as "expiredAt", cancelled_at as "cancelledAt", released_at as "releasedAt"
      from app.asks where case_id = c order by asked_at, id),
    opinions as materialized (select id, ask_id as "askId", author_id as author, seat, version, lang, body, texts, before_decision as "beforeDecision", at from app.opinions where case_id = c order by at, id),
    remarks as materialized (select id, adviser_id as adviser, lang, texts, pointer, at from app.remarks where case_id = c order by at, id),
    people as (select p.id, p.title, p.stage, p.given_en as "givenEn", p.family_en as "familyEn", p.given_fa as "givenFa", p.family_fa as "familyFa",
        i.name_en as "institutionEn", i.name_fa as "institutionFa", t.name_en as "cityEn", t.name_fa as "cityFa"
      from app.people p left join app.institutions i on i.id = p.institution_id left join app.cities t on t.id = coalesce(i.city_id, p.city_id)
      where p.id = any(array(select id from asker union all select expert from asks union all select "handedTo" from asks union all select author from opinions union all select adviser from remarks))
      order by p.id),
    runs as (select id, kind, label, position, sidecar from app.runs where case_id = c and removed_at is null order by position, id),
    objects as (select id, run_id as "runId", tier, media_type as "mediaType", bytes from app.objects where case_id = c),
    marks as (select id, run_id as "runId", adviser_id as "adviserId", frame, shape, points, note, details, at from app.marks where case_id = c and removed_at is null order by run_id, frame, id),
    outcomes as (select moment, due_on as "dueOn", result, details, texts, at from app.outcomes where case_id = c order by due_on),
    unmaskings as (select at, reason from app.unmaskings where case_id = c order by at)
  select to_json(whole) into page from (select
      k.id, k.lang, k.kind, k.urgency, k.audience, k.hidden, k.fields, k.texts, k.decide_by as "decideBy", k.version, k.edited_at as "editedAt", k.started_at as "startedAt",
      stands as standing,
      exists (select from opinions o where o.author = viewer) as "hasGiven",
      case when stands in ('asker', 'open') then (select count(distinct "askId") from opinions) else app.opinions_given(c) end as "opinionsGiven",
      (select at from app.postings where case_id = c) as "postedAt",
      (select at from app.withdrawals where case_id = c) as "withdrawnAt",
      (select at from app.closings where case_id = c) as "closedAt",
      (select json_agg(p) from people p) as people,
      (select id from asker) as asker,
      (select to_json(p) from (select texts, at from app.plans where case_id = c) p) as plan,
      coalesce((select json_agg(r) from runs r), '[]') as runs,
      coalesce((select json_agg(o) from objects o), '[]') as objects,
      coalesce((select json_agg(m) from marks m), '[]') as marks,
      coalesce((select json_agg(a) from asks a), '[]') as asks,
      coalesce((select json_agg(o) from opinions o), '[]') as opinions,
      (select to_json(d) from (select ask_id as "askId", body, version, at from app.opinion_drafts where ask_id in (select id from asks)) d) as draft,
      coalesce((select json_agg(r) from remarks r), '[]') as remarks,
      (select to_json(d) from (select choice, texts, followed, at from app.decisions where case_id = c) d) as decision,
      coalesce((select json_agg(o) from outcomes o), '[]') as outcomes,
      coalesce((select json_agg(u) from unmaskings u), '[]') as unmaskings
    from app.cases k where k.id = c) whole;
  perform set_config('hamdel.case', '', true), set_config('hamdel.viewer', '', true);
  return page;
end $function$


CREATE OR REPLACE FUNCTION app.case_was_put()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
begin
  perform list_for_institution(new.case_id, new.at);
  return null;
end $function$


CREATE OR REPLACE FUNCTION app.contact_people(hashes bytea[])
 RETURNS TABLE(person uuid, hash bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select h.person_id, h.hash from contact_hashes h join people o on o.id = h.person_id
   where h.hash = any (hashes) and cardinality(hashes) <= 200 and viewer_verified() and o.verified_at is not null and o.id <> viewer() and o.id not in (select blocked_people()) $function$


CREATE OR REPLACE FUNCTION app.contact_prefixes(bytes integer)
 RETURNS bytea
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select coalesce(string_agg(p, ''::bytea order by p), ''::bytea) from (
    select distinct substr(hash, 1, bytes) as p from contact_hashes h join people o on o.id = h.person_id
     where viewer_verified() and o.verified_at is not null and o.id <> viewer() and o.id not in (select blocked_people())) found $function$


CREATE OR REPLACE FUNCTION app.decided(c uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
AS $function$ select exists (select from app.decisions where case_id = c) $function$


CREATE OR REPLACE FUNCTION app.deliver_hand()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
declare
  why text := case
    when exists (select from opportunity_bars b left join people q on q.id = new.person_id where b.opportunity_id = new.opportunity_id
        and (b.person_id = new.person_id or b.institution_id = q.institution_id) and (b.own or (b.at <= new.at and not exists (select from opportunity_interests n where n.opportunity_id = new.opportunity_id and n.person_id = new.person_id and n.withdrawn_at is null)))
        and not exists (select from opportunities o where o.id = new.opportunity_id and o.poster_id = new.person_id)) then 'barred'
    when opportunity_kept_apart(new.person_id, new.by_person) then 'blocked' end;
begin
  if why is not null then insert into opportunity_stops (hand_id, why, at) values (new.id, why, new.at);
  else perform tell_unmuted('opportunity-told', new.opportunity_id, new.person_id, new.at); end if;
  return null;
end $function$


CREATE OR REPLACE FUNCTION app.enqueue(task text, payload json DEFAULT '{}'::json, key text DEFAULT NULL::text, at timestamp with time zone DEFAULT NULL::timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'graphile_worker', 'pg_temp'
AS $function$
begin
  if task not in ('mail-link', 'mail-notices', 'keep-clocks', 'make-preview', 'climb') then raise exception 'no task is named %', task; end if;
  perform graphile_worker.add_job(task, payload => payload, job_key => key, run_at => at, max_attempts => 8);
end $function$


CREATE OR REPLACE FUNCTION app.for_giving(c uuid)
 RETURNS json
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  stands text := app.reckon_standing(c);
begin
  if stands is null then return null; end if;
  perform set_config('hamdel.case', c::text, true), set_config('hamdel.standing', stands, true);
  return (select to_json(f) from (
    select app.phase(c) as phase, k.hidden, k.audience, false as "isAsker", false as unmasked, app.has_given(c) as "hasGiven", a.id as "askId", a.seat,
        case when a.answered_at is not null then 'answered' when a.declined_at is not null then 'declined' else 'open' end as ask,
        (select coalesce(max(o.version), 0) + 1 from app.opinions o where o.ask_id = a.id) as version
      from app.cases k join app.asks a on a.case_id = k.id and a.expert_id = app.viewer() and a.cancelled_at is null where k.id = c) f);
end $function$


CREATE OR REPLACE FUNCTION app.ground_strength(kind text, to_year smallint, confirmed_at timestamp with time zone, moment timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ select (case kind when 'mentor' then 900 when 'proctor' then 850 when 'trained-with' then 800 when 'operated' then 800
      when 'co-managed' then 650 when 'co-author' then 600 when 'group' then 350 else 300 end)
    * (case when y <= 2 then 10 when y <= 5 then 8 when y <= 10 then 6 when y <= 20 then 4 else 3 end) / 10
  from (select extract(year from moment at time zone 'UTC') - coalesce(to_year, extract(year from confirmed_at at time zone 'UTC')) as y) age $function$


CREATE OR REPLACE FUNCTION app.group_is_new(g uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select exists (select from groups where id = g and founded_by = viewer()) and not exists (select from memberships where group_id = g) $function$


CREATE OR REPLACE FUNCTION app.group_standing(g uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select case when joined_at is null then 'invited' else role end from memberships where group_id = g and person_id = viewer() and ended_at is null $function$


CREATE OR REPLACE FUNCTION app.hand_is_stopped(h uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$ select exists (select from opportunity_stops where hand_id = h) $function$


CREATE OR REPLACE FUNCTION app.has_given(c uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
AS $function$ select exists (select from app.opinions where case_id = c and author_id = app.viewer()) $function$


CREATE OR REPLACE FUNCTION app.hirer_was_named()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
begin
  perform tell('hiring-named', new.opportunity_id, new.person_id, true, new.added_at);
  return null;
end $function$


CREATE OR REPLACE FUNCTION app.hires(o uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select exists (select from opportunities where id = o and poster_id = viewer()) or exists (select from hirers where opportunity_id = o and person_id = viewer()) $function$


CREATE OR REPLACE FUNCTION app.hires_for(a uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select exists (select from applications x where x.id = a and hires(x.opportunity_id)) and not exists (select from application_withdrawals w where w.application_id = a) $function$


CREATE OR REPLACE FUNCTION app.holds_letter(letter uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$ select exists (select from reference_letters where id = letter and person_id = viewer()) $function$


CREATE OR REPLACE FUNCTION app.home_json(today date)
 RETURNS json
 LANGUAGE sql
 STABLE
AS $function$
  select json_build_object(
    'asks', coalesce((select json_agg(json_build_object('ask', json_build_object('id', a.id, 'seat', a.seat, 'reasons', a.reasons, 'askedAt', a.asked_at, 'acceptBy', a.accept_by,
          'answerBy', a.answer_by, 'seenAt', a.seen_at, 'acceptedAt', a.accepted_at, 'expiredAt', a.expired_at), 'case', app.case_line(a.case_id)) order by a.answer_by, a.id)
        from app.asks a where a.expert_id = app.viewer() and a.answered_at is null and a.declined_at is null and a.cancelled_at is null and app.standing(a.case_id) = 'sealed'), '[]'),
    'drafts', coalesce((select json_agg(app.case_line(k.id) order by k.edited_at desc) from app.cases k join app.case_askers m on m.case_id = k.id
        where m.person_id = app.viewer() and app.phase(k.id) = 'draft'), '[]'),
    'open', coalesce((select json_agg(app.case_line(k.id) order by k.decide_by nulls last, k.id) from app.cases k join app.case_askers m on m.case_id = k.id
        where m.person_id = app.viewer() and app.phase(k.id) = 'posted'), '[]'),
    'due', coalesce((select json_agg(json_build_object('moment', o.moment, 'dueOn', o.due_on, 'case', app.case_line(o.case_id)) order by o.due_on, o.case_id)
        from app.outcomes o join app.case_askers m on m.case_id = o.case_id where m.person_id = app.viewer() and o.at is null and o.due_on <= today and app.phase(o.case_id) in ('decided', 'closed')), '[]'),
    'ended', coalesce((select json_agg(json_build_object('moment', e.moment, 'result', e.result, 'at', e.at, 'texts', e.texts, 'case', app.case_line(e.case_id)) order by e.at desc) from (
        select * from (select distinct on (o.case_id) o.* from app.outcomes o where o.at is not null and (exists (select from app.case_askers m where m.case_id = o.case_id and m.person_id = app.viewer())
          or exists (select from app.asks a where a.case_id = o.case_id and a.expert_id = app.viewer() and a.answered_at is not null)) order by o.case_id, o.due_on desc) o order by o.at desc limit 5) e), '[]')) $function$


CREATE OR REPLACE FUNCTION app.home_page(viewer uuid, today date)
 RETURNS json
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
declare
  page json;
begin
  perform set_config('hamdel.viewer', viewer::text, true);
  page := home_json(today);
  perform set_config('hamdel.viewer', '', true);
  return page;
end $function$


CREATE OR REPLACE FUNCTION app.introduction_last(i uuid, of_route smallint, of_step smallint)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$ select exists (select from introduction_steps where introduction_id = i and route = of_route and step = of_step - 1 and person_id = viewer() and asked_at is not null) $function$


CREATE OR REPLACE FUNCTION app.introduction_load(person uuid, moment timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select count(distinct s.introduction_id) from introduction_steps s join introductions i on i.id = s.introduction_id
   where s.person_id = person and s.part = 'middle' and s.agreed_at is null and s.closed_at is null and i.taken_back_at is null and i.expires_at > moment
     and not exists (select from introduction_refusals r where r.step_id = s.id) $function$


CREATE OR REPLACE FUNCTION app.introduction_mine(i uuid, of_route smallint)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$ select exists (select from introduction_steps where introduction_id = i and route = of_route and person_id = viewer() and asked_at is not null) $function$


CREATE OR REPLACE FUNCTION app.introduction_open(i uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select introduction_way(i) is not null and (exists (select from introductions where id = i and asker_id = viewer())
    or exists (select from introduction_steps s where s.introduction_id = i and s.route = introduction_way(i) and s.person_id = viewer() and s.agreed_at is not null))
    and not exists (select from introductions n join introduction_steps s on s.introduction_id = n.id and s.route = introduction_way(i) and s.part = 'target' where n.id = i and blocked_between(n.asker_id, s.person_id)) $function$


CREATE OR REPLACE FUNCTION app.introduction_part(i uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select case when exists (select from introductions where id = i and asker_id = viewer()) then 'asker'
    else (select part from introduction_steps where introduction_id = i and person_id = viewer() and asked_at is not null order by agreed_at nulls last, route limit 1) end $function$


CREATE OR REPLACE FUNCTION app.introduction_way(i uuid)
 RETURNS smallint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$ select route from introduction_steps where introduction_id = i and part = 'target' and agreed_at is not null order by agreed_at, route limit 1 $function$


CREATE OR REPLACE FUNCTION app.introduction_whole(i uuid)
 RETURNS TABLE(id uuid, route smallint, step smallint, part text, "personId" uuid, "askedAt" timestamp with time zone, "agreedAt" timestamp with time zone, "closedAt" timestamp with time zone, refused boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select s.id, s.route, s.step, s.part, s.person_id, s.asked_at, s.agreed_at, s.closed_at, exists (select from introduction_refusals r where r.step_id = s.id)
    from introduction_steps s where s.introduction_id = i and introduction_part(i) is not null order by s.route, s.step $function$


CREATE OR REPLACE FUNCTION app.is_coordinated(moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select exists (select from roles r where r.role = 'coordinator' and r.ended_at is null and r.person_id is distinct from viewer()
    and (not exists (select from shifts where duty = 'coordinator' and removed_at is null and to_at > moment)
      or exists (select from shifts s where s.duty = 'coordinator' and s.removed_at is null and s.person_id = r.person_id and s.from_at <= moment and s.to_at > moment))) $function$


CREATE OR REPLACE FUNCTION app.keep_answered()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'app', 'pg_temp'
AS $function$
begin
  if exists (select from asks where id = new.ask_id and (declined_at is not null or cancelled_at is not null)) then
    raise exception 'the ask has ended' using errcode = 'check_violation';
  end if;
  return null;
end $function$


CREATE OR REPLACE FUNCTION app.keep_from_own_centre()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
declare
  centre uuid := (select institution_id from people where id = new.person_id);
begin
  if centre is not null then insert into opportunity_bars (id, opportunity_id, institution_id, own, at) values (gen_random_uuid(), new.opportunity_id, centre, false, new.at); end if;
  perform tell('interest-shown', new.opportunity_id, (select poster_id from opportunities where id = new.opportunity_id), true, new.at);
  return null;
end $function$


CREATE OR REPLACE FUNCTION app.keep_hands()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'app', 'pg_temp'
AS $function$
begin
  if current_user <> 'hamdel_app' then return new; end if;
  if (new.seen_at, new.accepted_at, new.declined_at, new.declined_why, new.handed_to, new.handed_note, new.answered_at)
      is distinct from (old.seen_at, old.accepted_at, old.declined_at, old.declined_why, old.handed_to, old.handed_note, old.answered_at) and new.expert_id is distinct from viewer()
    or (new.cancelled_at, new.released_at, new.expired_at) is distinct from (old.cancelled_at, old.released_at, old.expired_at) and new.expert_id is not distinct from viewer()
  then raise exception 'another hand' using errcode = 'insufficient_privilege'; end if;
  return new;
end $function$


CREATE OR REPLACE FUNCTION app.keep_label()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.verified_at is not null and old.stage is distinct from new.stage and 'industry' in (old.stage, new.stage) then
    raise exception 'the label of industry is kept' using errcode = '42501';
  end if;
  return new;
end $function$


CREATE OR REPLACE FUNCTION app.keep_membership()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'app', 'pg_temp'
AS $function$
begin
  if current_user <> 'hamdel_app' then return new; end if;
  if (new.joined_at is distinct from old.joined_at and new.person_id is distinct from viewer())
    or (new.role is distinct from old.role and (new.person_id is not distinct from viewer() or group_standing(new.group_id) is distinct from 'officer'))
  then raise exception 'another hand' using errcode = 'insufficient_privilege'; end if;
  return new;
end $function$


CREATE OR REPLACE FUNCTION app.knows_asker(c uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
AS $function$
declare s text := app.standing(c);
begin
  return s = 'asker'
    or (s is not null and not (select hidden from app.cases where id = c))
    or (app.viewer_is('steward') and exists (select from app.unmaskings where case_id = c and steward_id = app.viewer()));
end $function$


CREATE OR REPLACE FUNCTION app.launch_facts()
 RETURNS json
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select case when viewer_is('coordinator') or viewer_is('steward') then json_build_object(
    'experts', (select count(*) from people p where p.verified_at is not null and p.stage not in ('industry', 'student') and exists (select from expertise e where e.person_id = p.id)),
    'cities', (select count(distinct coalesce(i.city_id, p.city_id)) from people p left join institutions i on i.id = p.institution_id where p.verified_at is not null),
    'coordinators', (select count(*) from roles where role = 'coordinator' and ended_at is null),
    'cases', (select count(*) from postings), 'askers', (select count(distinct k.person_id) from case_askers k join postings p on p.case_id = k.case_id),
    'opinions', (select count(distinct ask_id) from opinions), 'outcomes', (select count(*) from outcomes where at is not null),
    'lastCase', (select max(at) from postings)) end $function$


CREATE OR REPLACE FUNCTION app.list_for_institution(c uuid, moment timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
declare
  o objects;
  asker people;
begin
  if (select hidden from cases where id = c) or not exists (select from postings where case_id = c) then return; end if;
  select p.* into asker from case_askers a join people p on p.id = a.person_id where a.case_id = c;
  for o in select * from objects where case_id = c order by at, id loop
    perform list_object('institution', asker.institution_id, o, asker.id, moment);
  end loop;
end $function$


CREATE OR REPLACE FUNCTION app.list_object(of_kind text, of_owner uuid, o app.objects, by_person uuid, moment timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
declare
  head egress_heads;
  c certificates;
  row jsonb;
  digest bytea;
begin
  if of_owner is null or exists (select from egress_rows where owner = of_owner and object_id = o.id) then return; end if;
  insert into egress_heads (owner, kind, seq, hash) values (of_owner, of_kind, 0, decode(repeat('00', 32), 'hex')) on conflict (owner) do nothing;
  select * into head from egress_heads where owner = of_owner for update;
  select * into c from certificates where run_id = o.run_id order by at, id limit 1;
  row := jsonb_build_object('ledger', of_owner, 'kind', of_kind, 'seq', head.seq + 1, 'prev', encode(head.hash, 'hex'),
    'at', to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'object', o.id, 'run', o.run_id, 'person', by_person,
    'tier', o.tier, 'mediaType', o.media_type, 'bytes', o.bytes, 'sha256', encode(o.sha256, 'hex'),
    'certificate', c.id, 'certificateSha256', encode(sha256(convert_to(canonical(c.body), 'UTF8')), 'hex'));
  if of_kind = 'person' then row := row || jsonb_build_object('case', o.case_id); end if;
  digest := sha256(convert_to(canonical(row), 'UTF8'));
  insert into egress_rows (owner, seq, kind, object_id, certificate_id, entry, hash) values (of_owner, head.seq + 1, of_kind, o.id, c.id, row, digest);
  update egress_heads set seq = head.seq + 1, hash = digest where owner = of_owner;
end $function$


CREATE OR REPLACE FUNCTION app.look_for_juniors()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
declare
  one jsonb := to_jsonb(new);                  -- the tables have different columns
  about jsonb := case tg_table_name when 'sponsorships' then jsonb_build_object('sponsorshipId', one ->> 'id') when 'sponsorship_briefs' then jsonb_build_object('sponsorshipId', one ->> 'sponsorship_id')
    else jsonb_build_object('opportunityId', one ->> 'opportunity_id') end;
begin
  perform graphile_worker.add_job('nudge-sponsors', about::json, job_key => 'nudge ' || about::text, max_attempts => 8);
  return null;
end $function$


CREATE OR REPLACE FUNCTION app.may_find(d integer, of_kind text, thing uuid, of_part text, in_lane smallint)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select coalesce(case when of_kind = 'person' and thing in (select blocked_people()) then false
    when of_kind = 'case' then case of_part
      when 'story' then standing(thing) is not null
      when 'outcome' then standing(thing) <> 'sealed'
      when 'opinions' then unsealed(thing)
      when 'talk' then standing(thing) in ('asker', 'open') end
    else (select case l.reach
        when 'everyone' then viewer() is not null
        when 'verified' then viewer_verified() or viewer_is('steward')
        when 'clinicians' then sees_cases(viewer())
        when 'coordinators' then sees_cases(viewer()) and viewer_is('coordinator')
        when 'few' then exists (select from search_readers r where r.doc = d and r.person_id = viewer()) end
      from search_lanes l where l.id = in_lane) end, false) $function$


CREATE OR REPLACE FUNCTION app.may_give_letter(a uuid, l uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select exists (select from applications x join opportunities o on o.id = x.opportunity_id join reference_letters r on r.id = l and r.person_id = x.person_id
    where x.id = a and x.person_id = viewer() and o.type = any (r.scopes) and r.expires_at > x.at and not exists (select from reference_revocations v where v.letter_id = l)
      and (r.reuse or not exists (select from application_letters g where g.letter_id = l and g.application_id <> a))) $function$


CREATE OR REPLACE FUNCTION app.meet(code bytea, side text, signer uuid, signed_at timestamp with time zone, at timestamp with time zone, of_place text, tie uuid, moment timestamp with time zone)
 RETURNS TABLE(state text, other uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
declare
  m meetings;
  me uuid := viewer();
begin
  if not viewer_verified() then raise exception 'not verified' using errcode = '42501'; end if;
  insert into meetings (code_hash, kept_at) values (code, moment) on conflict (code_hash) do nothing;
  select * into m from meetings where code_hash = code for update;
  if side = 'shown' then
    if m.shown_by is distinct from null and m.shown_by <> me then return query select 'used', null::uuid; return; end if;
    m.shown_by := me; m.shown_at := coalesce(m.shown_at, at);
  else
    if m.met_by is distinct from null and m.met_by <> me then return query select 'used', null::uuid; return; end if;
    if signer is not null and m.shown_by is distinct from null and m.shown_by <> signer then return query select 'used', null::uuid; return; end if;
    m.met_by := me; m.met_at := coalesce(m.met_at, at);
    if signer is not null then m.shown_by := signer; m.shown_at := coalesce(m.shown_at, signed_at); end if;
  end if;
  if m.shown_by = m.met_by then return query select 'self', null::uuid; return; end if;
  update meetings set shown_by = m.shown_by, shown_at = m.shown_at, met_by = m.met_by, met_at = m.met_at, place = case when place = '' then of_place else place end where code_hash = code;
  if m.tie_id is not null then return query select 'tied', case when m.shown_by = me then m.met_by else m.shown_by end; return; end if;
  if m.shown_by is null or m.met_by is null then return query select 'waits', null::uuid; return; end if;
  if m.met_at - m.shown_at > interval '15 minutes' or m.shown_at - m.met_at > interval '10 minutes' then return query select 'late', null::uuid; return; end if;
  if blocked_between(m.shown_by, m.met_by) or exists (select from people where id in (m.shown_by, m.met_by) and verified_at is null) then return query select 'waits', null::uuid; return; end if;
  insert into ties (id, low, high, kind, from_year, to_year, place, proposed_by, proposed_at, confirmed_at)
    values (tie, least(m.shown_by, m.met_by), greatest(m.shown_by, m.met_by), 'congress', extract(year from m.met_at), extract(year from m.met_at),
      (select g.place from meetings g where g.code_hash = code), m.shown_by, moment, moment)
    on conflict (low, high, kind, coalesce(senior, low)) where ended_at is null do update set confirmed_at = coalesce(ties.confirmed_at, excluded.confirmed_at);
  update meetings set tie_id = tie where code_hash = code;
  return query select 'tied', case when m.shown_by = me then m.met_by else m.shown_by end;
end $function$


CREATE OR REPLACE FUNCTION app.meeting_key(key uuid)
 RETURNS TABLE("personId" uuid, spki bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$ select person_id, spki from meeting_keys where id = key $function$


CREATE OR REPLACE FUNCTION app.move_introduction(i uuid, ask uuid[], close uuid[], moment timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
begin
  if introduction_part(i) is null then raise exception 'not of this introduction' using errcode = '42501'; end if;
  update introduction_steps s set asked_at = moment where s.introduction_id = i and s.id = any (ask) and s.asked_at is null and s.closed_at is null;
  update introduction_steps s set closed_at = moment where s.introduction_id = i and s.id = any (close) and s.agreed_at is null and s.closed_at is null;
end $function$


CREATE OR REPLACE FUNCTION app.name_was_shown()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
begin
  perform list_for_institution(new.id, new.edited_at);
  return null;
end $function$


CREATE OR REPLACE FUNCTION app.named_instead(c uuid)
 RETURNS TABLE(person uuid, ask uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select a.handed_to, a.id from asks a where standing(c) = 'asker' and a.case_id = c and a.handed_to is not null and a.cancelled_at is null order by a.declined_at, a.id $function$


CREATE OR REPLACE FUNCTION app.object_left()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
declare
  asker uuid := (select person_id from case_askers where case_id = new.case_id);
begin
  perform list_object('person', asker, new, asker, new.at);
  perform list_for_institution(new.case_id, new.at);
  return null;
end $function$


CREATE OR REPLACE FUNCTION app.of_own_institution(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select exists (select from people a join people b on b.institution_id = a.institution_id where a.id = viewer() and b.id = person) $function$


CREATE OR REPLACE FUNCTION app.offer_of(o uuid)
 RETURNS TABLE(id uuid, type text, lang text, "titleEn" text, "titleFa" text, deadline timestamp with time zone, standing text, phase text, poster json, hires boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select x.id, x.type, x.lang, coalesce(x.texts #>> '{en,title}', ''), coalesce(x.texts #>> '{fa,title}', ''), x.deadline, opportunity_standing(x.id), opportunity_phase(x.id),
    json_build_object('id', p.id, 'givenEn', p.given_en, 'familyEn', p.family_en, 'givenFa', p.given_fa, 'familyFa', p.family_fa), hires(x.id)
  from opportunities x join people p on p.id = x.poster_id
  where x.id = o and (hires(o) or opportunity_standing(o) is not null or exists (select from applications a where a.opportunity_id = o and a.person_id = viewer())) $function$


CREATE OR REPLACE FUNCTION app.on_call(c uuid, moment timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select distinct person_id from shifts where standing(c) = 'asker' and duty = 'on-call' and removed_at is null and from_at <= moment and to_at > moment $function$


CREATE OR REPLACE FUNCTION app.opinions_given(c uuid)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
AS $function$ select case when app.standing(c) is null then 0 else (select count(distinct ask_id) from app.opinions where case_id = c) end $function$


CREATE OR REPLACE FUNCTION app.opportunities_are_due()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
begin
  insert into search_due (kind, about) select distinct 'opportunity', w.opportunity_id from opportunity_widenings w where w.step <> 'hands';
  return null;
end $function$


CREATE OR REPLACE FUNCTION app.opportunities_moved(since timestamp with time zone)
 RETURNS TABLE(id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select opportunity_id from opportunity_postings where at >= since union select opportunity_id from opportunity_hands where at >= since union select opportunity_id from opportunity_widenings where at >= since $function$


CREATE OR REPLACE FUNCTION app.opportunity_chain(o uuid)
 RETURNS TABLE(id uuid, parent uuid, person uuid, root boolean, hop smallint, note text, lang text, at timestamp with time zone, "seenAt" timestamp with time zone, answer text, "answeredAt" timestamp with time zone, stopped boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select h.id,
    case when h.by_person <> viewer() then (select u.id from opportunity_hands u where u.opportunity_id = o and u.person_id = h.by_person order by u.hop, u.at, u.id limit 1) end,
    case when h.by_person = viewer() or h.person_id = viewer() or h.answer = 'interested' then h.person_id end, h.by_person = viewer(), h.hop,
    case when h.by_person = viewer() or h.answer = 'interested' then h.note else '' end, h.lang, h.at, h.seen_at, h.answer, h.answered_at,
    exists (select from opportunity_stops s where s.hand_id = h.id and s.why = 'barred' and h.by_person = viewer())
  from opportunity_hands h where h.opportunity_id = o and opportunity_standing(o) = 'poster' order by h.hop, h.at, h.id $function$


CREATE OR REPLACE FUNCTION app.opportunity_fairness(since timestamp with time zone)
 RETURNS TABLE(dimension text, cell text, people integer, heard integer, interested integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  with heard as (select distinct h.person_id as p from opportunity_hands h where h.at >= since and not exists (select from opportunity_stops s where s.hand_id = h.id)),
    keen as (select distinct n.person_id as p from opportunity_interests n where n.at >= since),
    cells as (
      select d.dimension, d.cell, count(*)::integer as people, count(h.p)::integer as heard, count(k.p)::integer as interested
        from people p left join institutions i on i.id = p.institution_id left join cities c on c.id = coalesce(i.city_id, p.city_id) left join declared_genders g on g.person_id = p.id
          left join heard h on h.p = p.id left join keen k on k.p = p.id
          cross join lateral (values ('gender', coalesce(g.gender, 'unsaid')), ('stage', p.stage), ('city', coalesce(c.name_en || '|' || c.name_fa, '?'))) d (dimension, cell)
        where p.verified_at is not null and p.stage <> 'industry' and viewer_is('steward') group by 1, 2),
    ranked as (select *, coalesce(sum(people) filter (where people < 8) over (partition by dimension), 0) as hidden,
        row_number() over (partition by dimension, people >= 8 order by people, cell) as nth from cells)
  select dimension, cell, people, heard, interested from ranked
    where people >= 8 and not (hidden between 1 and 7 and nth = 1) order by 1, 2 $function$


CREATE OR REPLACE FUNCTION app.opportunity_kept_apart(a uuid, b uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select blocked_between(a, b) or exists (select from avoidances where kind = 'not-this-person' and ((person_id = a and other_id = b) or (person_id = b and other_id = a))) $function$


CREATE OR REPLACE FUNCTION app.opportunity_may_reach(o uuid, p uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select case when opportunity_standing(o) <> 'handed' then true else coalesce((select w.via = '{}' or exists (select from ties t where t.low = least(viewer(), p) and t.high = greatest(viewer(), p)
        and t.confirmed_at is not null and t.ended_at is null and t.kind = any(w.via))
      from opportunity_widenings w where w.opportunity_id = o and w.step = 'hands' order by w.at desc, w.id desc limit 1), false) end $function$


CREATE OR REPLACE FUNCTION app.opportunity_next_hop(o uuid)
 RETURNS smallint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select case opportunity_standing(o)
    when 'poster' then 1
    when 'node' then 2 when 'public' then 2
    when 'handed' then (select min(h.hop) + 1 from opportunity_hands h where h.opportunity_id = o and h.person_id = viewer()
      having min(h.hop) + 1 <= coalesce((select max(hands) from opportunity_widenings w where w.opportunity_id = o), 1))
  end::smallint $function$


CREATE OR REPLACE FUNCTION app.opportunity_phase(o uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select case when exists (select from opportunity_closings where opportunity_id = o) then 'closed' when exists (select from opportunity_postings where opportunity_id = o) then 'posted' else 'draft' end $function$


CREATE OR REPLACE FUNCTION app.opportunity_readers(o uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select p.id from people p where opportunity_standing_of(o, p.id) is not null $function$


CREATE OR REPLACE FUNCTION app.opportunity_standing(o uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$ select app.opportunity_standing_of(o, app.viewer()) $function$


CREATE OR REPLACE FUNCTION app.opportunity_standing_of(o uuid, p uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select case
    when p is null then null
    when (select poster_id from opportunities where id = o) = p then 'poster'
    when not exists (select from opportunity_postings where opportunity_id = o) then null
    when exists (select from opportunity_bars b left join people q on q.id = p where b.opportunity_id = o and b.own and (b.person_id = p or b.institution_id = q.institution_id)) then null
    when blocked_between(p, (select poster_id from opportunities where id = o)) then null
    when exists (select from opportunity_hands h where h.opportunity_id = o and h.person_id = p and not exists (select from opportunity_stops s where s.hand_id = h.id)) then 'handed'
    else (select w.step from opportunity_widenings w where w.opportunity_id = o and case w.step
              when 'group' then exists (select from memberships m where m.group_id = w.group_id and m.person_id = p and m.joined_at is not null and m.ended_at is null)
              when 'node' then exists (select from people q where q.id = p and q.verified_at is not null)
              when 'public' then true else false end
            and not exists (select from opportunity_bars b join people q on q.id = p where b.opportunity_id = o and not b.own and b.institution_id = q.institution_id and b.at <= w.at)
          order by array_position(array['group', 'node', 'public'], w.step) limit 1)
  end $function$


CREATE OR REPLACE FUNCTION app.opportunity_to_weigh(o uuid)
 RETURNS TABLE(type text, topics text[], country text, "startsOn" date, deadline timestamp with time zone, fields jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select k.type, k.topics, trim(c.country), k.starts_on, k.deadline, k.fields from opportunities k left join institutions i on i.id = k.institution_id left join cities c on c.id = i.city_id
    where k.id = o and opportunity_phase(o) = 'posted' $function$


CREATE OR REPLACE FUNCTION app.part_introductions(other uuid, moment timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  update introduction_steps s set closed_at = moment from introductions i
   where i.id = s.introduction_id and s.agreed_at is null and s.closed_at is null and ((i.asker_id = viewer() and s.person_id = other) or (i.asker_id = other and s.person_id = viewer())) $function$


CREATE OR REPLACE FUNCTION app.people_at(institution uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$ select id from people where institution_id = institution and verified_at is not null and stage <> 'industry' and id <> viewer() and id not in (select blocked_people()) $function$


CREATE OR REPLACE FUNCTION app.person_line(p uuid)
 RETURNS json
 LANGUAGE sql
 STABLE
AS $function$
  select json_build_object('id', p.id, 'title', p.title, 'stage', p.stage, 'givenEn', p.given_en, 'familyEn', p.family_en, 'givenFa', p.given_fa, 'familyFa', p.family_fa,
      'institutionEn', i.name_en, 'institutionFa', i.name_fa, 'cityEn', c.name_en, 'cityFa', c.name_fa)
    from app.people p left join app.institutions i on i.id = p.institution_id left join app.cities c on c.id = coalesce(i.city_id, p.city_id)
   where p.id = $1 $function$


CREATE OR REPLACE FUNCTION app.phase(c uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
AS $function$
  select case
    when exists (select from app.withdrawals where case_id = c) then 'withdrawn'
    when exists (select from app.closings where case_id = c) then 'closed'
    when exists (select from app.decisions where case_id = c) then 'decided'
    when exists (select from app.postings where case_id = c) then 'posted'
    else 'draft' end $function$


CREATE OR REPLACE FUNCTION app.pieces(word text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select coalesce(array_agg(distinct substr(' ' || word || ' ', i, 3)), '{}') from generate_series(1, length(word)) i $function$


CREATE OR REPLACE FUNCTION app.plausible_sites(c uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select count(distinct p.institution_id)::int from people p, cases k
   where k.id = c and standing(c) = 'asker' and p.verified_at is not null and p.stage not in ('industry', 'student') and k.lang = any (p.languages) $function$


CREATE OR REPLACE FUNCTION app.question_standing(q uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select opportunity_standing(opportunity_id) from opportunity_questions where id = q $function$


CREATE OR REPLACE FUNCTION app.reckon_standing(c uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select case
    when (select person_id from app.case_askers where case_id = c) = app.viewer() then 'asker'
    when not exists (select from app.people where id = app.viewer() and verified_at is not null and stage <> 'industry') then null
    when exists (select from app.withdrawals where case_id = c) or not exists (select from app.postings where case_id = c) then null
    else coalesce(
      (select case when answered_at is not null or declined_at is not null then 'open' else 'sealed' end
         from app.asks where case_id = c and expert_id = app.viewer() and cancelled_at is null),
      case when app.viewer_is('coordinator') then 'coordinator' end,
      (select 'reader' from app.cases where id = c and audience = 'node')) end $function$


CREATE OR REPLACE FUNCTION app.reckon_verified()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
declare
  since timestamptz;
begin
  select least(min(at) filter (where layer in ('document', 'register')),
               case when count(*) filter (where layer = 'vouched') >= 2 then max(at) filter (where layer = 'vouched') end)
    into since from app.verifications where person_id = new.person_id and ended_at is null;
  update app.people set verified_at = since where id = new.person_id and verified_at is distinct from since;
  return null;
end $function$


CREATE OR REPLACE FUNCTION app.reference_by_code(code text)
 RETURNS TABLE(id uuid, writer json, person json, "writerId" uuid, "personId" uuid, scopes text[], jws text, "publicKey" bytea, "writtenAt" timestamp with time zone, "expiresAt" timestamp with time zone, "revokedAt" timestamp with time zone, lang text, body text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select l.id, (select json_build_object('givenEn', p.given_en, 'familyEn', p.family_en, 'givenFa', p.given_fa, 'familyFa', p.family_fa) from people p where p.id = l.writer_id),
    (select json_build_object('givenEn', p.given_en, 'familyEn', p.family_en, 'givenFa', p.given_fa, 'familyFa', p.family_fa) from people p where p.id = l.person_id),
    l.writer_id, l.person_id, l.scopes, l.jws, l.public_key, l.written_at, l.expires_at, (select r.at from reference_revocations r where r.letter_id = l.id), l.lang,
    case when l.may_read and exists (select from reference_openings o where o.letter_id = l.id) then (select t.body from reference_texts t where t.letter_id = l.id) end
  from reference_letters l where l.check_code = code $function$


CREATE OR REPLACE FUNCTION app.reference_was_asked()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
begin
  if not blocked_between(new.person_id, new.writer_id) then perform tell_unmuted('reference-asked', new.id, new.writer_id, new.asked_at); end if;
  return null;
end $function$


CREATE OR REPLACE FUNCTION app.reference_was_revoked()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
begin
  delete from reference_openings where letter_id = new.letter_id;
  perform tell_unmuted('reference-revoked', new.letter_id, (select person_id from reference_letters where id = new.letter_id), new.at);
  return null;
end $function$


CREATE OR REPLACE FUNCTION app.reference_was_written()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
begin
  update reference_asks set closed_at = new.written_at where id = new.ask_id;
  delete from reference_drafts where ask_id = new.ask_id;
  perform tell_unmuted('reference-written', new.id, new.person_id, new.written_at);
  return null;
end $function$


CREATE OR REPLACE FUNCTION app.routing_people(c uuid, today date, moment timestamp with time zone)
 RETURNS TABLE(id uuid, site uuid, city uuid, languages text[], focus json, "onLeave" boolean, "capWeek" smallint, "askedThisWeek" integer, "openAsks" integer, conflict boolean, "alreadyAsked" boolean, "quietFrom" text, "quietTo" text, "timeZone" text, "allowsNow" boolean, asked integer, "inTime" integer, closed integer, fitted integer, tie integer, circles text[], evidence json)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  with
    -- An ask says something of a habit once it is over: answered, declined, or its time passed. One taken back or released says nothing.
    over as (select expert_id, count(*)::int as asked, (count(*) filter (where answered_at <= answer_by))::int as in_time from asks
      where cancelled_at is null and released_at is null and (answered_at is not null or declined_at is not null or expired_at is not null or answer_by < moment) and case_id <> c group by 1),
    load as (select expert_id, (count(*) filter (where asked_at >= moment - interval '7 days'))::int as week,
        (count(*) filter (where answered_at is null and declined_at is null and expired_at is null and released_at is null))::int as open
      from asks where cancelled_at is null group by 1),
    given as (select distinct on (o.ask_id) o.id, o.author_id, o.case_id, o.at, o.texts, k.fields -> 'topics' as topics, o.id = any (d.followed) as fits,
        exists (select from outcomes t where t.case_id = o.case_id and t.at is not null) as told
      from opinions o join decisions d on d.case_id = o.case_id join cases k on k.id = o.case_id
      where o.case_id <> c and not exists (select from withdrawals w where w.case_id = o.case_id) order by o.ask_id, o.version desc),
    loops as (select author_id, count(*)::int as closed, (count(*) filter (where fits))::int as fitted from given where told group by 1),
    pieces as (
      select author_id as person, json_build_object('id', case_id, 'kind', 'opinion', 'at', at, 'topics', topics, 'texts', texts) as piece, at from given
      union all
      select a.person_id, json_build_object('id', k.id, 'kind', 'case', 'at', d.at, 'topics', k.fields -> 'topics', 'texts', k.texts), d.at
        from cases k join case_askers a on a.case_id = k.id join decisions d on d.case_id = k.id where not k.hidden and k.audience = 'node' and k.id <> c
      union all
      select n.person_id, json_build_object('id', n.ask_id, 'kind', 'naming', 'at', n.at, 'topics', to_jsonb(n.topics), 'texts', null), n.at from namings n),
    known as (select person, json_agg(piece order by at desc) as evidence from (select *, row_number() over (partition by person order by at desc) as nth from pieces) p where nth <= 60 group by 1),
    belongs as (select person_id, array_agg(group_id::text order by group_id) as circles from memberships where joined_at is not null and ended_at is null group by 1),
    tied as (select case when low = viewer() then high else low end as person, max(ground_strength(kind, to_year, confirmed_at, moment)) as tie from ties
      where viewer() in (low, high) and confirmed_at is not null and ended_at is null and not (select hidden from cases where id = c) group by 1)
  select p.id, p.institution_id, coalesce(i.city_id, p.city_id), p.languages,
    coalesce((select json_agg(json_build_object('concept', e.concept, 'level', e.level, 'casesPerYear', e.cases_per_year) order by e.concept) from expertise e where e.person_id = p.id), '[]'),
    exists (select from absences b where b.person_id = p.id and today between b.from_day and b.to_day),
    p.weekly_cap, coalesce(l.week, 0), coalesce(l.open, 0),
    exists (select from avoidances v where (v.person_id = p.id and v.other_id = viewer()) or (v.person_id = viewer() and v.other_id = p.id)),
    exists (select from asks a where a.case_id = c and a.expert_id = p.id),
    p.quiet_from::text, p.quiet_to::text, p.time_zone, p.wakes_for_now,
    coalesce(o.asked, 0), coalesce(o.in_time, 0), coalesce(s.closed, 0), coalesce(s.fitted, 0), coalesce(t.tie, 0), coalesce(b.circles, '{}'), coalesce(k.evidence, '[]')
  from people p left join institutions i on i.id = p.institution_id left join over o on o.expert_id = p.id left join load l on l.expert_id = p.id left join loops s on s.author_id = p.id
    left join known k on k.person = p.id left join belongs b on b.person_id = p.id left join tied t on t.person = p.id
  where standing(c) = 'asker' and p.id <> viewer() and p.verified_at is not null and p.stage not in ('industry', 'student')
    and p.id not in (select blocked_people()) $function$


CREATE OR REPLACE FUNCTION app.search(asked_n integer[], asked_word text[], asked_weight real[], asked_mode smallint[], kinds text[], topic text, told boolean, most integer)
 RETURNS TABLE(doc integer, kind text, about uuid, part text, score real, met integer[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  sees boolean := sees_cases(viewer());
  lanes smallint[] := array(select l.id from search_lanes l where (kinds is null or l.kind = any (kinds)) and case l.reach
    when 'everyone' then viewer() is not null
    when 'verified' then viewer_verified() or viewer_is('steward')
    when 'clinicians' then sees
    when 'coordinators' then sees and viewer_is('coordinator') else false end);
  own int[];
  barred int[];
begin
  with stands as (
    select a.case_id, true as whole from case_askers a where a.person_id = viewer()
    union all
    select a.case_id, a.answered_at is not null or a.declined_at is not null from asks a
     where sees and a.expert_id = viewer() and a.cancelled_at is null and exists (select from postings p where p.case_id = a.case_id) and not exists (select from withdrawals w where w.case_id = a.case_id))
  select array(select d.id from stands s join search_docs d on d.about = s.case_id and d.kind = 'case' where (s.whole or d.part = 'story') and (kinds is null or 'case' = any (kinds)) and d.lane <> all (lanes)
      union select d.id from search_readers r join search_docs d on d.id = r.doc where r.person_id = viewer() and (kinds is null or d.kind = any (kinds))),
    array(select d.id from stands s join search_docs d on d.about = s.case_id and d.kind = 'case' where not s.whole and d.part <> 'story') into own, barred;
  return query
  select f.id, f.kind, f.about, f.part, f.score, f.met from (
    select d.id, d.kind, d.about, d.part, r.score, r.met, row_number() over (partition by d.kind order by r.score desc, d.id desc) as place
      from search_rank(lanes, own, barred, sees, asked_n, asked_word, asked_weight, asked_mode) r join search_docs d on d.id = r.doc
     where (topic is null or exists (select from search_docs s join search_postings p on p.doc = s.id join search_words w on w.id = p.word
                                      where s.about = d.about and s.kind = d.kind and s.part = case when d.kind = 'case' then 'story' else s.part end and w.word = topic))
       and (not told or exists (select from search_docs o where o.about = d.about and o.kind = 'case' and o.part = 'outcome' and o.told and o.id <> all (barred)))) f
   where f.place <= most order by f.score desc, f.id desc;
end $function$


CREATE OR REPLACE FUNCTION app.search_is_due()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
begin
  insert into search_due (kind, about) values (tg_argv[0], (to_jsonb(case when tg_op = 'DELETE' then old else new end) ->> tg_argv[1])::uuid);
  return null;
end $function$


CREATE OR REPLACE FUNCTION app.search_rank(lanes smallint[], own integer[], barred integer[], clinical boolean, asked_n integer[], asked_word text[], asked_weight real[], asked_mode smallint[])
 RETURNS TABLE(doc integer, score real, met integer[])
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'app', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  longest constant int := 400;
  few constant int := 150;                     -- own documents whose every word is tried as the end of what is being typed
  alike constant real := 0.5;                  -- a word spelled alike beside one that is there …
  instead constant real := 0.8;                -- … and in the place of one that is not
  total real := (select greatest(sum(l.docs), 1) from search_lanes l where l.id = any (lanes));
  deep boolean := exists (select from search_lanes l where l.id = any (lanes) and l.reach = 'coordinators');
  ns int[]; ids int[]; xs real[]; listed boolean[];
begin
  with asked as materialized (select a.*, pieces(a.word) as pieces from unnest(asked_n, asked_word, asked_weight, asked_mode) a(n, word, weight, mode)),
    known as materialized (select w.id, w.word, w.verified + case when clinical then w.clinicians else 0 end as seen from search_words w where w.word = any (asked_word)),
    exact as (select a.n, a.weight, k.id, k.seen, 1::real as factor from asked a join known k on k.word = a.word),
    begun as (select a.n, a.weight, b.id, b.seen, 1::real as factor from asked a cross join lateral (
        (select w.id, w.verified + case when clinical then w.clinicians else 0 end as seen from search_words w
          where w.word > a.word and w.word < a.word || chr(1114111) and w.verified + case when clinical then w.clinicians else 0 end > 0 order by 2 desc, 1 limit 64)
        union all
        (select w.id, 0 from search_words w where deep and w.word > a.word and w.word < a.word || chr(1114111)
          and w.verified + case when clinical then w.clinicians else 0 end = 0 order by w.word limit 1000)
        union all
        (select distinct w.id, 0 from search_postings p join search_words w on w.id = p.word
          where cardinality(own) <= few and p.doc = any (own) and w.word > a.word and w.word < a.word || chr(1114111) and w.verified + case when clinical then w.clinicians else 0 end = 0)) b
      where a.mode = 2),
    near as (select a.n, a.weight, w.id, w.verified + case when clinical then w.clinicians else 0 end as seen,
        m.dice * case when exists (select from exact o where o.n = a.n and o.seen > 0) then alike else instead end as factor
      from asked a cross join lateral (
        select p.word, 2 * count(*)::real / (p.pieces + cardinality(a.pieces)) as dice from search_pieces p
         where p.piece = any (a.pieces) and 3 * p.pieces >= cardinality(a.pieces) and p.pieces <= 3 * cardinality(a.pieces)
         group by p.word, p.pieces having 4 * count(*) >= p.pieces + cardinality(a.pieces)) m
      join search_words w on w.id = m.word and w.word <> a.word
      where length(a.word) >= 3 and (a.mode = 1 or a.mode = 2 and not exists (select from begun b where b.n = a.n and b.seen > 0))),
    meant as (select u.n, u.id, max(u.weight * u.factor * ln(1 + (greatest(total - u.seen, 0) + 0.5) / (u.seen + 0.5)))::real as x, deep or max(u.seen) > 0 as listed
      from (select * from exact union all select * from begun union all select * from near) u group by u.n, u.id)
  select array_agg(m.n), array_agg(m.id), array_agg(m.x), array_agg(m.listed) into ns, ids, xs, listed from meant m;
  return query
  with e as materialized (select * from unnest(ns, ids, xs, listed) t(n, word, x, listed) union all select 0, 0, 0::real, false),
    mine as materialized (select p.doc, p.word, p.weight from search_postings p where p.doc = any (own)),
    lists as materialized (
      select e.n, e.word, l.doc, e.x * l.weight as x from e cross join unnest(lanes) a(lane)
        cross join lateral (select p.doc, p.weight from search_postings p where p.word = e.word and p.lane = a.lane order by p.weight desc, p.doc desc limit longest) l
       where e.listed
      union all
      select e.n, e.word, m.doc, e.x * m.weight from mine m join e on e.word = m.word),
    longer as (select distinct l.n, l.word from lists l group by l.n, l.word having count(*) >= longest),
    hits as (
      select l.n, l.doc, l.x from lists l
      union all
      select e.n, p.doc, e.x * p.weight from (select distinct l.doc from lists l) f cross join longer
        join e on e.n = longer.n and e.word = longer.word join search_postings p on p.doc = f.doc and p.word = e.word)
  select g.doc, sum(g.x)::real, array_agg(g.n) from (select h.doc, h.n, max(h.x) as x from hits h where h.doc <> all (barred) group by h.doc, h.n) g group by g.doc;
end $function$


CREATE OR REPLACE FUNCTION app.sees_cases(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
AS $function$ select exists (select from app.people where id = person and verified_at is not null and stage <> 'industry') $function$


CREATE OR REPLACE FUNCTION app.sponsor_pairs(one_opportunity uuid, one_sponsorship uuid)
 RETURNS TABLE("sponsorshipId" uuid, "seniorId" uuid, "opportunityId" uuid, brief jsonb, type text, topics text[], country text, "startsOn" date, deadline timestamp with time zone, fields jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select s.id, s.senior_id, o.id, b.body, o.type, o.topics, trim(c.country), o.starts_on, o.deadline, o.fields
    from sponsorships s join sponsorship_briefs b on b.sponsorship_id = s.id
      join opportunities o on o.id = coalesce(one_opportunity, o.id) and opportunity_phase(o.id) = 'posted'
      left join institutions i on i.id = o.institution_id left join cities c on c.id = i.city_id
   where s.id = coalesce(one_sponsorship, s.id) and s.agreed_at is not null and s.ended_at is null and not blocked_between(s.senior_id, s.junior_id)
     and o.poster_id <> s.junior_id and opportunity_standing_of(o.id, s.senior_id) is not null
     and not exists (select from sponsor_nudges n where n.sponsorship_id = s.id and n.opportunity_id = o.id)
     and not exists (select from opportunity_hands h where h.opportunity_id = o.id and h.by_person = s.senior_id and h.person_id = s.junior_id) $function$


CREATE OR REPLACE FUNCTION app.sponsorship_hands()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user <> 'hamdel_app' then return new; end if;
  if new.agreed_at is distinct from old.agreed_at and (old.agreed_at is not null or old.proposed_by = app.viewer() or new.ended_at is not null
    or not exists (select from app.sponsorship_briefs where sponsorship_id = new.id)) then
    raise exception 'the other one agrees, and not without a brief' using errcode = '42501';
  end if;
  if new.ended_at is distinct from old.ended_at and (old.ended_at is not null or old.agreed_at is null or new.ended_by <> app.viewer()) then
    raise exception 'what stands is ended, by its own hand' using errcode = '42501';
  end if;
  return new;
end $function$


CREATE OR REPLACE FUNCTION app.sponsorship_junior_agreed(s uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select exists (select from sponsorships where id = s and (agreed_at is not null or proposed_by = junior_id)) $function$


CREATE OR REPLACE FUNCTION app.sponsorship_open(s uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select exists (select from sponsorships where id = s and ended_at is null) $function$


CREATE OR REPLACE FUNCTION app.sponsorship_side(s uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select case viewer() when senior_id then 'senior' when junior_id then 'junior' end from sponsorships
   where id = s and (ended_at is null or ended_by = viewer()) and not blocked_between(senior_id, junior_id) $function$


CREATE OR REPLACE FUNCTION app.sponsorship_stands(s uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select exists (select from sponsorships where id = s and agreed_at is not null and ended_at is null) and sponsorship_side(s) is not null $function$


CREATE OR REPLACE FUNCTION app.standing(c uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select case when current_setting('hamdel.case', true) = c::text then nullif(current_setting('hamdel.standing', true), '')
    else app.reckon_standing(c) end $function$


CREATE OR REPLACE FUNCTION app.tell(happened text, of uuid, person uuid, waits boolean, moment timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
begin
  if happened !~ '^[a-z][a-z-]{2,40}$' then raise exception 'unknown kind %', happened; end if;
  if person is null or person is not distinct from viewer() then return; end if;
  insert into events (person_id, kind, about, at) values (person, happened, of, moment);
  if waits then insert into notices (id, person_id, kind, about, at) values (gen_random_uuid(), person, happened, of, moment); end if;
end $function$


CREATE OR REPLACE FUNCTION app.tell_coordinators(happened text, c uuid, waits boolean, moment timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
declare
  person uuid;
begin
  if happened !~ '^[a-z][a-z-]{2,40}$' then raise exception 'unknown kind %', happened; end if;
  for person in
    select r.person_id from roles r where r.role = 'coordinator' and r.ended_at is null and r.person_id is distinct from viewer() and sees_cases(r.person_id)
      and not exists (select from asks a where a.case_id = c and a.expert_id = r.person_id and a.cancelled_at is null)
      and not exists (select from case_askers k where k.case_id = c and k.person_id = r.person_id)
      and not (happened = 'case-untaken' and exists (select from notices n where n.person_id = r.person_id and n.kind = happened and n.case_id = c and n.at > moment - interval '12 hours'))
  loop
    insert into events (person_id, kind, case_id, at) values (person, happened, c, moment);
    if waits then insert into notices (id, person_id, kind, case_id, at) values (gen_random_uuid(), person, happened, c, moment); end if;
  end loop;
end $function$


CREATE OR REPLACE FUNCTION app.tell_opportunity_end()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
begin
  perform tell('opportunity-closed', new.opportunity_id, p, true, new.at) from (
    select person_id as p from opportunity_interests where opportunity_id = new.opportunity_id and withdrawn_at is null
    union select h.person_id from opportunity_hands h where h.opportunity_id = new.opportunity_id and h.answer is null and opportunity_standing_of(new.opportunity_id, h.person_id) = 'handed') t where p is not null;
  return null;
end $function$


CREATE OR REPLACE FUNCTION app.tell_question()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
begin
  perform tell('opportunity-question', new.opportunity_id, (select poster_id from opportunities where id = new.opportunity_id), true, new.at);
  return null;
end $function$


CREATE OR REPLACE FUNCTION app.tell_question_answered()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
begin
  perform tell('opportunity-answer', q.opportunity_id, a.person_id, true, new.at) from opportunity_questions q join opportunity_question_askers a on a.question_id = q.id where q.id = new.question_id;
  return null;
end $function$


CREATE OR REPLACE FUNCTION app.tell_unmuted(happened text, of uuid, one uuid, moment timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$ select tell(happened, of, one, not exists (select from mutes where person_id = one and other_id = viewer()), moment) $function$


CREATE OR REPLACE FUNCTION app.tell_wisher(wish uuid, o uuid, moment timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
begin
  insert into wish_matches (wish_id, opportunity_id, at) values (wish, o, moment) on conflict do nothing;
  if found then perform tell('wish-fits', o, (select person_id from wishes where id = wish), true, moment); end if;
end $function$


CREATE OR REPLACE FUNCTION app.tie_hands()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user <> 'hamdel_app' then return new; end if;
  if new.confirmed_at is distinct from old.confirmed_at
    and (old.confirmed_at is not null or old.proposed_by = app.viewer() or new.ended_at is not null) then
    raise exception 'the other one confirms' using errcode = '42501';
  end if;
  if new.ended_at is distinct from old.ended_at and (old.ended_at is not null or old.confirmed_at is null or new.ended_by <> app.viewer()) then
    raise exception 'what stands is ended, by its own hand' using errcode = '42501';
  end if;
  return new;
end $function$


CREATE OR REPLACE FUNCTION app.tied_between(a uuid, b uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$ select exists (select from ties where low = least(a, b) and high = greatest(a, b) and confirmed_at is not null and ended_at is null) $function$


CREATE OR REPLACE FUNCTION app.unclaimed(c uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
AS $function$ select not exists (select from app.case_askers where case_id = c) $function$


CREATE OR REPLACE FUNCTION app.unsealed(c uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select case app.standing(c) when 'asker' then true when 'open' then true
    when 'reader' then app.decided(c) when 'coordinator' then app.decided(c) else false end $function$


CREATE OR REPLACE FUNCTION app.viewer()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('hamdel.viewer', true), '')::uuid $function$


CREATE OR REPLACE FUNCTION app.viewer_is(wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
AS $function$ select exists (select from app.roles where person_id = app.viewer() and role = wanted and ended_at is null) $function$


CREATE OR REPLACE FUNCTION app.viewer_verified()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
AS $function$ select exists (select from app.people where id = app.viewer() and verified_at is not null) $function$


CREATE OR REPLACE FUNCTION app.was_decided(a uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select exists (select from application_decisions where application_id = a) $function$


CREATE OR REPLACE FUNCTION app.was_given_letter(l uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select exists (select from application_letters g where g.letter_id = l and hires_for(g.application_id)) $function$


CREATE OR REPLACE FUNCTION app.was_withdrawn(a uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select exists (select from application_withdrawals where application_id = a) $function$


CREATE OR REPLACE FUNCTION app.wave_waits(c uuid, at_step smallint)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
AS $function$ select app.phase(c) = 'posted' and not exists (select from app.wave_takings where case_id = c and step = at_step) and not exists (select from app.ladder_ends where case_id = c) $function$


CREATE OR REPLACE FUNCTION app.week_figures(from_at timestamp with time zone, to_at timestamp with time zone)
 RETURNS json
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  with put as (select p.case_id, p.at,
        (select min(a.accepted_at) from asks a where a.case_id = p.case_id) as taken,
        (select min(o.at) from opinions o where o.case_id = p.case_id) as first_opinion,
        (select min(a.asked_at) from asks a where a.case_id = p.case_id) as asked
      from postings p where p.at >= from_at and p.at < to_at and not exists (select from withdrawals w where w.case_id = p.case_id))
  select case when viewer_is('coordinator') then json_build_object(
    'cases', (select count(*) from put),
    'asks', (select count(*) from asks where asked_at >= from_at and asked_at < to_at),
    'declined', (select count(*) from asks where asked_at >= from_at and asked_at < to_at and declined_at is not null),
    'acceptMinutes', (select round(percentile_cont(0.5) within group (order by extract(epoch from taken - asked) / 60)) from put where taken is not null),
    'opinionHours', (select round((percentile_cont(0.5) within group (order by extract(epoch from first_opinion - asked) / 3600))::numeric, 1) from put where first_opinion is not null),
    'within48', (select count(*) from put where first_opinion <= asked + interval '48 hours'),
    'due48', (select count(*) from put where asked is not null and (first_opinion is not null or asked + interval '48 hours' < to_at)),
    'outcomes', (select count(*) from outcomes where at >= from_at and at < to_at)) end $function$


CREATE OR REPLACE FUNCTION app.weigh_from_now()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
begin
  insert into wish_matches (wish_id, opportunity_id, at)
    select new.id, t.opportunity_id, new.at from opportunity_postings t where opportunity_standing_of(t.opportunity_id, new.person_id) in ('handed', 'group', 'node', 'public') on conflict do nothing;
  return null;
end $function$


CREATE OR REPLACE FUNCTION app.willing_about(institution uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select count(distinct s.person_id)::integer from stays s join people p on p.id = s.person_id
    where s.institution_id = institution and s.ended_at is null and s.willing_at is not null and p.verified_at is not null and s.person_id <> viewer() and not blocked_between(s.person_id, viewer()) $function$


CREATE OR REPLACE FUNCTION app.wish_is_open(w uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select exists (select from wishes k join wish_readers r on r.wish_id = k.id and r.ended_at is null and r.person_id = viewer()
      join people a on a.id = k.person_id join people b on b.id = viewer()
    where k.id = w and k.ended_at is null and k.kind <> 'search' and b.verified_at is not null and a.institution_id is distinct from b.institution_id and not blocked_between(a.id, b.id)) $function$


CREATE OR REPLACE FUNCTION app.wish_is_own(w uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select exists (select from wishes where id = w and person_id = viewer()) $function$


CREATE OR REPLACE FUNCTION app.wishes_to_weigh(o uuid)
 RETURNS TABLE(id uuid, "personId" uuid, wants jsonb, passports text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select w.id, w.person_id, w.wants, array(select trim(country) from passports p where p.person_id = w.person_id)
    from wishes w where w.ended_at is null and opportunity_standing_of(o, w.person_id) in ('handed', 'group', 'node', 'public')
      and not exists (select from wish_matches m where m.wish_id = w.id and m.opportunity_id = o) $function$


CREATE OR REPLACE FUNCTION app.within_two_hops(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  with mine as (select case when low = viewer() then high else low end as p from ties where viewer() in (low, high) and confirmed_at is not null and ended_at is null)
  select not blocked_between(viewer(), person) and (exists (select from mine where p = person)
    or exists (select from ties t join mine m on m.p in (t.low, t.high) where person in (t.low, t.high) and t.confirmed_at is not null and t.ended_at is null)) $function$


CREATE OR REPLACE FUNCTION app.works_with_candidate(o uuid, p uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$
  select exists (select from applications x join people c on c.id = x.person_id join people h on h.id = p where x.opportunity_id = o and c.institution_id = h.institution_id and not was_withdrawn(x.id)) $function$


CREATE OR REPLACE FUNCTION app.wrote_letter(letter uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_temp'
AS $function$ select exists (select from reference_letters where id = letter and writer_id = viewer()) $function$


-- Triggers

CREATE TRIGGER answered AFTER INSERT ON app.opinions FOR EACH ROW EXECUTE FUNCTION app.keep_answered()
CREATE TRIGGER asked AFTER INSERT ON app.reference_asks FOR EACH ROW EXECUTE FUNCTION app.reference_was_asked()
CREATE TRIGGER came AFTER INSERT ON app.applications FOR EACH ROW EXECUTE FUNCTION app.application_came()
CREATE TRIGGER decided AFTER INSERT ON app.application_decisions FOR EACH ROW EXECUTE FUNCTION app.application_was_decided()
CREATE TRIGGER delivered AFTER INSERT ON app.opportunity_hands FOR EACH ROW EXECUTE FUNCTION app.deliver_hand()
CREATE TRIGGER from_now AFTER INSERT ON app.wishes FOR EACH ROW EXECUTE FUNCTION app.weigh_from_now()
CREATE TRIGGER hands BEFORE UPDATE ON app.asks FOR EACH ROW EXECUTE FUNCTION app.keep_hands()
CREATE TRIGGER hands BEFORE UPDATE ON app.memberships FOR EACH ROW EXECUTE FUNCTION app.keep_membership()
CREATE TRIGGER hands BEFORE UPDATE ON app.sponsorships FOR EACH ROW EXECUTE FUNCTION app.sponsorship_hands()
CREATE TRIGGER hands BEFORE UPDATE ON app.ties FOR EACH ROW EXECUTE FUNCTION app.tie_hands()
CREATE TRIGGER kept_quiet AFTER INSERT ON app.opportunity_interests FOR EACH ROW EXECUTE FUNCTION app.keep_from_own_centre()
CREATE TRIGGER label BEFORE UPDATE OF stage ON app.people FOR EACH ROW EXECUTE FUNCTION app.keep_label()
CREATE TRIGGER left_the_house AFTER INSERT ON app.objects FOR EACH ROW EXECUTE FUNCTION app.object_left()
CREATE TRIGGER looked AFTER INSERT ON app.opportunity_hands FOR EACH ROW EXECUTE FUNCTION app.look_for_juniors()
CREATE TRIGGER looked AFTER INSERT ON app.opportunity_postings FOR EACH ROW EXECUTE FUNCTION app.look_for_juniors()
CREATE TRIGGER looked AFTER INSERT ON app.opportunity_widenings FOR EACH ROW EXECUTE FUNCTION app.look_for_juniors()
CREATE TRIGGER looked AFTER UPDATE OF agreed_at ON app.sponsorships FOR EACH ROW EXECUTE FUNCTION app.look_for_juniors()
CREATE TRIGGER looked AFTER UPDATE OF body ON app.sponsorship_briefs FOR EACH ROW EXECUTE FUNCTION app.look_for_juniors()
CREATE TRIGGER named AFTER INSERT ON app.hirers FOR EACH ROW EXECUTE FUNCTION app.hirer_was_named()
CREATE TRIGGER named AFTER UPDATE OF hidden ON app.cases FOR EACH ROW WHEN ((old.hidden AND (NOT new.hidden))) EXECUTE FUNCTION app.name_was_shown()
CREATE TRIGGER put AFTER INSERT ON app.postings FOR EACH ROW EXECUTE FUNCTION app.case_was_put()
CREATE TRIGGER revoked AFTER INSERT ON app.reference_revocations FOR EACH ROW EXECUTE FUNCTION app.reference_was_revoked()
CREATE TRIGGER to_be_found AFTER INSERT OR DELETE OR UPDATE ON app.cases FOR EACH ROW EXECUTE FUNCTION app.search_is_due('case', 'id')
CREATE TRIGGER to_be_found AFTER INSERT OR DELETE OR UPDATE ON app.decisions FOR EACH ROW EXECUTE FUNCTION app.search_is_due('case', 'case_id')
CREATE TRIGGER to_be_found AFTER INSERT OR DELETE OR UPDATE ON app.expertise FOR EACH ROW EXECUTE FUNCTION app.search_is_due('person', 'person_id')
CREATE TRIGGER to_be_found AFTER INSERT OR DELETE OR UPDATE ON app.groups FOR EACH ROW EXECUTE FUNCTION app.search_is_due('group', 'id')
CREATE TRIGGER to_be_found AFTER INSERT OR DELETE OR UPDATE ON app.institutions FOR EACH ROW EXECUTE FUNCTION app.search_is_due('institution', 'id')
CREATE TRIGGER to_be_found AFTER INSERT OR DELETE OR UPDATE ON app.opinions FOR EACH ROW EXECUTE FUNCTION app.search_is_due('case', 'case_id')
CREATE TRIGGER to_be_found AFTER INSERT OR DELETE OR UPDATE ON app.opportunities FOR EACH ROW EXECUTE FUNCTION app.search_is_due('opportunity', 'id')
CREATE TRIGGER to_be_found AFTER INSERT OR DELETE OR UPDATE ON app.opportunity_bars FOR EACH ROW EXECUTE FUNCTION app.search_is_due('opportunity', 'opportunity_id')
CREATE TRIGGER to_be_found AFTER INSERT OR DELETE OR UPDATE ON app.opportunity_closings FOR EACH ROW EXECUTE FUNCTION app.search_is_due('opportunity', 'opportunity_id')
CREATE TRIGGER to_be_found AFTER INSERT OR DELETE OR UPDATE ON app.opportunity_hands FOR EACH ROW EXECUTE FUNCTION app.search_is_due('opportunity', 'opportunity_id')
CREATE TRIGGER to_be_found AFTER INSERT OR DELETE OR UPDATE ON app.opportunity_postings FOR EACH ROW EXECUTE FUNCTION app.search_is_due('opportunity', 'opportunity_id')
CREATE TRIGGER to_be_found AFTER INSERT OR DELETE OR UPDATE ON app.opportunity_widenings FOR EACH ROW EXECUTE FUNCTION app.search_is_due('opportunity', 'opportunity_id')
CREATE TRIGGER to_be_found AFTER INSERT OR DELETE OR UPDATE ON app.outcomes FOR EACH ROW EXECUTE FUNCTION app.search_is_due('case', 'case_id')
CREATE TRIGGER to_be_found AFTER INSERT OR DELETE OR UPDATE ON app.people FOR EACH ROW EXECUTE FUNCTION app.search_is_due('person', 'id')
CREATE TRIGGER to_be_found AFTER INSERT OR DELETE OR UPDATE ON app.plans FOR EACH ROW EXECUTE FUNCTION app.search_is_due('case', 'case_id')
CREATE TRIGGER to_be_found AFTER INSERT OR DELETE OR UPDATE ON app.postings FOR EACH ROW EXECUTE FUNCTION app.search_is_due('case', 'case_id')
CREATE TRIGGER to_be_found AFTER INSERT OR DELETE OR UPDATE ON app.remarks FOR EACH ROW EXECUTE FUNCTION app.search_is_due('case', 'case_id')
CREATE TRIGGER to_be_found AFTER INSERT OR DELETE OR UPDATE ON app.withdrawals FOR EACH ROW EXECUTE FUNCTION app.search_is_due('case', 'case_id')
CREATE TRIGGER told AFTER INSERT ON app.opportunity_answers FOR EACH ROW EXECUTE FUNCTION app.tell_question_answered()
CREATE TRIGGER told AFTER INSERT ON app.opportunity_closings FOR EACH ROW EXECUTE FUNCTION app.tell_opportunity_end()
CREATE TRIGGER told AFTER INSERT ON app.opportunity_questions FOR EACH ROW EXECUTE FUNCTION app.tell_question()
CREATE TRIGGER verified AFTER INSERT OR UPDATE ON app.verifications FOR EACH ROW EXECUTE FUNCTION app.reckon_verified()
CREATE TRIGGER widened_before AFTER INSERT OR UPDATE OF verified_at, institution_id ON app.people FOR EACH STATEMENT EXECUTE FUNCTION app.opportunities_are_due()
CREATE TRIGGER widened_before AFTER INSERT OR UPDATE ON app.memberships FOR EACH STATEMENT EXECUTE FUNCTION app.opportunities_are_due()
CREATE TRIGGER written AFTER INSERT ON app.reference_letters FOR EACH ROW EXECUTE FUNCTION app.reference_was_written()

-- Grants

app.absences to hamdel_app: delete, insert, select
app.application_decisions to hamdel_app: insert, select
app.application_letters to hamdel_app: insert, select
app.application_notes to hamdel_app: insert, select
app.application_withdrawals to hamdel_app: insert, select
app.application_withdrawals to hamdel_node: select
app.applications to hamdel_app: insert, select
app.applications to hamdel_node: delete, select
app.arrivals to hamdel_app: delete, insert, select
app.arrivals to hamdel_node: delete, select
app.asks (accepted_at) to hamdel_app: update
app.asks (answered_at) to hamdel_app: update
app.asks (cancelled_at) to hamdel_app: update
app.asks (declined_at) to hamdel_app: update
app.asks (declined_why) to hamdel_app: update
app.asks (expired_at) to hamdel_app: update
app.asks (expired_at) to hamdel_node: update
app.asks (handed_note) to hamdel_app: update
app.asks (handed_to) to hamdel_app: update
app.asks (released_at) to hamdel_app: update
app.asks (seen_at) to hamdel_app: update
app.asks to hamdel_app: insert, select
app.asks to hamdel_node: select
app.avoidances to hamdel_app: delete, insert, select
app.blocks to hamdel_app: delete, insert, select
app.case_askers to hamdel_app: insert, select
app.case_askers to hamdel_node: select
app.cases (audience) to hamdel_app: update
app.cases (decide_by) to hamdel_app: update
app.cases (edited_at) to hamdel_app: update
app.cases (fields) to hamdel_app: update
app.cases (hidden) to hamdel_app: update
app.cases (kind) to hamdel_app: update
app.cases (lang) to hamdel_app: update
app.cases (texts) to hamdel_app: update
app.cases (urgency) to hamdel_app: update
app.cases (version) to hamdel_app: update
app.cases to hamdel_app: insert, select
app.cases to hamdel_node: select
app.certificates to hamdel_app: insert, select
app.certificates to hamdel_node: select
app.cities to hamdel_app: insert, select
app.cities to hamdel_door: insert, select
app.cities to hamdel_node: select
app.closings to hamdel_app: insert, select
app.closings to hamdel_node: select
app.contact_hashes to hamdel_app: delete, insert, select
app.cvs to hamdel_app: insert, select, update
app.decisions to hamdel_app: insert, select
app.decisions to hamdel_node: select
app.declared_genders (at) to hamdel_app: update
app.declared_genders (gender) to hamdel_app: update
app.declared_genders to hamdel_app: delete, insert, select
app.egress_heads to hamdel_app: select
app.egress_rows to hamdel_app: select
app.emails to hamdel_door: delete, insert, select, update
app.emails to hamdel_node: select
app.events to hamdel_app: select
app.events to hamdel_node: delete, insert, select
app.expertise to hamdel_app: delete, insert, select
app.expertise to hamdel_node: select
app.groups (name_en) to hamdel_app: update
app.groups (name_fa) to hamdel_app: update
app.groups (purpose_en) to hamdel_app: update
app.groups (purpose_fa) to hamdel_app: update
app.groups to hamdel_app: insert, select
app.groups to hamdel_node: select
app.hirers to hamdel_app: delete, insert, select
app.import_tokens (used_at) to hamdel_door: update
app.import_tokens (withdrawn_at) to hamdel_app: update
app.import_tokens to hamdel_app: insert, select
app.import_tokens to hamdel_door: select
app.institutions to hamdel_app: insert, select
app.institutions to hamdel_door: insert, select
app.institutions to hamdel_node: select
app.introducing to hamdel_app: insert, select, update
app.introduction_ends to hamdel_app: insert, select
app.introduction_letters to hamdel_app: insert, select
app.introduction_refusals to hamdel_app: insert, select
app.introduction_steps (agreed_at) to hamdel_app: update
app.introduction_steps to hamdel_app: insert, select
app.introductions (taken_back_at) to hamdel_app: update
app.introductions to hamdel_app: insert, select
app.invitations to hamdel_app: insert, select, update
app.invitations to hamdel_door: delete, insert, select, update
app.ladder_ends to hamdel_app: insert, select
app.ladder_ends to hamdel_node: select
app.ladders (look_at) to hamdel_app: update
app.ladders (wanted) to hamdel_app: update
app.ladders to hamdel_app: insert, select
app.ladders to hamdel_node: select
app.licences to hamdel_app: delete, insert, select
app.marks (removed_at) to hamdel_app: update
app.marks to hamdel_app: insert, select
app.marks to hamdel_node: select
app.meeting_keys to hamdel_app: delete, insert, select
app.meetings to hamdel_app: select
app.meetings to hamdel_node: delete, select
app.memberships (ended_at) to hamdel_app: update
app.memberships (ended_by) to hamdel_app: update
app.memberships (joined_at) to hamdel_app: update
app.memberships (role) to hamdel_app: update
app.memberships to hamdel_app: insert, select
app.mutes to hamdel_app: delete, insert, select
app.namings to hamdel_app: insert, select
app.namings to hamdel_node: select
app.notices (mailed_at) to hamdel_node: update
app.notices (read_at) to hamdel_app: update
app.notices to hamdel_app: select
app.notices to hamdel_node: insert, select
app.objects to hamdel_app: select
app.objects to hamdel_node: insert, select
app.opinion_drafts to hamdel_app: delete, insert, select, update
app.opinion_drafts to hamdel_node: select
app.opinions to hamdel_app: insert, select
app.opinions to hamdel_node: select
app.opportunities (deadline) to hamdel_app: update
app.opportunities (edited_at) to hamdel_app: update
app.opportunities (ends_on) to hamdel_app: update
app.opportunities (fields) to hamdel_app: update
app.opportunities (institution_id) to hamdel_app: update
app.opportunities (lang) to hamdel_app: update
app.opportunities (starts_on) to hamdel_app: update
app.opportunities (texts) to hamdel_app: update
app.opportunities (time_zone) to hamdel_app: update
app.opportunities (topics) to hamdel_app: update
app.opportunities (type) to hamdel_app: update
app.opportunities (version) to hamdel_app: update
app.opportunities to hamdel_app: insert, select
app.opportunities to hamdel_node: select
app.opportunity_answers to hamdel_app: insert, select
app.opportunity_bars to hamdel_app: insert, select
app.opportunity_closings to hamdel_app: insert, select
app.opportunity_hands (answer) to hamdel_app: select, update
app.opportunity_hands (answered_at) to hamdel_app: select, update
app.opportunity_hands (at) to hamdel_app: select
app.opportunity_hands (by_person) to hamdel_app: select
app.opportunity_hands (id) to hamdel_app: select
app.opportunity_hands (lang) to hamdel_app: select
app.opportunity_hands (note) to hamdel_app: select
app.opportunity_hands (opportunity_id) to hamdel_app: select
app.opportunity_hands (person_id) to hamdel_app: select
app.opportunity_hands (seen_at) to hamdel_app: select, update
app.opportunity_hands to hamdel_app: insert
app.opportunity_interests (at) to hamdel_app: update
app.opportunity_interests (lang) to hamdel_app: update
app.opportunity_interests (note) to hamdel_app: update
app.opportunity_interests (withdrawn_at) to hamdel_app: update
app.opportunity_interests to hamdel_app: insert, select
app.opportunity_plans (body) to hamdel_app: update
app.opportunity_plans to hamdel_app: insert, select
app.opportunity_postings to hamdel_app: insert, select
app.opportunity_question_askers to hamdel_app: insert, select
app.opportunity_questions to hamdel_app: insert, select
app.opportunity_widenings to hamdel_app: insert, select
app.outcomes (at) to hamdel_app: update
app.outcomes (details) to hamdel_app: update
app.outcomes (result) to hamdel_app: update
app.outcomes (texts) to hamdel_app: update
app.outcomes to hamdel_app: insert, select
app.outcomes to hamdel_node: select
app.passkeys to hamdel_door: delete, insert, select, update
app.passports to hamdel_app: delete, insert, select
app.passwords to hamdel_door: delete, insert, select, update
app.people (asked_about) to hamdel_app: update
app.people (city_id) to hamdel_app: update
app.people (family_en) to hamdel_app: update
app.people (family_fa) to hamdel_app: update
app.people (given_en) to hamdel_app: update
app.people (given_fa) to hamdel_app: update
app.people (institution_id) to hamdel_app: update
app.people (languages) to hamdel_app: update
app.people (name_keys) to hamdel_app: update
app.people (orcid) to hamdel_app: update
app.people (quiet_from) to hamdel_app: update
app.people (quiet_to) to hamdel_app: update
app.people (stage) to hamdel_app: update
app.people (time_zone) to hamdel_app: update
app.people (title) to hamdel_app: update
app.people (version) to hamdel_app: update
app.people (wakes_for_now) to hamdel_app: update
app.people (weekly_cap) to hamdel_app: update
app.people to hamdel_app: select
app.people to hamdel_door: insert, select
app.people to hamdel_node: select
app.plans (at) to hamdel_app: update
app.plans (texts) to hamdel_app: update
app.plans to hamdel_app: insert, select
app.plans to hamdel_node: select
app.postings to hamdel_app: insert, select
app.postings to hamdel_node: select
app.receipts to hamdel_app: insert, select
app.receipts to hamdel_node: delete, select
app.recovery_codes to hamdel_door: delete, insert, select, update
app.reference_asks (closed_at) to hamdel_app: update
app.reference_asks to hamdel_app: insert, select
app.reference_asks to hamdel_node: delete, select
app.reference_declines to hamdel_app: insert, select
app.reference_drafts to hamdel_app: insert, select, update
app.reference_letters to hamdel_app: insert, select
app.reference_letters to hamdel_node: select
app.reference_openings to hamdel_app: delete, insert, select
app.reference_revocations to hamdel_app: insert, select
app.reference_revocations to hamdel_node: select
app.reference_texts to hamdel_app: insert, select
app.reference_texts to hamdel_node: delete, select
app.remarks to hamdel_app: insert, select
app.remarks to hamdel_node: select
app.roles (ended_at) to hamdel_app: update
app.roles to hamdel_app: insert, select
app.roles to hamdel_door: insert, select
app.roles to hamdel_node: select
app.runs (label) to hamdel_app: update
app.runs (position) to hamdel_app: update
app.runs (removed_at) to hamdel_app: update
app.runs (sidecar) to hamdel_node: update
app.runs to hamdel_app: insert, select
app.runs to hamdel_node: select
app.search_docs to hamdel_app: select
app.search_docs to hamdel_node: delete, insert, select, update
app.search_due to hamdel_node: delete, insert, select, update
app.search_lanes to hamdel_node: delete, insert, select, update
app.search_pieces to hamdel_node: delete, insert, select, update
app.search_postings to hamdel_node: delete, insert, select, update
app.search_readers to hamdel_node: delete, insert, select, update
app.search_words to hamdel_node: delete, insert, select, update
app.second_factors to hamdel_door: delete, insert, select, update
app.sessions to hamdel_door: delete, insert, select, update
app.settings to hamdel_app: insert, select, update
app.settings to hamdel_door: select
app.settings to hamdel_node: select
app.shifts (removed_at) to hamdel_app: update
app.shifts to hamdel_app: insert, select
app.shifts to hamdel_node: select
app.shortlists to hamdel_app: delete, insert, select
app.sign_in_links to hamdel_door: delete, insert, select, update
app.signing_keys to hamdel_app: insert, select
app.sponsor_cases to hamdel_app: insert, select
app.sponsor_nudges to hamdel_node: insert, select
app.sponsor_passes to hamdel_app: insert, select
app.sponsorship_briefs (at) to hamdel_app: update
app.sponsorship_briefs (body) to hamdel_app: update
app.sponsorship_briefs (lang) to hamdel_app: update
app.sponsorship_briefs (version) to hamdel_app: update
app.sponsorship_briefs to hamdel_app: insert, select
app.sponsorship_briefs to hamdel_node: select
app.sponsorship_goals (done_at) to hamdel_app: update
app.sponsorship_goals to hamdel_app: delete, insert, select
app.sponsorship_refusals to hamdel_app: insert, select
app.sponsorship_reminders (at) to hamdel_app: update
app.sponsorship_reminders (due_on) to hamdel_app: update
app.sponsorship_reminders (note) to hamdel_app: update
app.sponsorship_reminders (told_at) to hamdel_app: update
app.sponsorship_reminders (told_at) to hamdel_node: update
app.sponsorship_reminders to hamdel_app: delete, insert, select
app.sponsorship_reminders to hamdel_node: select
app.sponsorships (agreed_at) to hamdel_app: update
app.sponsorships (ended_at) to hamdel_app: update
app.sponsorships (ended_by) to hamdel_app: update
app.sponsorships to hamdel_app: delete, insert, select
app.sponsorships to hamdel_node: delete, select
app.stays (ended_at) to hamdel_app: update
app.stays (willing_at) to hamdel_app: update
app.stays to hamdel_app: insert, select
app.steward_codes to hamdel_door: delete, insert, select, update
app.tie_refusals to hamdel_app: delete, insert, select
app.ties (confirmed_at) to hamdel_app: update
app.ties (ended_at) to hamdel_app: update
app.ties (ended_by) to hamdel_app: update
app.ties to hamdel_app: delete, insert, select
app.ties to hamdel_node: delete, select
app.trail to hamdel_app: insert, select
app.unmaskings to hamdel_app: insert, select
app.unmaskings to hamdel_node: select
app.verifications (ended_at) to hamdel_app: update
app.verifications (ended_by) to hamdel_app: update
app.verifications to hamdel_app: insert, select
app.verifications to hamdel_door: insert, select
app.wave_looks to hamdel_app: insert, select
app.wave_looks to hamdel_node: select
app.wave_people (place) to hamdel_app: update
app.wave_people to hamdel_app: insert, select
app.wave_people to hamdel_node: select
app.wave_takings to hamdel_app: insert, select
app.wave_takings to hamdel_node: select
app.waves (size) to hamdel_app: update
app.waves to hamdel_app: insert, select
app.waves to hamdel_node: select
app.wish_matches to hamdel_app: select
app.wish_readers (at) to hamdel_app: update
app.wish_readers (ended_at) to hamdel_app: update
app.wish_readers to hamdel_app: insert, select
app.wishes (at) to hamdel_app: update
app.wishes (ended_at) to hamdel_app: update
app.wishes (lang) to hamdel_app: update
app.wishes (note) to hamdel_app: update
app.wishes (wants) to hamdel_app: update
app.wishes to hamdel_app: insert, select
app.withdrawals to hamdel_app: insert, select
app.withdrawals to hamdel_node: select
function app.announce(happened text, c uuid, target text, waits boolean, moment timestamp with time zone, one uuid) to hamdel_app: execute
function app.announce(happened text, c uuid, target text, waits boolean, moment timestamp with time zone, one uuid) to hamdel_node: execute
function app.applied(a uuid) to hamdel_app: execute
function app.asked_question(q uuid) to hamdel_app: execute
function app.asked_to_write(ask uuid) to hamdel_app: execute
function app.best_way(ends uuid[], without uuid[], moment timestamp with time zone) to hamdel_app: execute
function app.blocked_between(a uuid, b uuid) to hamdel_app: execute
function app.blocked_between(a uuid, b uuid) to hamdel_node: execute
function app.blocked_people() to hamdel_app: execute
function app.blocked_people() to hamdel_node: execute
function app.capacity(today date, now_at timestamp with time zone) to hamdel_app: execute
function app.case_line(c uuid) to public: execute
function app.case_list(viewer uuid, which text, n integer) to hamdel_web: execute
function app.case_page(viewer uuid, c uuid) to hamdel_web: execute
function app.contact_people(hashes bytea[]) to hamdel_app: execute
function app.contact_prefixes(bytes integer) to hamdel_app: execute
function app.decided(c uuid) to public: execute
function app.enqueue(task text, payload json, key text, at timestamp with time zone) to hamdel_app: execute
function app.enqueue(task text, payload json, key text, at timestamp with time zone) to hamdel_door: execute
function app.enqueue(task text, payload json, key text, at timestamp with time zone) to hamdel_node: execute
function app.for_giving(c uuid) to hamdel_app: execute
function app.ground_strength(kind text, to_year smallint, confirmed_at timestamp with time zone, moment timestamp with time zone) to hamdel_app: execute
function app.ground_strength(kind text, to_year smallint, confirmed_at timestamp with time zone, moment timestamp with time zone) to hamdel_node: execute
function app.group_is_new(g uuid) to hamdel_app: execute
function app.group_standing(g uuid) to hamdel_app: execute
function app.hand_is_stopped(h uuid) to hamdel_app: execute
function app.has_given(c uuid) to public: execute
function app.hires(o uuid) to hamdel_app: execute
function app.hires_for(a uuid) to hamdel_app: execute
function app.holds_letter(letter uuid) to hamdel_app: execute
function app.home_json(today date) to public: execute
function app.home_page(viewer uuid, today date) to hamdel_web: execute
function app.introduction_last(i uuid, of_route smallint, of_step smallint) to hamdel_app: execute
function app.introduction_load(person uuid, moment timestamp with time zone) to hamdel_app: execute
function app.introduction_mine(i uuid, of_route smallint) to hamdel_app: execute
function app.introduction_open(i uuid) to hamdel_app: execute
function app.introduction_part(i uuid) to hamdel_app: execute
function app.introduction_way(i uuid) to hamdel_app: execute
function app.introduction_whole(i uuid) to hamdel_app: execute
function app.is_coordinated(moment timestamp with time zone) to hamdel_app: execute
function app.keep_answered() to public: execute
function app.keep_hands() to public: execute
function app.keep_label() to public: execute
function app.keep_membership() to public: execute
function app.knows_asker(c uuid) to public: execute
function app.launch_facts() to hamdel_app: execute
function app.may_find(d integer, of_kind text, thing uuid, of_part text, in_lane smallint) to hamdel_app: execute
function app.may_give_letter(a uuid, l uuid) to hamdel_app: execute
function app.meet(code bytea, side text, signer uuid, signed_at timestamp with time zone, at timestamp with time zone, of_place text, tie uuid, moment timestamp with time zone) to hamdel_app: execute
function app.meeting_key(key uuid) to hamdel_app: execute
function app.move_introduction(i uuid, ask uuid[], close uuid[], moment timestamp with time zone) to hamdel_app: execute
function app.named_instead(c uuid) to hamdel_app: execute
function app.of_own_institution(person uuid) to hamdel_app: execute
function app.offer_of(o uuid) to hamdel_app: execute
function app.on_call(c uuid, moment timestamp with time zone) to hamdel_app: execute
function app.opinions_given(c uuid) to public: execute
function app.opportunities_moved(since timestamp with time zone) to hamdel_node: execute
function app.opportunity_chain(o uuid) to hamdel_app: execute
function app.opportunity_fairness(since timestamp with time zone) to hamdel_app: execute
function app.opportunity_kept_apart(a uuid, b uuid) to hamdel_node: execute
function app.opportunity_may_reach(o uuid, p uuid) to hamdel_app: execute
function app.opportunity_next_hop(o uuid) to hamdel_app: execute
function app.opportunity_phase(o uuid) to hamdel_app: execute
function app.opportunity_phase(o uuid) to hamdel_node: execute
function app.opportunity_readers(o uuid) to hamdel_node: execute
function app.opportunity_standing(o uuid) to hamdel_app: execute
function app.opportunity_standing_of(o uuid, p uuid) to hamdel_node: execute
function app.opportunity_to_weigh(o uuid) to hamdel_node: execute
function app.part_introductions(other uuid, moment timestamp with time zone) to hamdel_app: execute
function app.people_at(institution uuid) to hamdel_app: execute
function app.person_line(p uuid) to public: execute
function app.phase(c uuid) to public: execute
function app.pieces(word text) to public: execute
function app.plausible_sites(c uuid) to hamdel_app: execute
function app.question_standing(q uuid) to hamdel_app: execute
function app.reckon_standing(c uuid) to public: execute
function app.reckon_verified() to public: execute
function app.reference_by_code(code text) to hamdel_door: execute
function app.routing_people(c uuid, today date, moment timestamp with time zone) to hamdel_app: execute
function app.search(asked_n integer[], asked_word text[], asked_weight real[], asked_mode smallint[], kinds text[], topic text, told boolean, most integer) to hamdel_app: execute
function app.sees_cases(person uuid) to public: execute
function app.sponsor_pairs(one_opportunity uuid, one_sponsorship uuid) to hamdel_node: execute
function app.sponsorship_hands() to public: execute
function app.sponsorship_junior_agreed(s uuid) to hamdel_app: execute
function app.sponsorship_open(s uuid) to hamdel_app: execute
function app.sponsorship_side(s uuid) to hamdel_app: execute
function app.sponsorship_stands(s uuid) to hamdel_app: execute
function app.standing(c uuid) to public: execute
function app.tell(happened text, of uuid, person uuid, waits boolean, moment timestamp with time zone) to hamdel_app: execute
function app.tell(happened text, of uuid, person uuid, waits boolean, moment timestamp with time zone) to hamdel_node: execute
function app.tell_coordinators(happened text, c uuid, waits boolean, moment timestamp with time zone) to hamdel_app: execute
function app.tell_unmuted(happened text, of uuid, one uuid, moment timestamp with time zone) to hamdel_app: execute
function app.tell_unmuted(happened text, of uuid, one uuid, moment timestamp with time zone) to hamdel_node: execute
function app.tell_wisher(wish uuid, o uuid, moment timestamp with time zone) to hamdel_node: execute
function app.tie_hands() to public: execute
function app.tied_between(a uuid, b uuid) to hamdel_app: execute
function app.tied_between(a uuid, b uuid) to hamdel_node: execute
function app.unclaimed(c uuid) to public: execute
function app.unsealed(c uuid) to public: execute
function app.viewer() to public: execute
function app.viewer_is(wanted text) to public: execute
function app.viewer_verified() to public: execute
function app.was_decided(a uuid) to hamdel_app: execute
function app.was_given_letter(l uuid) to hamdel_app: execute
function app.was_withdrawn(a uuid) to hamdel_app: execute
function app.wave_waits(c uuid, at_step smallint) to hamdel_app: execute
function app.week_figures(from_at timestamp with time zone, to_at timestamp with time zone) to hamdel_app: execute
function app.willing_about(institution uuid) to hamdel_app: execute
function app.wish_is_open(w uuid) to hamdel_app: execute
function app.wish_is_own(w uuid) to hamdel_app: execute
function app.wishes_to_weigh(o uuid) to hamdel_node: execute
function app.within_two_hops(person uuid) to hamdel_app: execute
function app.works_with_candidate(o uuid, p uuid) to hamdel_app: execute
function app.wrote_letter(letter uuid) to hamdel_app: execute
schema app to hamdel_app: usage
schema app to hamdel_door: usage
schema app to hamdel_node: usage
schema app to hamdel_web: usage
schema public to public: usage
