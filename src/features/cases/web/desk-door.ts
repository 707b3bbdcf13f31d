// The desk of a case, for a feature that brings files to it by another way than a drop.

export { sessionOf } from './images/session.ts';
