// The HTTP server without any feature: policy headers, limits, faults, who is asking.

import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import underPressure from '@fastify/under-pressure';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler } from 'fastify-type-provider-zod';
import { refuse } from '#kernel/result.ts';
import type { Who } from './doors.ts';
import type { House } from './house.ts';
import { faultName, sendFault, sendRefusal } from './problem.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Asks again who stands behind a request that goes on for long. */
    whoIs(request: FastifyRequest): Promise<Who | null>;
  }
}

export const LIMITS = { bodyBytes: 1024 * 1024, requestsPerMinute: 1200 } as const;

// One proxy stands before the node; what lies behind it in X-Forwarded-For was written by whoever asks, and would give each request an address of its own.
const onlyTheNearest = (_address: string, hop: number): boolean => hop === 0;

const imagingWorker = /\/assets\/(imaging|painting)\.worker-[\w-]+\.js$/;
const directives = {
  'default-src': ["'none'"], 'script-src': ["'self'"], 'style-src': ["'self'"], 'img-src': ["'self'", 'blob:', 'data:'], 'font-src': ["'self'"], 'connect-src': ["'self'"],
  'media-src': ["'self'", 'blob:'], 'worker-src': ["'self'"], 'manifest-src': ["'self'"], 'form-action': ["'self'"], 'base-uri': ["'none'"], 'frame-ancestors': ["'none'"],
  'require-trusted-types-for': ["'script'"], 'trusted-types': ['hamdel-assets'],
};
const policy = Object.entries(directives).map(([name, values]) => `${name} ${values.join(' ')}`).join('; ');

/** `whoIs` turns the request's cookie into a person, or null. */
export const openHttp = async (house: House, whoIs: (request: FastifyRequest) => Promise<Who | null>): Promise<FastifyInstance> => {
  const app = Fastify({ forceCloseConnections: true, bodyLimit: LIMITS.bodyBytes, routerOptions: { maxParamLength: 200 }, trustProxy: process.env.HAMDEL_PROXY === '1' ? onlyTheNearest : false });
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('who', null);
  app.decorate('whoIs', whoIs);
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Hamdel', version: '0.1.0', description: 'The API that every screen of Hamdel uses.' } },
    transform: jsonSchemaTransform, transformObject: jsonSchemaTransformObject,
  });
  await app.register(helmet, { contentSecurityPolicy: false, crossOriginEmbedderPolicy: false, referrerPolicy: { policy: 'no-referrer' }, strictTransportSecurity: house.origin.startsWith('https:') });
  await app.register(cookie);
  await app.register(rateLimit, { max: LIMITS.requestsPerMinute, timeWindow: 60_000, allowList: ['127.0.0.1', '::1'].filter(() => house.mode === 'demo'),
    errorResponseBuilder: () => Object.assign(new Error('too many'), { statusCode: 429 }) });
  await app.register(compress, { threshold: 900, encodings: ['br', 'gzip'], brotliOptions: { params: { 1: 5 } } });
  await app.register(underPressure, { maxEventLoopDelay: 2000, pressureHandler: (_request, reply) => { sendRefusal(reply, refuse('offline', 'web.busy')); } });

  app.addHook('onRequest', async (request, reply) => {
    // A module worker obeys the policy of its own file's response: WebAssembly there and on no page.
    reply.header('content-security-policy', imagingWorker.test(request.url) ? policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'") : policy);
    if (request.method !== 'GET' && request.method !== 'HEAD' && !sameOrigin(request, house)) return sendRefusal(reply, refuse('forbidden', 'web.otherOrigin'));
    if (request.url.startsWith('/assets/')) return;
    request.who = await whoIs(request);
  });
  app.addHook('onResponse', async (request, reply) => {
    house.log('info', 'answered', { method: request.method, route: request.routeOptions.url ?? '(none)', status: reply.statusCode, ms: Math.round(reply.elapsedTime) });
  });
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    if (error.statusCode === 429) return sendRefusal(reply, refuse('too-many', 'web.tooMany'));
    if (error.statusCode === 413) return sendRefusal(reply, refuse('invalid', 'web.tooLarge'));
    if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) return sendRefusal(reply, refuse('invalid', 'web.notUnderstood'));
    // Class 22 of SQLSTATE, data exceptions: signs that no text or date of the database can hold (U+0000, half a surrogate, the year 0).
    if (/^22\w{3}$/.test(error.code ?? '')) return sendRefusal(reply, refuse('invalid', 'web.notUnderstood'));
    const fault = faultName(house.random.bytes(4));
    house.log('fault', 'fault', { fault, route: request.routeOptions.url ?? '(none)', where: (error.stack ?? '').split('\n').slice(1, 4).map((l) => l.trim().replace(/\(?(file:\/\/)?\/.*\/(src|node_modules)\//, '$2/')).join(' < ') });
    if (process.env.HAMDEL_SHOW_FAULTS === '1') process.stderr.write(`${fault} ${error.stack}\n`);
    return /ECONNREFUSED|ENOENT|57P0|08006|terminated|timeout exceeded|Connection/.test(`${error.code} ${error.message}`) ? sendRefusal(reply, refuse('offline', 'web.databaseAway')) : sendFault(reply, fault);
  });
  return app;
};

/** A browser says where a write comes from; programs without a browser say nothing and carry no cookie of a browser. */
const sameOrigin = (request: FastifyRequest, house: House): boolean => {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return origin === undefined || origin === house.origin || origin === `${request.protocol}://${request.host}`;
};
