import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { smtpMailer } from './mail.ts';

/** A mail server of this test's own on loopback; answers what it was given. */
const sink = async (): Promise<{ url: string; letters: string[]; close(): Promise<void> }> => {
  const letters: string[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => { letters.push(Buffer.concat(parts).toString('utf8')); done(); });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, letters, close: () => new Promise((done) => server.close(() => done())) };
};

test('a Persian letter arrives with its subject, its language and its link whole', async () => {
  const { url, letters, close } = await sink();
  const mail = smtpMailer(url, 'Hamdel <hamdel@node.example>');
  await mail.send({ to: 'leila@hamdel.example', lang: 'fa', subject: 'هم‌دل: یک درخواست نظر در انتظار شماست', text: 'پیوند:\nhttp://127.0.0.1:8420/' });
  await close();
  const letter = letters[0] ?? '';
  expect(mail.works).toBe(true);
  expect(letter).toContain('Content-Language: fa');
  expect(letter).toContain('Auto-Submitted: auto-generated');
  const subject = [...letter.matchAll(/=\?UTF-8\?B\?([^?]+)\?=/g)].map((m) => Buffer.from(m[1] ?? '', 'base64').toString('utf8')).join('');
  expect(subject).toBe('هم‌دل: یک درخواست نظر در انتظار شماست');
});

test('without a mail server nothing is sent and nothing fails', async () => {
  const mail = smtpMailer(undefined, 'x');
  expect(mail.works).toBe(false);
  await expect(mail.send({ to: 'a@b.example', lang: 'en', subject: 's', text: 't' })).resolves.toBeUndefined();
});
