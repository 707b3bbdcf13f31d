import { later } from '#web/later.tsx';
import { QuestionSection } from './question.tsx';
import { RunsOfDraft } from './runs.tsx';
import { TopicsSection } from './topics.tsx';

const server = import.meta.env.SSR;
const Rest = later(async () => (await import('./rest.tsx')).Rest, server ? (await import('./rest.tsx')).Rest : undefined);
export const MissingAside = later(async () => (await import('./missing-aside.tsx')).MissingAside, server ? (await import('./missing-aside.tsx')).MissingAside : undefined);

/** In the order a colleague tells a case. What is seen first comes first. */
export const Sections = () => (
  <div class="form">
    <RunsOfDraft />
    <QuestionSection />
    <TopicsSection />
    <Rest />
  </div>
);
