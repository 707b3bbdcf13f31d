// Which sentence names a complication and a BARC type. A missing one is a type error.

import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/outcomes.ts';
import type { Barc, Complication } from '../rules/choices.ts';

type Word = (l: Locale) => string;

export const complicationWords: Readonly<Record<Complication, Word>> = {
  perforation: say.complicationPerforation, tamponade: say.complicationTamponade, dissection: say.complicationDissection, 'abrupt-closure': say.complicationAbruptClosure,
  'no-reflow': say.complicationNoReflow, 'side-branch-loss': say.complicationSideBranchLoss, 'distal-embolism': say.complicationDistalEmbolism,
  'stent-loss': say.complicationStentLoss, entrapment: say.complicationEntrapment, embolisation: say.complicationEmbolisation, air: say.complicationAir,
  arrhythmia: say.complicationArrhythmia, stroke: say.complicationStroke, aki: say.complicationAki, 'contrast-reaction': say.complicationContrastReaction,
  'access-bleed': say.complicationAccessBleed, retroperitoneal: say.complicationRetroperitoneal, pseudoaneurysm: say.complicationPseudoaneurysm,
  'limb-ischaemia': say.complicationLimbIschaemia, 'annulus-rupture': say.complicationAnnulusRupture, 'coronary-obstruction': say.complicationCoronaryObstruction,
  'av-block': say.complicationAvBlock, radiation: say.complicationRadiation, endocarditis: say.complicationEndocarditis,
};

export const barcWords: Readonly<Record<Barc, Word>> = {
  '0': say.barc0, '1': say.barc1, '2': say.barc2, '3a': say.barc3a, '3b': say.barc3b, '3c': say.barc3c, '4': say.barc4, '5a': say.barc5a, '5b': say.barc5b,
};
