import { type ControlAsks, type Controls, bindControls } from './controls.ts';
import type { Tool } from './drags.ts';
import { createPlayer } from './player.ts';
import type { Player, PlayerState } from './player-state.ts';
import type { PlayerSource } from './source.ts';

/** One pane of a viewer: an element that takes the focus, and the canvas in it. */
export type Pane = { readonly element: HTMLElement; readonly canvas: HTMLCanvasElement };

export type PaneState = PlayerState & {
  /** Index of the run in the case. */
  readonly run: number;
  readonly tool: Tool;
};

/** One pane that goes through the runs of a case; two of them make a side-by-side view. */
export type ViewerPane = {
  show(run: number): void;
  tool(tool: Tool): void;
  /** The player of the run that is shown; another one after each `show`. */
  readonly player: Player;
  state(): PaneState;
  onChange(hear: (state: PaneState) => void): () => void;
  dispose(): void;
};

/**
 * Opens a pane on the runs of a case. Each run gets a player of its own on the same canvas; the one before is let go, so
 * that never more than one run a pane holds memory. Asks of the controls go to `asks`, with next and previous run handled here.
 * `opened` hears of each new player before it has asked for any full frame.
 */
export function openPane(pane: Pane, runs: readonly PlayerSource[], first: number, asks: Omit<ControlAsks, 'run'> = {}, opened: (player: Player, run: number) => void = () => {}): ViewerPane {
  const ears = new Set<(state: PaneState) => void>();
  let run = Math.min(Math.max(0, first), runs.length - 1);
  let tool: Tool = 'auto';
  let open = openRun(run);

  function openRun(index: number): { player: Player; controls: Controls } {
    const source = runs[index];
    if (!source) throw new RangeError('a pane needs at least one run');
    const player = createPlayer(pane.canvas, source);
    opened(player, index);
    const controls = bindControls(pane.element, player, { ...asks, run: (by) => show(run + by) });
    controls.tool(tool);
    player.onChange(tell);
    return { player, controls };
  }

  function state(): PaneState {
    return { ...open.player.state(), run, tool };
  }

  function tell(): void {
    const now = state();
    for (const hear of ears) hear(now);
  }

  function show(next: number): void {
    const index = Math.min(Math.max(0, next), runs.length - 1);
    if (index === run) return;
    const wasPlaying = open.player.state().playing;
    close();
    run = index;
    open = openRun(run);
    if (wasPlaying) open.player.play();
    tell();
  }

  function close(): void {
    open.controls.dispose();
    open.player.dispose();
  }

  return {
    show,
    tool(next) {
      tool = next;
      open.controls.tool(next);
      tell();
    },
    get player() {
      return open.player;
    },
    state,
    onChange(hear) {
      ears.add(hear);
      return () => ears.delete(hear);
    },
    dispose() {
      ears.clear();
      close();
    },
  };
}

/** Makes one pane follow another, by `place`: the follower's frame for a frame of the leader. Returns how to stop. */
export function together(leader: ViewerPane, follower: ViewerPane, place: (leading: PaneState, following: PaneState) => number): () => void {
  return leader.onChange((state) => {
    const now = follower.state();
    const wanted = place(state, now);
    if (wanted !== now.frame) follower.player.seek(wanted);
  });
}
