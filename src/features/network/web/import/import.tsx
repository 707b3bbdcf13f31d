// Contacts of one's own file: read and matched on this device. What is ticked is asked for, and only then a hash leaves.

import { useState } from 'preact/hooks';
import { lineText, useAct } from '#features/people/web/door.tsx';
import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { useHere } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Select } from '#web/ui/choice.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { Note, RefusalNote } from '#web/ui/note.tsx';
import { PersonLine } from '#web/ui/people.tsx';
import { Section } from '#web/ui/strips.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/network.ts';
import { CONTACT_LIMITS } from '../../rules/contacts.ts';
import type { LookedView, SetView } from '../../rules/contacts-wire.ts';
import { NetworkTabs } from '../tabs.tsx';
import { TieForm } from '../tie-form.tsx';
import type { Match } from './match.ts';
import type { Separator } from './read-csv.ts';
import type { FileRead, Trouble } from './read-file.ts';

type Data = { set: SetView };
export const title = (l: Locale): string => say.importTitle(l);

type Progress = { readonly n: number; readonly of: number };

export const View = ({ data: { set } }: PageProps<Data>) => {
  const { l } = useHere();
  const [file, setFile] = useState<FileRead>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [progress, setProgress] = useState<Progress>();
  const [matches, setMatches] = useState<readonly Match[]>();
  const compare = async (read: FileRead) => {
    setFile(read);
    setMatches(undefined);
    const of = read.read.contacts.length;
    setProgress({ n: 0, of });
    const { matching } = await import('./match.ts');
    setMatches(await matching(read.read.contacts, set, (n) => setProgress({ n, of })));
    setProgress(undefined);
  };
  const take = async (chosen: Blob | undefined) => {
    if (chosen === undefined) return;
    setTrouble(undefined);
    setMatches(undefined);
    const { readFile } = await import('./read-file.ts');
    const read = await readFile(chosen).catch((): Trouble => 'not-contacts');
    if (typeof read === 'string') { setFile(undefined); setTrouble(read); } else await compare(read);
  };
  const again = async (separator: Separator) => {
    if (file === undefined) return;
    await compare({ ...file, separator, read: await (await import('./read-file.ts')).readTable(file.text, separator) });
  };
  return (
    <>
      <h1>{say.importTitle(l)}</h1>
      <NetworkTabs at="/ties/import" />
      <p class="above-3">{say.importLead(l)}</p>
      <p class="strong above-2">{say.importPromise(l)}</p>
      <div class="stack above-4">
        <Field label={say.importFile(l)} hint={say.importFileHint(l)}>
          {({ id, describedBy }) => <input class="in" id={id} type="file" accept=".vcf,.csv,.txt,text/vcard,text/csv" aria-describedby={describedBy} onChange={(event) => void take(event.currentTarget.files?.[0])} />}
        </Field>
        {trouble && <Note kind="stop"><Say>{trouble === 'too-large' ? say.importTooLarge(l, { n: CONTACT_LIMITS.fileBytes / 1_000_000 }) : say.importNotContacts(l)}</Say></Note>}
        {file && (
          <div role="status">
            <p><Say>{say.importRead(l, { n: file.read.contacts.length })}</Say> {file.read.skipped > 0 && <Say>{say.importSkipped(l, { n: file.read.skipped })}</Say>} {file.read.more && <Say>{say.importMore(l, { n: CONTACT_LIMITS.contacts })}</Say>}</p>
            {progress && <p class="meta"><progress max={progress.of} value={progress.n} /> <Say>{say.importLooking(l, progress)}</Say></p>}
          </div>
        )}
        {file?.kind === 'csv' && (
          <Select label={say.importSeparator(l)} value={file.separator} empty={false} onValue={(one) => one && void again(one)}
            options={[{ value: ',', label: say.importComma(l) }, { value: ';', label: say.importSemicolon(l) }, { value: '\t', label: say.importTab(l) }]} />
        )}
      </div>
      {matches && <Found key={matches.length} matches={matches} />}
      <Findable on={set.findable} />
    </>
  );
};

const Found = ({ matches }: { matches: readonly Match[] }) => {
  const { l } = useHere();
  const [ticked, setTicked] = useState<readonly number[]>([]);
  const [looked, setLooked] = useState<LookedView>();
  const { busy, refused, run } = useAct();
  if (matches.length === 0) return <div class="above-4"><Note kind="wait">{say.importNone(l)}</Note></div>;
  const look = async () => {
    const hashes = [...new Set(ticked.flatMap((i) => matches[i]?.hashes ?? []))].slice(0, CONTACT_LIMITS.looked);
    const answer = await run(() => api.post<LookedView>('/api/contacts/looked', { hashes }));
    if (answer) setLooked(answer);
  };
  return (
    <Section title={say.importFound(l)}>
      <p class="meta">{say.importTickLead(l)}</p>
      <ul class="list tight">
        {matches.map(({ contact }, i) => (
          <li key={contact.name + contact.emails[0]}>
            <label class="tick"><input type="checkbox" checked={ticked.includes(i)} onChange={(event) => setTicked(event.currentTarget.checked ? [...ticked, i] : ticked.filter((one) => one !== i))} /> <bdi>{contact.name || contact.emails[0]}</bdi></label>
          </li>
        ))}
      </ul>
      <RefusalNote refused={refused} />
      <div class="above-3"><Button kind="main" notYet={ticked.length === 0 ? say.importTickFirst(l) : undefined} busy={busy ? say.importAsking(l) : undefined} onClick={() => void look()}><Say>{say.importLook(l, { n: ticked.length })}</Say></Button></div>
      {looked && <Members looked={looked} />}
    </Section>
  );
};

const Members = ({ looked: { people } }: { looked: LookedView }) => {
  const { l } = useHere();
  const [person, setPerson] = useState<LookedView['people'][number]>();
  const [done, setDone] = useState<readonly string[]>([]);
  if (people.length === 0) return <p class="meta above-3" role="status">{say.importNobody(l)}</p>;
  return (
    <ul class="list tight above-4">
      {people.map((one) => (
        <li key={one.id} class="split">
          <PersonLine of={one} href={`/people/${one.id}`} detail={<Say>{lineText(l, one)}</Say>} />
          {one.tied ? <span class="meta">{say.importTied(l)}</span> : done.includes(one.id) ? <span class="meta">{say.importProposed(l)}</span> : <Button small icon="link" onClick={() => setPerson(one)}>{say.propose(l)}</Button>}
        </li>
      ))}
      <Dialog open={person !== undefined} onClose={() => setPerson(undefined)} title={say.propose(l)}>
        {person && <TieForm person={person} onDone={() => { setDone([...done, person.id]); setPerson(undefined); }} />}
      </Dialog>
    </ul>
  );
};

const Findable = ({ on }: { on: boolean }) => {
  const { l, acts } = useHere();
  const { busy, refused, run } = useAct();
  const turn = async () => {
    if ((await run(() => api.put('/api/contacts/findable', { on: !on }))) === undefined) return;
    tell(on ? say.findableOff(l) : say.findableOn(l));
    await acts.reload();
  };
  return (
    <Section title={say.findableTitle(l)}>
      <p>{on ? say.findableIs(l) : say.findableNot(l)}</p>
      <RefusalNote refused={refused} />
      <div class="above-2"><Button busy={busy ? say.findableBusy(l) : undefined} onClick={() => void turn()}>{on ? say.findableStop(l) : say.findableStart(l)}</Button></div>
    </Section>
  );
};
