// One group: who speaks for it, who belongs to it, and what one may do there.

import { useState } from 'preact/hooks';
import { newId } from '#kernel/ids.ts';
import type { Locale } from '#kernel/locale.ts';
import { lineText, PersonPicker, useAct } from '#features/people/web/door.tsx';
import { api } from '#web/api.ts';
import { named, useLocale, useReload } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { browserRandom } from '#web/random.ts';
import type { Answer } from '#web/refusals.ts';
import { Say } from '#web/text/say.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Confirm } from '#web/ui/dialog.tsx';
import { Note, RefusalNote } from '#web/ui/note.tsx';
import { PersonLine } from '#web/ui/people.tsx';
import { Section } from '#web/ui/strips.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/groups.ts';
import type { GroupView, MemberView } from '../rules/present.ts';
import { kindText, standingText } from './said.ts';

export const title = (l: Locale, { group }: { group: GroupView }): string => named(l, group);

export const View = ({ data: { group } }: PageProps<{ group: GroupView }>) => {
  const l = useLocale();
  const reload = useReload();
  const { refused, run } = useAct();
  const [leaving, setLeaving] = useState(false);
  const act = async (work: () => Promise<Answer<unknown>>) => {
    if ((await run(work)) !== undefined) await reload();
  };
  const path = `/api/groups/${group.id}`;
  const officers = group.members.filter(({ role }) => role === 'officer');
  const members = group.members.filter(({ role }) => role === 'member');
  const purpose = l === 'fa' ? group.purposeFa || group.purposeEn : group.purposeEn || group.purposeFa;
  return (
    <>
      <p class="eyebrow">{kindText(l, group.kind)}{group.standing !== null && <> · {standingText(l, group.standing)}</>}</p>
      <h1><bdi>{named(l, group)}</bdi></h1>
      {purpose !== '' && <p class="above-2"><bdi>{purpose}</bdi></p>}
      <RefusalNote refused={refused} />
      {group.may.join && (
        <div class="stack above-4">
          <Note icon="people">{say.invitedNote(l)}</Note>
          <div class="row"><Button kind="main" onClick={() => void act(() => api.post(`${path}/join`))}>{say.join(l)}</Button><Button kind="bare" onClick={() => void act(() => api.post(`${path}/leave`))}>{say.decline(l)}</Button></div>
        </div>
      )}
      <Section title={say.officersTitle(l)}><People of={group} members={officers} act={act} /></Section>
      <Section title={say.membersTitle(l)}>{group.may.readMembers ? <People of={group} members={members} act={act} /> : <p class="meta">{say.membersOnly(l)}</p>}</Section>
      {group.may.invite && <Invite of={group} act={act} />}
      <div class="row above-5">
        <LinkButton href="/groups">{say.back(l)}</LinkButton>
        {group.may.leave && !group.may.join && <Button kind="stop" onClick={() => setLeaving(true)}>{say.leave(l)}</Button>}
      </div>
      <Confirm open={leaving} question={say.leaveAsk(l)} act={say.leave(l)} onNo={() => setLeaving(false)} onYes={() => { setLeaving(false); void act(() => api.post(`${path}/leave`)); }} />
    </>
  );
};

type Act = (work: () => Promise<Answer<unknown>>) => Promise<void>;

const People = ({ of: group, members, act }: { of: GroupView; members: readonly MemberView[]; act: Act }) => {
  const l = useLocale();
  return (
    <ul class="list tight">
      {members.map(({ person, role, joinedAt }) => (
        <li key={person.id} class="split">
          <PersonLine of={person} href={`/people/${person.id}`} detail={<><Say>{lineText(l, person)}</Say>{joinedAt === null && <> · {say.invitedTag(l)}</>}</>} />
          {group.may.invite && (
            <span class="row">
              {joinedAt !== null && <Button small onClick={() => void act(() => api.put(`/api/groups/${group.id}/members/${person.id}`, { role: role === 'officer' ? 'member' : 'officer' }))}>{role === 'officer' ? say.makeMember(l) : say.makeOfficer(l)}</Button>}
              <Button small onClick={() => void act(() => api.del(`/api/groups/${group.id}/members/${person.id}`))}>{joinedAt === null ? say.endInvited(l) : say.end(l)}</Button>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
};

const Invite = ({ of: group, act }: { of: GroupView; act: Act }) => {
  const l = useLocale();
  return (
    <Section title={say.inviteTitle(l)}>
      <PersonPicker without={group.members.map(({ person }) => person.id)} onPick={(person) => void act(async () => {
        const answer = await api.post(`/api/groups/${group.id}/invitations`, { id: newId(new Date(), browserRandom), personId: person.id });
        if (answer.ok) tell(say.inviteDone(l));
        return answer;
      })} />
    </Section>
  );
};
