export { projectionLabel, type Projection } from './carm.ts';
export { DEMO_STUDIES, demoRun, demoStudy } from './demo.ts';
export { fakeIdentity, type FakeIdentity } from './identity.ts';
export type { Lesion } from './lesions.ts';
export { renderRun } from './run.ts';
export { PHANTOM_VERSION, type PhantomPatient, type RenderedRun, type RunSpec, type RunTruth } from './run-spec.ts';
export { makeStudy, usualShots, type CaseSpec, type Shot, type StudyScale } from './study.ts';
export { burnedLine, writeRun, type WriteChoice } from './write-run.ts';
