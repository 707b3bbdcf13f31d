import './people.css';
import type { Locale } from '#kernel/locale.ts';
import { named, useHere } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { Say } from '#web/text/say.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Note } from '#web/ui/note.tsx';
import * as say from '#words/people.ts';
import type { CastMember } from '../rules/present.ts';
import { useEntered } from './after.ts';
import { Cast } from './cast.tsx';
import { CodeWay, EmailWay, PasskeyWay, PasswordWay } from './ways.tsx';

export const title = (l: Locale): string => say.signInTitle(l);

export const View = ({ data: { cast } }: PageProps<{ cast: CastMember[] | undefined }>) => {
  const { l, me } = useHere();
  const entered = useEntered();
  const ways = <Ways onIn={entered} />;
  return (
    <>
      <h1>{cast ? say.signInCastTitle(l) : say.signInTitle(l)}</h1>
      {cast && <p class="meta">{say.signInCastLead(l)}</p>}
      {me.person && <div class="above-3"><Note><Say>{say.signInAlready(l, { name: named(l, me.person) })}</Say> <a href="/">{say.signInToHome(l)}</a></Note></div>}
      {cast ? <Cast cast={cast} onIn={entered} /> : ways}
      {cast && <details class="more above-4"><summary>{say.signInOther(l)}</summary>{ways}</details>}
    </>
  );
};

const Ways = ({ onIn }: { onIn: () => Promise<void> }) => {
  const { l, me } = useHere();
  return (
    <div class="form above-4">
      {me.mailWorks && <EmailWay />}
      <PasskeyWay onIn={onIn} />
      <details class="more" open={!me.mailWorks}><summary>{say.signInCodeTitle(l)}</summary><CodeWay onIn={onIn} /></details>
      <details class="more"><summary>{say.signInPasswordTitle(l)}</summary><PasswordWay onIn={onIn} /></details>
      <div><LinkButton kind="bare" href="/join">{me.openSignUp ? say.signInJoinOpen(l) : say.signInJoin(l)}</LinkButton></div>
    </div>
  );
};
