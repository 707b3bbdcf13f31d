// What later features' servers may ask of the network.
export { areTied, isBlockedBetween, isColleague, tellOf, tiesOf } from './store.ts';
