// The viewer: panes, transport, tools, and below them the tier, the marks, the runs.

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useHere } from '#web/context.tsx';
import type { Params } from '#web/page.ts';
import type { CaseView, RunView } from '../../rules/present.ts';
import { HelpMap } from './help.tsx';
import { pressed } from './keys.ts';
import { LinkRow } from './link-row.tsx';
import { placeIn } from './links.ts';
import { MarkList, NoteForm } from './mark-desk.tsx';
import { authorsOf } from './mark-labels.ts';
import { keeping, useMeasuring } from './measure/use-measuring.ts';
import { MeasureRow } from './measure-row.tsx';
import { Pane } from './pane.tsx';
import { MeasureOver } from './parts.ts';
import { pathOf } from './path.ts';
import { PathBar } from './path-bar.tsx';
import { Montage, Refer, RunStep, Summary, Together } from './runs.tsx';
import { Tier } from './tier.tsx';
import { canSubtract, type Hand, Tools } from './tools.tsx';
import { Transport } from './transport.tsx';
import { isNarrow, useDesk } from './use-desk.ts';
import { usePane } from './use-pane.ts';
import { type Drawn, type Shown, useMarks } from './use-marks.ts';
import { pathKey, usePath } from './use-path.ts';

/** Marks in the making: what was drawn and waits for its words, which one is chosen, which one is asked about. */
const useMarkDesk = (c: CaseView) => {
  const marks = useMarks(c);
  const [draft, setDraft] = useState<Drawn>();
  const [chosen, setChosen] = useState<string>();
  const [rubbing, setRubbing] = useState<Shown>();
  const save = (drawn: Drawn | undefined): void => { if (drawn) void marks.add(drawn).then(setChosen); };
  // An arrow or a line without words is kept when the next is begun or the page is left; a text without text says nothing.
  const kept = (drawn: Drawn | undefined): Drawn | undefined => (drawn?.shape === 'arrow' || drawn?.shape === 'freehand' ? drawn : undefined);
  const leaving = useRef<() => void>(() => {});
  leaving.current = () => save(kept(draft));
  useEffect(() => () => leaving.current(), []);
  return {
    marks, draft, chosen, rubbing, setChosen, setRubbing,
    begin: (drawn: Drawn): void => {
      save(kept(draft));
      setDraft(drawn);
    },
    keep: async (drawn: Drawn): Promise<void> => setChosen(await marks.add(drawn)),
    finish: (words: Pick<Drawn, 'note' | 'details'>): void => {
      save(draft && { ...draft, ...words });
      setDraft(undefined);
    },
    drop: (): void => setDraft(undefined),
    rubChosen: (): void => setRubbing(marks.all.find(({ id, own }) => id === chosen && own)),
  };
};

const fullScreen = (element: HTMLElement | null): void => {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void element?.requestFullscreen?.().catch(() => {});
};

