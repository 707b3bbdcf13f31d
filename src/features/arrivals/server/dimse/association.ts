// One association from its request to its release, as the acceptor: who may associate, which contexts, and each C-STORE handed on as it streams in.

import { SOP_CLASSES } from 'imaging/clean/allow/kinds';
import { IMPLEMENTATION_CLASS, IMPLEMENTATION_VERSION } from 'imaging/clean/constants';
import { transferSyntaxOf } from 'imaging/dicom/transfer-syntaxes';
import type { Instance } from '../../rules/part10.ts';
import { COMMAND, type Command, commandOf, responseTo, STATUS } from './command.ts';
import { abort, type Accepted, associateAccept, associateReject, associateRequestOf, Broken, type Context, dataUnit, PDU, pdusOf, type Pdu, type Pdv, pdvsOf, releaseReply } from './pdu.ts';

const VERIFICATION = '1.2.840.10008.1.1';
const COMMAND_MOST = 16 * 1024;

export type Acceptor = {
  /** Our own AE title; any is taken when undefined. */
  readonly aet?: string | undefined;
  /** AE titles that may send; all when empty. */
  readonly from: readonly string[];
  /** Takes one instance and answers its DIMSE status. */
  readonly store: (instance: Instance, dataSet: AsyncIterable<Uint8Array>) => Promise<number>;
};

const accepted = ({ id, abstractSyntax, transferSyntaxes }: Context): Accepted => {
  if (abstractSyntax !== VERIFICATION && !SOP_CLASSES.has(abstractSyntax)) return { id, syntax: null, reason: 3 };
  const syntax = transferSyntaxes.find((uid) => transferSyntaxOf(uid) !== undefined);
  return syntax === undefined ? { id, syntax: null, reason: 4 } : { id, syntax, reason: 0 };
};

/** Serves one connection to its end. Throws nothing: what is not DICOM is answered by an abort. */
export const serveAssociation = async (source: AsyncIterable<Uint8Array>, send: (bytes: Buffer) => void, acceptor: Acceptor): Promise<void> => {
  try {
    const units = pdusOf(source);
    const first = (await units.next()).value as Pdu | undefined;
    if (first === undefined) return;
    if (first.type !== PDU.associateRequest) throw new Broken('an association request is wanted first');
    const request = associateRequestOf(first.body);
    if (acceptor.aet !== undefined && request.called !== acceptor.aet) return send(associateReject('called'));
    if (acceptor.from.length > 0 && !acceptor.from.includes(request.calling)) return send(associateReject('calling'));
    const contexts = request.contexts.map(accepted);
    send(associateAccept(first.body, contexts, { uid: IMPLEMENTATION_CLASS, version: IMPLEMENTATION_VERSION }));
    await serveMessages(valuesOf(units, send), send, acceptor, new Map(contexts.map(({ id, syntax }) => [id, syntax])));
  } catch {
    send(abort());
  }
};

/** Data values in order, until the peer releases or aborts. */
const valuesOf = async function* (units: AsyncIterable<Pdu>, send: (bytes: Buffer) => void): AsyncGenerator<Pdv> {
  for await (const { type, body } of units) {
    if (type === PDU.data) yield* pdvsOf(body);
    else if (type === PDU.releaseRequest) return send(releaseReply());
    else if (type === PDU.abort) return;
    else throw new Broken('a unit came out of turn');
  }
};

const serveMessages = async (values: AsyncGenerator<Pdv>, send: (bytes: Buffer) => void, { store }: Acceptor, syntaxes: ReadonlyMap<number, string | null>): Promise<void> => {
  for (;;) {
    const read = await readCommand(values);
    if (read === undefined) return;
    const { command, context } = read;
    const answer = (status: number) => send(dataUnit({ context, command: true, last: true, data: responseTo(command, status) }));
    const end = { whole: false };
    const data = dataSetOf(values, context, end);
    if (command.field === COMMAND.echoRequest) answer(STATUS.success);
    else if (command.field === COMMAND.storeRequest && command.hasData) {
      const transferSyntax = syntaxes.get(context) ?? undefined;
      const status = transferSyntax === undefined || !SOP_CLASSES.has(command.sopClass) || !/^[0-9.]{1,64}$/.test(command.sopInstance) ? STATUS.cannotUnderstand
        : await store({ sopClass: command.sopClass, sopInstance: command.sopInstance, transferSyntax }, leavable(data));
      for await (const _ of data) { /* what the store did not want */ }
      // The store heard of it as a stream that broke, and kept nothing.
      if (!end.whole) throw new Broken('an instance did not come to its end');
      answer(status);
    } else {
      if (command.hasData) for await (const _ of data) { /* belongs to a command nobody serves */ }
      answer(STATUS.notRecognised);
    }
  }
};

const readCommand = async (values: AsyncGenerator<Pdv>): Promise<{ command: Command; context: number } | undefined> => {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for (;;) {
    const { value, done } = await values.next();
    if (done) return undefined;
    if (!value.command) throw new Broken('data without a command');
    pieces.push(value.data);
    bytes += value.data.length;
    if (bytes > COMMAND_MOST) throw new Broken('a command without end');
    if (value.last) return { command: commandOf(Buffer.concat(pieces)), context: value.context };
  }
};

/** Whoever stops in the middle leaves the rest to be read here: the next command stands behind it. */
const leavable = (data: AsyncGenerator<Uint8Array>): AsyncIterable<Uint8Array> => ({ [Symbol.asyncIterator]: () => ({ next: () => data.next() }) });

const dataSetOf = async function* (values: AsyncGenerator<Pdv>, context: number, end: { whole: boolean }): AsyncGenerator<Uint8Array> {
  for (;;) {
    const { value, done } = await values.next();
    if (done) throw new Broken('the peer left in the middle of an instance');
    if (value.command || value.context !== context) throw new Broken('a command in the middle of an instance');
    if (value.last) end.whole = true;
    yield value.data;
    if (value.last) return;
  }
};
