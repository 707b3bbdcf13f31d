/** One group of people and how many of them heard of something, and were interested. Never of fewer than eight people: the database gives no such group. */
export type FairCell = { readonly dimension: 'gender' | 'stage' | 'city'; readonly cell: string; readonly people: number; readonly heard: number; readonly interested: number };
export const dimensions = ['gender', 'stage', 'city'] as const;
