// Doors of one's own CV: kept as typed, read from files, handed out as page, paper and JSON Resume.

import type { FastifyInstance } from 'fastify';
import { isLocale } from '#kernel/locale.ts';
import { ok, refuse } from '#kernel/result.ts';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { presentCv } from '../rules/present.ts';
import { readWorks, saveCv } from '../rules/wire.ts';
import type { ReadWork } from '../rules/works.ts';
import { copyOf, keepCv, resumeOf, sheetIn } from './cv.ts';
import { ownCv, owner } from './cv.store.ts';
import { evidenceOf } from './evidence.ts';
import { mayFetchOrcid, orcidWorks } from './orcid.ts';
import { hasPaper, pdfOf } from './paper.ts';
import { referencesDoors } from './references.http.ts';
import { worksFromFile } from './read-works.ts';
import { sealOf } from './seal.ts';

export const candidatesDoors = (app: FastifyInstance, house: House): void => {
  referencesDoors(app, house);
  const { read, write } = doorsOf(app, house);
  const sealed = (personId: string, works: readonly ReadWork[]) => works.map((work) => ({ ...work, seal: sealOf(house.nodeKey, personId, work) }));

  read('/api/me/cv', async ({ who }) =>
    ok(await house.db.asViewer(who.id, async (tx) => presentCv(await ownCv(tx), (await owner(tx)).orcid, mayFetchOrcid()))), 'My CV');

  write('put', '/api/me/cv', saveCv, ({ who, tx, body, now }) => keepCv(house, tx, who, body, now), 'Save my CV');

  write('post', '/api/me/cv/read', readWorks, async ({ who, body }) => {
    const read = await worksFromFile(body.text);
    return read.ok ? ok({ ...read.value, works: sealed(who.id, read.value.works) }) : read;
  }, 'Read publications from BibTeX or RIS; nothing is kept of the file');

  write('post', '/api/me/cv/orcid', null, async ({ who, tx }) => {
    if (!mayFetchOrcid()) return refuse('forbidden', 'candidates.noOutside');
    const works = await orcidWorks((await owner(tx)).orcid);
    return works.ok ? ok({ works: sealed(who.id, works.value), unread: [], left: 0 }) : works;
  }, 'Fetch my publications from ORCID');

  read('/api/me/cv/sheet', async ({ who, now }) => {
    const copy = await house.db.asViewer(who.id, copyOf);
    return ok({ en: sheetIn('en', copy, now), fa: sheetIn('fa', copy, now), paper: hasPaper() });
  }, 'My CV as it is read, in both languages');

  read('/api/me/cv/pdf', async ({ who, query, reply, now }) => {
    const l = isLocale(query.lang) ? query.lang : 'en';
    const pdf = pdfOf(sheetIn(l, await house.db.asViewer(who.id, copyOf), now), now);
    if (!pdf) return refuse('conflict', 'candidates.noPaper');
    reply.type('application/pdf').header('content-disposition', `inline; filename="cv-${l}.pdf"`);
    return ok(pdf);
  }, 'My CV as PDF, ?lang=en or fa');

  read('/api/me/cv/json', async ({ who, reply }) => {
    reply.type('application/json; charset=utf-8').header('content-disposition', 'attachment; filename="resume.json"');
    return ok(resumeOf(await house.db.asViewer(who.id, copyOf)));
  }, 'My CV as JSON Resume');

  read('/api/me/evidence', async ({ who, now }) =>
    ok(await house.db.asViewer(who.id, (tx) => evidenceOf(tx, now))),
  'My evidence card: declared, attested, earned here');
};
