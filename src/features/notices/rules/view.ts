/** A notice as its owner sees it: a kind and ids, nothing else. */
export type NoticeView = { id: string; kind: string; caseId: string | null; about: string | null; at: string; readAt: string | null };
