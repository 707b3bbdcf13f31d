// Every door of the node, in the order of the features.

import type { FastifyInstance } from 'fastify';
import { applicationsDoors } from '#features/applications/server/http.ts';
import { arrivalsDoors } from '#features/arrivals/server/http.ts';
import { candidatesDoors } from '#features/candidates/server/http.ts';
import { casesDoors } from '#features/cases/server/http.ts';
import { egressDoors } from '#features/egress/server/http.ts';
import { groupsDoors } from '#features/groups/server/http.ts';
import { institutionsDoors } from '#features/institutions/server/http.ts';
import { networkDoors } from '#features/network/server/http.ts';
import { noticesDoors } from '#features/notices/server/http.ts';
import { lookingDoors } from '#features/opportunities/server/looking.http.ts';
import { opportunitiesDoors } from '#features/opportunities/server/http.ts';
import { opinionsDoors } from '#features/opinions/server/http.ts';
import { outcomesDoors } from '#features/outcomes/server/http.ts';
import { peopleDoors } from '#features/people/server/http.ts';
import { routingDoors } from '#features/routing/server/http.ts';
import { searchDoors } from '#features/search/server/http.ts';
import { sponsorshipDoors } from '#features/sponsorship/server/http.ts';
import { stewardshipDoors } from '#features/stewardship/server/http.ts';
import { storyDoors } from '#features/story/server/http.ts';
import type { House } from '#server/house.ts';

export const openDoors = async (app: FastifyInstance, house: House): Promise<void> => {
  app.get('/healthz', { schema: { hide: true } }, async (_request, reply) => {
    const ready = await house.db.pool.query('select 1').then(() => true, () => false);
    return reply.code(ready ? 200 : 503).send({ ready });
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  for (const doors of [peopleDoors, institutionsDoors, groupsDoors, networkDoors, casesDoors, egressDoors, arrivalsDoors, routingDoors, opinionsDoors, outcomesDoors, opportunitiesDoors, lookingDoors, candidatesDoors, applicationsDoors, sponsorshipDoors, searchDoors, storyDoors, noticesDoors, stewardshipDoors]) await doors(app, house);
};
