import { useState } from 'preact/hooks';
import type { Locale } from '#kernel/locale.ts';
import { useAct } from '#features/people/web/door.tsx';
import { api } from '#web/api.ts';
import { useHere } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { Button } from '#web/ui/button.tsx';
import { Check } from '#web/ui/choice.tsx';
import { Note, RefusalNote } from '#web/ui/note.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/stewardship.ts';
import type { NodeSettings } from './answers.ts';
import { StewardFrame } from './steward-frame.tsx';

export const title = (l: Locale): string => say.settingsTitle(l);

export const View = ({ data: { settings } }: PageProps<{ settings: NodeSettings }>) => {
  const { l, acts } = useHere();
  const [node, setNode] = useState(settings.node);
  const [openSignUp, setOpen] = useState(settings.openSignUp);
  const { busy, refused, run } = useAct();
  const save = async () => {
    if ((await run(() => api.put('/api/steward/settings', { node, openSignUp }))) === undefined) return;
    tell(say.settingsSaved(l));
    await acts.reloadMe();
  };
  return (
    <StewardFrame at="/steward/settings" title={say.settingsTitle(l)}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <div class="two">
          <TextField label={say.settingsNameEn(l)} value={node.nameEn} onValue={(nameEn) => setNode({ ...node, nameEn })} lang="en" maxLength={120} />
          <TextField label={say.settingsNameFa(l)} value={node.nameFa} onValue={(nameFa) => setNode({ ...node, nameFa })} lang="fa" maxLength={120} />
        </div>
        <Check checked={openSignUp} onValue={setOpen} hint={say.settingsOpenHint(l)}>{say.settingsOpen(l)}</Check>
        <h2>{say.settingsMail(l)}</h2>
        <Note kind={settings.mailWorks ? 'plain' : 'wait'}>{settings.mailWorks ? say.settingsMailWorks(l) : say.settingsMailNot(l)}</Note>
        <RefusalNote refused={refused} />
        <div><Button kind="main" type="submit" busy={busy ? say.settingsSaving(l) : undefined}>{say.settingsSave(l)}</Button></div>
      </form>
    </StewardFrame>
  );
};
