import { named, useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Note } from '#web/ui/note.tsx';
import { PersonLine } from '#web/ui/people.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/routing.ts';
import type { SuggestionsView, SuggestionView } from '../rules/present.ts';
import type { Choosing } from './chosen.ts';
import { passedWords } from './passed-words.ts';
import { placeText } from './said.ts';
import { whyLines } from './why-word.ts';

const One = ({ of: { person, reasons }, choosing }: { of: SuggestionView; choosing: Choosing }) => {
  const l = useLocale();
  const name = named(l, person);
  return (
    <li class="suggested">
      <div class="stack near">
        <PersonLine of={person} href={`/people/${person.id}`} detail={placeText(l, person)} />
        <ul class="reasons">{whyLines(l, reasons).map(({ text, href }) => <li key={text} class="meta"><Icon name="check" /><span>{href === undefined ? <Say>{text}</Say> : <a href={href}><Say>{text}</Say></a>}</span></li>)}</ul>
      </div>
      {choosing.has(person.id)
        ? <Button small icon="check" onClick={() => choosing.takeOut(person.id)}><Say>{say.askTakeOut(l, { name })}</Say></Button>
        : <Button small icon="ask" onClick={() => choosing.add(person)}><Say>{say.askChoose(l, { name })}</Say></Button>}
    </li>
  );
};

/** A hidden asker among few: what can be done about it. */
const FewSites = ({ n }: { n: number }) => {
  const l = useLocale();
  return (
    <Note kind="stop">
      <p><Say>{say.fewLead(l, { n })}</Say></p>
      <ul><li><Say>{say.fewBlur(l)}</Say></li><li><Say>{say.fewDelay(l)}</Say></li><li><Say>{say.fewRephrase(l)}</Say></li></ul>
    </Note>
  );
};

/** Best fit first, each with its reasons; and how many were passed over by which rule, never who. */
export const Suggested = ({ of, choosing }: { of: SuggestionsView | undefined; choosing: Choosing }) => {
  const l = useLocale();
  if (of === undefined) return <Section first title={say.askSuggested(l)}><p class="meta">{say.askNoSuggestionOffline(l)}</p></Section>;
  const passed = passedWords(l, of.leftOut);
  const n = Object.values(of.leftOut).reduce((sum, one) => sum + one, 0);
  return (
    <Section first title={say.askSuggested(l)}>
      {of.fewSites !== undefined && <FewSites n={of.fewSites} />}
      {of.widened !== undefined && <p class="meta" id="widened"><Icon name="same" /> <Say>{of.widened.found === 0 ? say.whyNobodyFits(l) : say.whyWidenedTo(l, { n: of.widened.found })}</Say></p>}
      {of.suggestions.length === 0 ? <p class="meta">{say.askNoSuggestion(l)}</p> : <ul class="list tight">{of.suggestions.map((one) => <One key={one.person.id} of={one} choosing={choosing} />)}</ul>}
      <details class="why">
        <summary>{say.whyTitle(l)}</summary>
        <p>{say.whyLead(l)}</p>
        <p><Say>{say.whyPassed(l, { n })}</Say></p>
        {passed.length > 0 && <ul>{passed.map((one) => <li key={one}><Icon name="same" /><span><Say>{one}</Say></span></li>)}</ul>}
      </details>
    </Section>
  );
};
