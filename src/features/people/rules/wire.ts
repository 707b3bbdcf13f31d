// All that crosses the border of this feature, with every limit named.

import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';

export const id = z.uuid().transform((text) => text as Id);
export const demoSignIn = z.strictObject({ personId: id });
