export { projectionLabel, type Projection } from './phantom/carm.ts';
export { DEMO_STUDIES, demoRun, demoStudy } from './phantom/demo.ts';
export { fakeIdentity, type FakeIdentity } from './phantom/identity.ts';
export type { Lesion } from './phantom/lesions.ts';
export { renderRun } from './phantom/run.ts';
export { PHANTOM_VERSION, type PhantomPatient, type RenderedRun, type RunSpec, type RunTruth } from './phantom/run-spec.ts';
export { makeStudy, usualShots, type CaseSpec, type Shot, type StudyScale } from './phantom/study.ts';
export { burnedLine, writeRun, type WriteChoice } from './phantom/write-run.ts';
