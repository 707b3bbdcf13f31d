import { useEffect } from 'preact/hooks';
import { AngiographySection } from './angiography.tsx';
import { LabSection } from './lab.tsx';
import { goTo } from './lack-place.ts';
import { OtherLanguage } from './other-language.tsx';
import { PatientSection } from './patient.tsx';
import { ScoresSection } from './scores-section.tsx';
import { TopicSection } from './topic-section.tsx';
import { WhenSection } from './when.tsx';
import { WithdrawDraft } from './withdraw-draft.tsx';

/** All below the first sight of the form. A link to a field (`#f-decideBy`) is followed once the field is there. */
export const Rest = () => {
  useEffect(() => { if (location.hash.startsWith('#f-')) goTo(location.hash.slice(1)); }, []);
  return (
    <>
      <PatientSection />
      <AngiographySection />
      <TopicSection />
      <ScoresSection />
      <LabSection />
      <WhenSection />
      <OtherLanguage />
      <WithdrawDraft />
    </>
  );
};
