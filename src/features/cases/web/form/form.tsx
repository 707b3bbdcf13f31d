// The draft as every section of the form reads and changes it.

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Locale } from '#kernel/locale.ts';
import type { CaseFields, CaseTexts } from '../../rules/wire.ts';
import type { CaseForEdit, Content } from './draft.ts';

export type Form = {
  readonly is: CaseForEdit;
  readonly value: Content;
  /** Exact age of the patient in years; never in the saved body. */
  readonly age: number | undefined;
  readonly setAge: (age: number | undefined) => void;
  readonly set: (patch: Partial<Content>) => void;
  /** Changes some facts; undefined takes one away. */
  readonly fields: (patch: Partial<CaseFields> | ((now: CaseFields) => Partial<CaseFields>)) => void;
  readonly more: (key: string, value: string | number | undefined) => void;
  readonly write: (key: keyof CaseTexts, text: string, lang?: Locale) => void;
};

const context = createContext<Form | undefined>(undefined);
export const FormProvider = context.Provider;

export const useForm = (): Form => {
  const form = useContext(context);
  if (form === undefined) throw new Error('A section of the form stands outside it');
  return form;
};

type Change = (patch: Partial<Content> | ((value: Content) => Partial<Content>)) => void;

/** Without keys whose value was taken away: an absent fact is not told, and the body carries none of it. */
const cleaned = <T extends object>(of: T): T => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as T;

export const formOver = (is: CaseForEdit, value: Content, change: Change, age: number | undefined, setAge: (age: number | undefined) => void): Form => ({
  is, value, age, setAge,
  set: (patch) => change(patch),
  fields: (patch) => change((now) => ({ fields: cleaned({ ...now.fields, ...(typeof patch === 'function' ? patch(now.fields) : patch) }) })),
  more: (key, told) => change((now) => ({ fields: { ...now.fields, more: cleaned({ ...now.fields.more, [key]: told } as Record<string, string | number>) } })),
  write: (key, text, lang) => change((now) => {
    const at = lang ?? now.lang;
    return { texts: { ...now.texts, [at]: { ...now.texts[at], [key]: text } } };
  }),
});
