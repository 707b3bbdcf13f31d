// Protocol data units of the DICOM upper layer (PS3.8 9.3): reading with bounds, writing what an acceptor says.

/** PS3.8 9.3.1. */
export const PDU = { associateRequest: 1, associateAccept: 2, associateReject: 3, data: 4, releaseRequest: 5, releaseReply: 6, abort: 7 } as const;

/** What we tell the peer to keep to in one P-DATA-TF. */
export const MAX_PDU = 64 * 1024;
/** An association may ask for 128 contexts with several syntaxes each. */
const MAX_ASSOCIATE = 128 * 1024;

export class Broken extends Error {}

export type Pdu = { readonly type: number; readonly body: Buffer };

/** Units as they come in. A claimed length is compared with its bound before anything is waited for. */
export const pdusOf = async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Pdu> {
  let held = Buffer.alloc(0);
  for await (const piece of source) {
    held = held.length === 0 ? Buffer.from(piece) : Buffer.concat([held, piece]);
    while (held.length >= 6) {
      const [type, length] = [held.readUInt8(0), held.readUInt32BE(2)];
      if (length > (type === PDU.associateRequest ? MAX_ASSOCIATE : MAX_PDU)) throw new Broken('a unit is longer than agreed');
      if (held.length < 6 + length) break;
      yield { type, body: held.subarray(6, 6 + length) };
      held = held.subarray(6 + length);
    }
  }
};

export const pdu = (type: number, body: Uint8Array): Buffer => {
  const head = Buffer.alloc(6);
  head.writeUInt8(type, 0);
  head.writeUInt32BE(body.length, 2);
  return Buffer.concat([head, body]);
};

export type Context = { readonly id: number; readonly abstractSyntax: string; readonly transferSyntaxes: readonly string[] };
export type AssociateRequest = { readonly called: string; readonly calling: string; readonly contexts: readonly Context[]; /** The most the peer takes in one unit; 0: no limit. */ readonly maxLength: number };

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1').replace(/[\0 ]+$/, '').trim();

/** Items of type, a reserved byte, a length of two bytes, and the value. */
const itemsOf = (bytes: Buffer): { type: number; value: Buffer }[] => {
  const items: { type: number; value: Buffer }[] = [];
  for (let at = 0; at < bytes.length;) {
    if (at + 4 > bytes.length) throw new Broken('an item is cut off');
    const length = bytes.readUInt16BE(at + 2);
    if (at + 4 + length > bytes.length) throw new Broken('an item is cut off');
    items.push({ type: bytes.readUInt8(at), value: bytes.subarray(at + 4, at + 4 + length) });
    at += 4 + length;
  }
  return items;
};

export const associateRequestOf = (body: Buffer): AssociateRequest => {
  if (body.length < 68) throw new Broken('an association request is cut off');
  const items = itemsOf(body.subarray(68));
  const contexts = items.filter(({ type }) => type === 0x20).map(({ value }): Context => {
    if (value.length < 4) throw new Broken('a presentation context is cut off');
    const inside = itemsOf(value.subarray(4));
    const uids = (type: number) => inside.filter((one) => one.type === type).map((one) => text(one.value));
    return { id: value.readUInt8(0), abstractSyntax: uids(0x30)[0] ?? '', transferSyntaxes: uids(0x40) };
  });
  const limit = itemsOf(items.find(({ type }) => type === 0x50)?.value ?? Buffer.alloc(0)).find(({ type }) => type === 0x51)?.value;
  return { called: text(body.subarray(4, 20)), calling: text(body.subarray(20, 36)), contexts, maxLength: limit && limit.length >= 4 ? limit.readUInt32BE(0) : 0 };
};

const item = (type: number, value: Uint8Array): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt8(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value]);
};
const APPLICATION_CONTEXT = '1.2.840.10008.3.1.1.1';

/** `syntax` null: the context is refused (3: abstract syntax, 4: transfer syntaxes not supported). */
export type Accepted = { readonly id: number; readonly syntax: string | null; readonly reason: 0 | 3 | 4 };

/** The request's own AE titles are given back as they came (PS3.8 9.3.3). */
export const associateAccept = (request: Buffer, contexts: readonly Accepted[], implementation: { uid: string; version: string }): Buffer => {
  const limit = Buffer.alloc(4);
  limit.writeUInt32BE(MAX_PDU, 0);
  const user = Buffer.concat([item(0x51, limit), item(0x52, Buffer.from(implementation.uid)), item(0x55, Buffer.from(implementation.version))]);
  return pdu(PDU.associateAccept, Buffer.concat([
    Buffer.from([0, 1, 0, 0]), request.subarray(4, 68), item(0x10, Buffer.from(APPLICATION_CONTEXT)),
    ...contexts.map(({ id, syntax, reason }) => item(0x21, Buffer.concat([Buffer.from([id, 0, reason, 0]), item(0x40, Buffer.from(syntax ?? ''))]))), item(0x50, user),
  ]));
};

/** Reasons of PS3.8 table 9-21 for a permanent rejection by the service user. */
export const associateReject = (reason: 'calling' | 'called'): Buffer => pdu(PDU.associateReject, Buffer.from([0, 1, 1, reason === 'calling' ? 3 : 7]));
export const releaseReply = (): Buffer => pdu(PDU.releaseReply, Buffer.alloc(4));
export const abort = (): Buffer => pdu(PDU.abort, Buffer.alloc(4));

export type Pdv = { readonly context: number; readonly command: boolean; readonly last: boolean; readonly data: Buffer };
export const pdvsOf = (body: Buffer): Pdv[] => {
  const values: Pdv[] = [];
  for (let at = 0; at < body.length;) {
    const length = at + 6 <= body.length ? body.readUInt32BE(at) : 0;
    if (length < 2 || at + 4 + length > body.length) throw new Broken('a data value is cut off');
    const header = body.readUInt8(at + 5);
    values.push({ context: body.readUInt8(at + 4), command: (header & 1) === 1, last: (header & 2) === 2, data: body.subarray(at + 6, at + 4 + length) });
    at += 4 + length;
  }
  return values;
};

export const dataUnit = ({ context, command, last, data }: Pdv): Buffer => {
  const head = Buffer.alloc(6);
  head.writeUInt32BE(data.length + 2, 0);
  head.writeUInt8(context, 4);
  head.writeUInt8((command ? 1 : 0) | (last ? 2 : 0), 5);
  return pdu(PDU.data, Buffer.concat([head, data]));
};
