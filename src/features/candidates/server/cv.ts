// The acts upon one's own CV, and the forms in which it is handed out.

import { nameEn, nameFa } from '#features/people/rules/names.ts';
import type { Locale } from '#kernel/locale.ts';
import { isolate } from '#kernel/text.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import * as sayPeople from '#words/people.ts';
import * as say from '#words/candidates.ts';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { type JsonResume, jsonResume, type ResumePerson } from '../rules/json-resume.ts';
import { type Sheet, sheetOf } from '../rules/sheet.ts';
import type { Part } from '../rules/vocabulary.ts';
import { type CvBody, emptyCv, type saveCv as saveWire } from '../rules/wire.ts';
import type { z } from 'zod';
import { owner, type OwnerRow, ownCv, saveCv } from './cv.store.ts';
import { honest } from './seal.ts';
import { sheetWords } from './sheet-words.ts';

export const keepCv = async (house: House, tx: Tx, who: Who, { version, ...body }: z.infer<typeof saveWire>, now: Date): Promise<Result<{ version: number; savedAt: string }>> => {
  const kept: CvBody = { ...body, publications: body.publications.map((one) => honest(house.nodeKey, who.id, one)) };
  if (await saveCv(tx, who.id, version, kept, now)) return ok({ version: version + 1, savedAt: now.toISOString() });
  return refuse('conflict', 'candidates.stale', { version: (await ownCv(tx))?.version ?? 0 });
};

const stages: Readonly<Record<string, (l: Locale) => string>> = {
  student: sayPeople.stageStudent, resident: sayPeople.stageResident, cardiologist: sayPeople.stageCardiologist, fellow: sayPeople.stageFellow, attending: sayPeople.stageAttending,
  surgeon: sayPeople.stageSurgeon, imaging: sayPeople.stageImaging, intensivist: sayPeople.stageIntensivist, nurse: sayPeople.stageNurse, researcher: sayPeople.stageResearcher, industry: sayPeople.stageIndustry,
};

const personIn = (l: Locale, row: OwnerRow): ResumePerson => {
  const places = l === 'fa' ? [row.institutionFa || row.institutionEn, row.cityFa || row.cityEn] : [row.institutionEn || row.institutionFa, row.cityEn || row.cityFa];
  const place = places.filter((one): one is string => Boolean(one)).map(isolate).join(l === 'fa' ? '، ' : ', ');
  return { nameEn: nameEn(row), nameFa: nameFa(row), line: [stages[row.stage]?.(l) ?? '', place].filter(Boolean).join(' · '), orcid: row.orcid, cityEn: row.cityEn ?? '', country: row.country ?? '' };
};

/** What is shown of a CV: its owner's line and its words at one moment. Frozen as it is when it is given to somebody. */
export type CvCopy = { readonly person: OwnerRow; readonly body: CvBody };

export const copyOf = async (tx: Tx): Promise<CvCopy> => ({ person: await owner(tx), body: (await ownCv(tx))?.body ?? emptyCv });

export const sheetIn = (l: Locale, { person, body }: CvCopy, now: Date, only?: readonly Part[]): Sheet => {
  const day = new Intl.DateTimeFormat(l === 'fa' ? 'fa-IR-u-ca-persian' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(now);
  return sheetOf(l, personIn(l, person), body, sheetWords(l), { foot: say.sheetFoot(l, { day }), ...(only && { only }) });
};

export const resumeOf = ({ person, body }: CvCopy): JsonResume => jsonResume(personIn('en', person), body, sheetWords('en'));
