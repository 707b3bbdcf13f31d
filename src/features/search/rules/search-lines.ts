// Documents and questions as lines of JSON, for searching any collection from the command line.

import { z } from 'zod';

const id = z.union([z.string().min(1).max(400), z.number().int()]);
const documentLine = z.object({ id, text: z.string(), title: z.string().optional() });
const queryLine = z.object({ id, text: z.string() });

export type DocumentLine = z.infer<typeof documentLine>;
export type QueryLine = z.infer<typeof queryLine>;
/** Why a line is left out: `field` names what is missing or of the wrong kind. */
export type LineTrouble = { readonly trouble: 'not-json' } | { readonly trouble: 'field'; readonly field: string };

const read = <T>(schema: z.ZodType<T>, line: string): T | LineTrouble => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { trouble: 'not-json' };
  }
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : { trouble: 'field', field: parsed.error.issues[0]?.path.join('.') || 'id, text' };
};

export const readDocumentLine = (line: string): DocumentLine | LineTrouble => read(documentLine, line);
export const readQueryLine = (line: string): QueryLine | LineTrouble => read(queryLine, line);
