// What the case page embeds of routing.
import './ask.css';

export { LadderOf } from './ladder.tsx';
