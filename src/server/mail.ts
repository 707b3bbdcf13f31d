// Mail goes out content-free: a subject from words, a link with ids. Without a mail server the node says so and keeps working.

import { createTransport } from 'nodemailer';

export type Letter = { readonly to: string; readonly subject: string; readonly text: string; readonly lang: 'en' | 'fa' };
export type Mailer = { readonly works: boolean; send(letter: Letter): Promise<void> };

/** `smtp://user:password@host:port` (HAMDEL_SMTP) and the sender (HAMDEL_MAIL_FROM). */
export const smtpMailer = (url: string | undefined, from: string): Mailer => {
  if (!url) return { works: false, send: async () => {} };
  const transport = createTransport(url);
  return {
    works: true,
    send: async ({ to, subject, text, lang }) => {
      await transport.sendMail({ from, to, subject, text, headers: { 'Content-Language': lang, 'Auto-Submitted': 'auto-generated' } });
    },
  };
};
