import { isIP } from 'node:net';
import { forwardTo } from '#features/arrivals/server/dimse/forward.ts';
import { openReceiver } from '#features/arrivals/server/dimse/receiver.ts';
import * as words from '#words/entry.ts';
import { type Command, exitUnavailable, exitUsage, type Given, Plain } from './command.ts';
import { openStops } from './stops.ts';
import type { Terminal } from './terminal.ts';

/** `./hamdel receive`: a C-STORE receiver that hands each instance on to its owner's quarantine on a node. The token comes by the environment: arguments stand in every list of processes. */
export const command: Command = {
  help: words.helpReceive,
  options: { port: { type: 'string' }, host: { type: 'string' }, aet: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } },
  async run(given, terminal) {
    const { l, say, note } = terminal;
    const { port, host, aet, from, to } = readOptions(given, terminal);
    const token = process.env.HAMDEL_TOKEN ?? '';
    if (!/^[\w-]{20,100}$/.test(token)) throw new Plain(words.receiveToken(l), exitUsage);
    const stops = openStops();
    try {
      const receiver = await openReceiver({ port, host, aet, from, store: forwardTo({ url: to, token }) }).catch(() => { throw new Plain(words.portTaken(l, { port: String(port) }), exitUnavailable); });
      stops.add(() => receiver.close());
      say(words.receiveReady(l, { place: `${host}:${receiver.port}`, to }));
      await stops.asked;
      note(words.stopping(l));
      return 0;
    } finally {
      await stops.all();
    }
  },
};

function readOptions({ values }: Given, { l }: Terminal) {
  const port = Number(values.port ?? 11112);
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535)) throw new Plain(words.badPort(l, { port: String(values.port) }), exitUsage);
  const host = String(values.host ?? '127.0.0.1');
  if (isIP(host) === 0) throw new Plain(words.receiveHost(l, { host }), exitUsage);
  const to = String(values.to ?? 'http://127.0.0.1:4870/dicom-web').replace(/\/+$/, '');
  if (!URL.canParse(to) || !/^https?:$/.test(new URL(to).protocol)) throw new Plain(words.receiveTo(l, { to }), exitUsage);
  const from = String(values.from ?? '').split(',').map((one) => one.trim()).filter(Boolean);
  return { port, host, to, from, aet: values.aet === undefined ? undefined : String(values.aet) };
}
