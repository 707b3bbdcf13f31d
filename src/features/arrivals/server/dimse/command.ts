// DIMSE command sets (PS3.7 6.3): group 0000, implicit little endian. Only what an acceptor of C-ECHO and C-STORE needs.

import { Broken } from './pdu.ts';

export const COMMAND = { storeRequest: 0x0001, echoRequest: 0x0030 } as const;
const RESPONSE = 0x8000;
const NO_DATA_SET = 0x0101;

/** PS3.7 annex C and PS3.4 B.2.3. */
export const STATUS = { success: 0x0000, processingFailure: 0x0110, outOfResources: 0xa700, cannotUnderstand: 0xc000, notRecognised: 0x0211 } as const;

export type Command = { readonly field: number; readonly messageId: number; readonly sopClass: string; readonly sopInstance: string; readonly hasData: boolean };

export const commandOf = (bytes: Buffer): Command => {
  const found = new Map<number, Buffer>();
  for (let at = 0; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 4);
    if (bytes.readUInt16LE(at) !== 0 || at + 8 + length > bytes.length) throw new Broken('a command is cut off');
    found.set(bytes.readUInt16LE(at + 2), bytes.subarray(at + 8, at + 8 + length));
    at += 8 + length;
  }
  const number = (element: number): number => { const value = found.get(element); return value && value.length >= 2 ? value.readUInt16LE(0) : -1; };
  const uid = (element: number): string => (found.get(element)?.toString('latin1') ?? '').replace(/[\0 ]+$/, '');
  return { field: number(0x0100), messageId: number(0x0110), sopClass: uid(0x0002), sopInstance: uid(0x1000), hasData: number(0x0800) !== NO_DATA_SET };
};

const element = (number: number, value: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt16LE(number, 2);
  head.writeUInt32LE(value.length, 4);
  return Buffer.concat([head, value]);
};
const us = (value: number): Buffer => { const bytes = Buffer.alloc(2); bytes.writeUInt16LE(value, 0); return bytes; };
const ui = (value: string): Buffer => Buffer.from(value.length % 2 === 0 ? value : `${value}\0`, 'latin1');

export const responseTo = (to: Command, status: number): Buffer => {
  const rest = Buffer.concat([
    ...(to.sopClass ? [element(0x0002, ui(to.sopClass))] : []), element(0x0100, us(to.field | RESPONSE)), element(0x0120, us(to.messageId)), element(0x0800, us(NO_DATA_SET)), element(0x0900, us(status)),
    ...(to.sopInstance ? [element(0x1000, ui(to.sopInstance))] : []),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(rest.length, 0);
  return Buffer.concat([element(0x0000, length), rest]);
};
