import type { Db } from '#server/db.ts';
import type { RawCase, RawHome, RawLine } from '../rules/raw.ts';

export const casePage = (db: Db, viewer: string, caseId: string): Promise<RawCase | null> => db.page<RawCase>('select app.case_page($1, $2) as page', [viewer, caseId]);
export const homePage = (db: Db, viewer: string, today: string): Promise<RawHome | null> => db.page<RawHome>('select app.home_page($1, $2) as page', [viewer, today]);
export const caseList = async (db: Db, viewer: string, which: string, limit: number): Promise<RawLine[]> => (await db.page<RawLine[]>('select app.case_list($1, $2, $3) as page', [viewer, which, limit])) ?? [];
