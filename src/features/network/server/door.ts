// What later features' servers may ask of the network.
export { areTied, isBlockedBetween, tiesOf } from './store.ts';
