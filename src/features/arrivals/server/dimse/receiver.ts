// A port that speaks DICOM, bound to loopback unless told otherwise.

import { createServer, type Server, type Socket } from 'node:net';
import { type Acceptor, serveAssociation } from './association.ts';

const IDLE_MS = 60_000;
const MOST_CONNECTIONS = 16;

export type Receiver = { readonly port: number; close(): Promise<void> };

export const openReceiver = async ({ port, host = '127.0.0.1', ...acceptor }: Acceptor & { port: number; host?: string | undefined }): Promise<Receiver> => {
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.setTimeout(IDLE_MS, () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    const send = (bytes: Buffer): void => void (socket.writable && socket.write(bytes));
    // The line stays open for the abort that answers what is no DICOM.
    void serveAssociation(socket.iterator({ destroyOnReturn: false }), send, acceptor).finally(() => socket.end());
  });
  server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((done, fail) => { server.once('error', fail); server.listen(port, host, done); });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((done) => { server.close(() => done()); });
    },
  };
};
