import { existsSync, readFileSync } from 'node:fs';

/** Persian test data with licences of their own; they lie beside the checkout, never in it. */
const folder = new URL('../../../shared/data/persian/', import.meta.url);

export const persianDataThere = (): boolean => existsSync(folder);
export const textLines = (name: string): string[] => readFileSync(new URL(name, folder), 'utf8').trim().split('\n').map((line) => line.trim());
export const jsonLines = <T>(name: string): T[] => textLines(name).map((line) => JSON.parse(line) as T);
