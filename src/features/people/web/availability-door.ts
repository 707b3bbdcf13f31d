// Apart from the door that many pages load: only who is asked about something changes this.
export { AvailabilityOf } from './availability.tsx';
