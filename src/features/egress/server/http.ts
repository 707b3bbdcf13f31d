// Doors of the ledgers: one's own, and the institution's for its privacy officer. Who is none does not find the latter.

import type { FastifyInstance, FastifyReply } from 'fastify';
import { ok } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { asJsonLines, asTable } from '../rules/export.ts';
import { type Ledger, NO_HEAD } from '../rules/ledger.ts';
import { type LedgerView, presentCertificate, presentRun } from '../rules/present.ts';
import { certificate, headOf, officersLedger, type Owner, ownLedger, rowsOf, runsOf, totalOf } from './store.ts';

/** Runs on the page; the whole ledger is in its files. */
const MOST_RUNS = 300;

type Whose = (tx: Tx) => Promise<Owner | undefined>;
const ledgers: readonly (readonly [path: string, whose: Whose, summary: string])[] = [
  ['/api/me/ledger', ownLedger, 'What has left my devices'],
  ['/api/privacy/ledger', officersLedger, 'What has left the institution whose privacy officer I am'],
];

const viewOf = async (tx: Tx, whose: Whose): Promise<LedgerView | null> => {
  const of = await whose(tx);
  if (!of) return null;
  const [head, total, runs] = [await headOf(tx, of.owner), await totalOf(tx, of.owner), await runsOf(tx, of.owner, MOST_RUNS)];
  return { ...of, head: head ?? NO_HEAD, ...total, newest: runs.map((run) => presentRun(of.kind, run)) };
};

const wholeOf = async (tx: Tx, whose: Whose): Promise<Ledger | null> => {
  const of = await whose(tx);
  return of ? { kind: of.kind, owner: of.owner, head: (await headOf(tx, of.owner)) ?? NO_HEAD, rows: await rowsOf(tx, of.owner) } : null;
};

const asFile = (reply: FastifyReply, type: string, name: string): FastifyReply => reply.type(type).header('content-disposition', `attachment; filename="${name}"`);

export const egressDoors = (app: FastifyInstance, house: House): void => {
  const { read } = doorsOf(app, house);
  for (const [path, whose, summary] of ledgers) {
    read(path, async ({ who }) => {
      const view = await house.db.asViewer(who.id, (tx) => viewOf(tx, whose));
      return view && ok(view);
    }, summary);
    for (const [end, type, write] of [['lines', 'application/jsonl; charset=utf-8', asJsonLines], ['table', 'text/csv; charset=utf-8', asTable]] as const) {
      read(`${path}/${end}`, async ({ who, reply }) => {
        const whole = await house.db.asViewer(who.id, (tx) => wholeOf(tx, whose));
        if (!whole) return null;
        asFile(reply, type, `hamdel-ledger-${whole.kind}.${end === 'lines' ? 'jsonl' : 'csv'}`);
        return ok(write(whole));
      }, `${summary}: ${end === 'lines' ? 'the whole chain as JSON lines, which can be verified' : 'as a table (CSV)'}`);
    }
  }
  for (const [end, file] of [['', false], ['/file', true]] as const) {
    read(`/api/certificates/:id${end}`, async ({ who, params, reply }) => {
      const found = await house.db.asViewer(who.id, (tx) => certificate(tx, params.id ?? ''));
      if (!found) return null;
      if (file) asFile(reply, 'application/json; charset=utf-8', `hamdel-certificate-${found.id}.json`);
      return ok(presentCertificate(found));
    }, file ? 'A certificate of cleaning as a file' : 'A certificate of cleaning, with its rows of the ledger');
  }
};
