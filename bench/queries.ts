// How many statements a page asks of the database: home and every list within five, the session's included.

import { Client } from 'pg';
import type { Figure } from './figure.ts';
import type { BenchNode } from './node.ts';

const asked: string[] = [];
const plain = Client.prototype.query;
const counted = function (this: Client, ...args: unknown[]): unknown {
  const first = args[0] as { text?: string } | string;
  asked.push(typeof first === 'string' ? first : (first?.text ?? ''));
  return (plain as (...a: unknown[]) => unknown).apply(this, args);
};

const lists = ['/api/home', '/api/cases?list=mine', '/api/cases?list=asked', '/api/cases?list=node', '/api/people?limit=20', '/api/people?q=morel', '/api/notices', '/api/me'];

export const queries = async (node: BenchNode): Promise<Figure[]> => {
  const cookie = await node.cookieOf('claire');
  Client.prototype.query = counted as typeof plain;
  try {
    const figures: Figure[] = [];
    for (const url of lists) {
      await node.app.inject({ url, headers: { cookie } });
      await new Promise((r) => setTimeout(r, 5100)); // a session is known for five seconds; a cold one is counted
      asked.length = 0;
      const answer = await node.app.inject({ url, headers: { cookie } });
      if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`);
      const questions = asked.filter((sql) => !/^(begin|commit|rollback)/.test(sql)).length;
      figures.push({ name: `statements for ${url}`, unit: 'queries', value: questions, bar: { at: 5, is: 'at most', of: 'value' }, note: 'begin and commit not counted; the session looked up anew' });
    }
    return figures;
  } finally {
    Client.prototype.query = plain;
  }
};
