// A wire between browser and node that writes down every byte the browser sends: bodies of uploads too, which a browser's own log leaves out.
import { createServer, connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export type Listener = {
  readonly url: string;
  readonly port: number;
  /** All that went from the browser to the node since the last `forget`. */
  said(): Buffer;
  forget(): void;
  close(): Promise<void>;
};

/** Listens on a port of its own and hands on to `port`. */
export async function listenOn(port: () => number): Promise<Listener> {
  let heard: Buffer[] = [];
  const open = new Set<Socket>();
  const server = createServer((browser) => {
    const node = connect(port(), '127.0.0.1');
    for (const socket of [browser, node]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => open.delete(socket));
    }
    browser.on('data', (bytes: Buffer) => heard.push(bytes));
    browser.pipe(node);
    node.pipe(browser);
    browser.on('close', () => node.destroy());
    node.on('close', () => browser.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`, port: own,
    said: () => Buffer.concat(heard),
    forget: () => { heard = []; },
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((done) => { server.close(() => done()); });
    },
  };
}
