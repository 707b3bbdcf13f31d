// The measures of imaging, by name: `./hamdel bench imaging` runs all, `./hamdel bench imaging-<name>` one.

import type { Figure } from '../figure.ts';
import { burnedIn } from './burned-in.ts';
import { cleaningSpeed } from './cleaning-speed.ts';
import { firstFrame } from './first-frame.ts';
import { frameFetch } from './frame-fetch.ts';
import { fuzz } from './fuzz.ts';
import { intake } from './intake.ts';
import { losslessDecode } from './lossless-decode.ts';
import { phantom } from './phantom.ts';
import { planted } from './planted.ts';
import { preview } from './preview.ts';
import { viewer } from './viewer.ts';

export const imaging: Record<string, () => Promise<Figure[]>> = {
  'imaging-burned-in': burnedIn,
  'imaging-cleaning-speed': cleaningSpeed,
  'imaging-first-frame': firstFrame,
  'imaging-frame-fetch': frameFetch,
  'imaging-fuzz': fuzz,
  'imaging-intake': intake,
  'imaging-lossless-decode': losslessDecode,
  'imaging-phantom': phantom,
  'imaging-planted': planted,
  'imaging-preview': preview,
  'imaging-viewer': viewer,
};
