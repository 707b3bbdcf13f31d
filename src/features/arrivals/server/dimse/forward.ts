// Hands an instance on to a node by STOW-RS while it still comes in: the receiver holds no picture and has no database.

import { Readable } from 'node:stream';
import { IMPLEMENTATION_CLASS } from 'imaging/clean/constants';
import { headOf, type Instance } from '../../rules/part10.ts';
import { STATUS } from './command.ts';

export type Target = { /** `https://node.example/dicom-web` */ readonly url: string; readonly token: string };

const BOUNDARY = 'hamdel-receive-7f3kq29d51';

const related = async function* (instance: Instance, dataSet: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`--${BOUNDARY}\r\nContent-Type: application/dicom\r\n\r\n`);
  yield headOf(instance, IMPLEMENTATION_CLASS);
  yield* dataSet;
  yield Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
};

/** The DIMSE status for what the node answered. */
const statusOf = async (answer: Response): Promise<number> => {
  if (answer.status === 200) return STATUS.success;
  const said = (await answer.json().catch(() => ({}))) as { '00081198'?: { Value?: { '00081197'?: { Value?: number[] } }[] } };
  return said['00081198']?.Value?.[0]?.['00081197']?.Value?.[0] ?? STATUS.processingFailure;
};

export const forwardTo = ({ url, token }: Target) => async (instance: Instance, dataSet: AsyncIterable<Uint8Array>): Promise<number> => {
  const body = Readable.toWeb(Readable.from(related(instance, dataSet)));
  const headers = { authorization: `Bearer ${token}`, 'content-type': `multipart/related; type="application/dicom"; boundary=${BOUNDARY}` };
  const answer = await fetch(`${url}/studies`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit).catch(() => undefined);
  return answer === undefined ? STATUS.processingFailure : statusOf(answer);
};
