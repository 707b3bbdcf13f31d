import { named, useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { IconButton } from '#web/ui/button.tsx';
import { Select } from '#web/ui/choice.tsx';
import { PersonLine } from '#web/ui/people.tsx';
import * as say from '#words/routing.ts';
import { seats } from '../rules/limits.ts';
import type { Choosing } from './chosen.ts';
import { placeText, seatWord } from './said.ts';

/** Whom the question goes to, each with the seat from which they look. */
export const ChosenPeople = ({ choosing }: { choosing: Choosing }) => {
  const l = useLocale();
  return (
    <section class="sheet stack" id="chosen">
      <h2 aria-live="polite"><Say>{say.askChosen(l, { n: choosing.chosen.length })}</Say></h2>
      {choosing.chosen.map(({ person, seat }) => (
        <div key={person.id} class="stack near">
          <div class="split keep">
            <PersonLine of={person} detail={placeText(l, person)} />
            <IconButton icon="x" label={say.askTakeOut(l, { name: named(l, person) }).replaceAll(/[\u2066-\u2069]/g, '')} onClick={() => choosing.takeOut(person.id)} />
          </div>
          <Select label={say.askSeat(l)} empty={false} options={seats.map((one) => ({ value: one, label: seatWord(l, one) }))} value={seat} onValue={(next) => { if (next) choosing.seat(person.id, next); }} />
        </div>
      ))}
    </section>
  );
};
