import { AngiographySection } from './angiography.tsx';
import { LabSection, YouSection } from './lab.tsx';
import { OtherLanguage } from './other-language.tsx';
import { PatientSection } from './patient.tsx';
import { QuestionSection } from './question.tsx';
import { RunsOfDraft } from './runs.tsx';
import { ScoresSection } from './scores-section.tsx';
import { TopicsSection } from './topics.tsx';
import { TopicSection } from './topic-section.tsx';
import { WhenSection } from './when.tsx';

/** In the order a colleague tells a case. */
export const Sections = () => (
  <div class="form">
    <RunsOfDraft />
    <QuestionSection />
    <TopicsSection />
    <PatientSection />
    <AngiographySection />
    <TopicSection />
    <ScoresSection />
    <LabSection />
    <YouSection />
    <WhenSection />
    <OtherLanguage />
  </div>
);