export const Viewer = ({ of: c, query }: { of: CaseView; query: Params }) => {
  const { me } = useHere();
  const place = placeIn(query, c.runs.length);
  const desk = useDesk(c, place);
  const desks = useMarkDesk(c);
  const { marks, draft, chosen } = desks;
  const [help, setHelp] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const authors = useMemo(() => authorsOf(c, me.person), [c, me.person]);
  const { main, hand, slots } = desk;
  const at = slots[desk.active]?.run ?? 0;
  const now = usePane(main);
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
    help: () => setHelp(true),
    layout: desk.toggle,
  };
  // The mask is taken away and given back by the tool itself; it stays while another tool is in hand.
  const take = (next: Hand): void => {
    if (next !== 'mask') {
      desk.take(next);
      return;
    }
    const off = main?.state().subtraction != null;
    if (!off && !canSubtract(c.runs[main?.state().run ?? 0] as RunView, main?.state().flat ?? true)) return;
    main?.player.subtract(off ? null : undefined);
    desk.take(off ? 'auto' : 'mask');
  };
  const toPane = (columns: number, rows: number): void => {
    const wide = isNarrow() ? 1 : 2;
    const [column, row] = [(desk.active % wide) + columns, Math.floor(desk.active / wide) + rows];
    if (column < 0 || column >= wide || row < 0) return;
    root.current?.querySelectorAll<HTMLElement>('.pane')[row * wide + column]?.focus({ preventScroll: true });
  };
  const link = (): void => desk.link(desk.linked === 'no' ? 'start' : 'no');
  const indexOf = (runId: string): number => c.runs.findIndex(({ id }) => id === runId);
  const path = usePath(desk, indexOf, ({ note }) => note, ({ id }) => desks.setChosen(id));
  const playPath = (marks: readonly Shown[]): void => {
    desk.take('auto');
    path.start(marks);
    focus();
  };
  const measuring = useMeasuring();
  const keep = c.may.mark ? keeping(measuring, desks.keep) : undefined;
  const stepRun = (by: -1 | 1): void => main?.show(main.state().run + by);
  const onKeyDown = (event: KeyboardEvent): void => void pressed(event, main, {
    ...asks, run: stepRun, pane: toPane, hand: take, layout: (panes?: number) => (panes === undefined ? asks.layout() : desk.layout(panes)), link, marking: c.may.mark,
    path: () => (path.on ? path.stop() : playPath(pathOf(marks.all, (marks.all.find(({ id }) => id === chosen) ?? marks.all[0])?.by ?? null))),
    rub: desks.rubChosen, undo: marks.undo, redo: marks.redo,
    escape: () => {
      desk.take('auto');
      desks.drop();
    },
  });
  const open = (mark: Shown): void => {
    desks.setChosen(mark.id);
    desk.goTo(indexOf(mark.runId), mark.frame);
    focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the panes and buttons inside, which take the focus themselves
    <div ref={root} class="stage" onKeyDown={onKeyDown} onKeyDownCapture={(event) => pathKey(event, path)}>
      <div class={`panes n${slots.length}`}>
        {slots.map((slot, i) => (
          <Pane
            key={slot.key} runs={c.runs} sources={desk.sources} start={slot} active={i === desk.active} first={i === 0} hand={hand}
            marks={marks.all} draft={draft} chosen={chosen} authors={authors}
            above={hand === 'measure' && i === desk.active ? (on) => <MeasureOver {...on} measuring={measuring} marks={marks.all} onKeep={keep} /> : undefined}
            asks={{ ...asks, opened: desk.opened, ready: desk.ready(slot.key), focused: () => desk.activate(i), dropped: (run) => desk.put(run, i), drawn: (drawn) => { desks.begin({ ...drawn, note: '' }); desk.take('auto'); } }}
          />
        ))}
      </div>
      <div class="controls">
        {draft && <NoteForm drawn={draft} onSave={(words) => { desks.finish(words); focus(); }} onDrop={() => { desks.drop(); focus(); }} />}
        <RunStep runs={c.runs} at={now?.run ?? at} onStep={stepRun} />
        <Transport pane={main} runs={c.runs} at={at} marks={marks.all} />
        <Tools
          pane={main} runs={c.runs} hand={hand} panes={slots.length} linked={desk.linked} marking={c.may.mark}
          asks={{ hand: take, layout: desk.layout, link: desk.link, full: asks.fullScreen, help: asks.help }}
        />
        <LinkRow desk={desk} runs={c.runs} />
      </div>
      <div class="under">
        <Tier pane={main} runs={c.runs} at={at} filmOf={desk.filmOf} whole={desk.whole} asks={{ load: desk.load, again: () => main?.player.choose(main.state().choice) }} />
        <MarkList of={c} marks={marks} authors={authors} chosen={chosen} onOpen={open} onPlay={playPath} rubbing={desks.rubbing} onRub={desks.setRubbing} />
        {c.may.remark && <Refer caseId={c.id} runs={c.runs} pane={main} />}
        <Together of={c} desk={desk} />
      </div>
      <Montage of={c} desk={desk} onPick={(run) => { desk.goTo(run); focus(); }} />
      <Summary of={c} desk={desk} />
      <HelpMap open={help} onClose={() => setHelp(false)} />
    </div>
  );
};
