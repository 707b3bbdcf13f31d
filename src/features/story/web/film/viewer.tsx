// The viewer: panes, transport, tools, and below them the tier, the marks, the runs.

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useHere } from '#web/context.tsx';
import type { Params } from '#web/page.ts';
import type { CaseView } from '../../rules/present.ts';
import { pressed } from './keys.ts';
import { placeIn } from './links.ts';
import { MarkList, NoteForm } from './mark-desk.tsx';
import { authorsOf } from './mark-labels.ts';
import { Pane } from './pane.tsx';
import { fetchParts, HelpMap, LinkRow, Together } from './parts.ts';
import { Montage, Refer, RunStep, Summary } from './runs.tsx';
import { useAfterFilm } from './use-after-film.ts';
import { Tier } from './tier.tsx';
import { Tools } from './tools.tsx';
import { Transport } from './transport.tsx';
import { isNarrow, useDesk } from './use-desk.ts';
import { usePane } from './use-pane.ts';
import { useMarkDesk } from './use-mark-desk.ts';
import type { Shown } from './use-marks.ts';
import { useStudying } from './use-studying.tsx';

const fullScreen = (element: HTMLElement | null): void => {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void element?.requestFullscreen?.().catch(() => {});
};

/** Takes the focus to the pane beside, above or below. */
const toPane = (root: HTMLElement | null, active: number) => (columns: number, rows: number): void => {
  const wide = isNarrow() ? 1 : 2;
  const [column, row] = [(active % wide) + columns, Math.floor(active / wide) + rows];
  if (column < 0 || column >= wide || row < 0) return;
  root?.querySelectorAll<HTMLElement>('.pane')[row * wide + column]?.focus({ preventScroll: true });
};

export const Viewer = ({ of: c, query }: { of: CaseView; query: Params }) => {
  const { me } = useHere();
  const place = placeIn(query, c.runs.length);
  const desk = useDesk(c, place);
  const desks = useMarkDesk(c);
  const { marks, draft, chosen } = desks;
  const [help, setHelp] = useState(false);
  const [opened, setOpened] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const authors = useMemo(() => authorsOf(c, me.person), [c, me.person]);
  const { main, hand, slots } = desk;
  const at = slots[desk.active]?.run ?? 0;
  const now = usePane(main);
  const after = useAfterFilm(desk);
  useEffect(() => { if (after) fetchParts(); }, [after]);
  const focus = (): void => root.current?.querySelector<HTMLElement>('.pane.active')?.focus({ preventScroll: true });

  // An address that came by a link or the way back while the viewer stands.
  useEffect(() => {
    if (!desk.address.moved()) return;
    desk.arrange(place);
    desk.address.met();
    focus();
  }, [query]);
  // Keys act at once: on this page the viewer is what one came for.
  useEffect(() => { if (document.activeElement === document.body || document.activeElement?.tagName === 'H1') focus(); }, [main === undefined]);

  // A tool that goes takes the focus of its buttons with it: the keys go back to the pane.
  useLayoutEffect(() => { if (document.activeElement === document.body) focus(); }, [hand]);

  const asks = {
    fullScreen: () => fullScreen(root.current),
    help: () => {
      setOpened(true);
      setHelp(true);
    },
    layout: desk.toggle,
  };
  const link = (): void => desk.link(desk.linked === 'no' ? 'start' : 'no');
  const studying = useStudying(c, desk, desks, authors, focus);
  const stepRun = (by: -1 | 1): void => main?.show(main.state().run + by);
  const onKeyDown = (event: KeyboardEvent): void => void pressed(event, main, {
    ...asks, run: stepRun, pane: toPane(root.current, desk.active), hand: desk.take, layout: (panes?: number) => (panes === undefined ? asks.layout() : desk.layout(panes)), link, marking: c.may.mark,
    path: studying.togglePath,
    rub: desks.rubChosen, undo: marks.undo, redo: marks.redo,
    escape: () => {
      desk.take('auto');
      desks.drop();
    },
  });
  const open = (mark: Shown): void => {
    desks.setChosen(mark.id);
    desk.goTo(studying.indexOf(mark.runId), mark.frame);
    focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the panes and buttons inside, which take the focus themselves
    <div ref={root} class="stage" onKeyDown={onKeyDown} onKeyDownCapture={studying.onKeyDownCapture}>
      <div class={`panes n${slots.length}`}>
        {slots.map((slot, i) => (
          <Pane
            key={slot.key} runs={c.runs} sources={desk.sources} start={slot} active={i === desk.active} first={i === 0} hand={hand}
            marks={marks.all} draft={draft} chosen={chosen} authors={authors}
            above={i === desk.active ? studying.above : undefined}
            asks={{ ...asks, opened: desk.opened, ready: desk.ready(slot.key), focused: () => desk.activate(i), dropped: (run) => desk.put(run, i), drawn: (drawn) => { desks.begin({ ...drawn, note: '' }); desk.take('auto'); } }}
          />
        ))}
      </div>
      <div class="controls">
        {draft && <NoteForm drawn={draft} onSave={(words) => { desks.finish(words); focus(); }} onDrop={() => { desks.drop(); focus(); }} />}
        {studying.below(now?.run ?? at)}
        <RunStep runs={c.runs} at={now?.run ?? at} onStep={stepRun} />
        <Transport pane={main} runs={c.runs} at={at} marks={marks.all} />
        <Tools
          pane={main} runs={c.runs} hand={hand} panes={slots.length} linked={desk.linked} marking={c.may.mark}
          asks={{ hand: desk.take, layout: desk.layout, link: desk.link, full: asks.fullScreen, help: asks.help }}
        />
        {slots.length > 1 && <LinkRow desk={desk} runs={c.runs} />}
      </div>
      <div class="under">
        <Tier pane={main} runs={c.runs} at={at} filmOf={desk.filmOf} whole={desk.whole} asks={{ load: desk.load, again: () => main?.player.choose(main.state().choice) }} />
        <MarkList of={c} marks={marks} authors={authors} chosen={chosen} onOpen={open} onPlay={studying.play} rubbing={desks.rubbing} onRub={desks.setRubbing} />
        {c.may.remark && <Refer caseId={c.id} runs={c.runs} pane={main} />}
        {after && <Together of={c} desk={desk} />}
      </div>
      <Montage of={c} desk={desk} stills={after} onPick={(run) => { desk.goTo(run); focus(); }} />
      <Summary of={c} desk={desk} />
      {opened && <HelpMap open={help} onClose={() => setHelp(false)} />}
    </div>
  );
};
