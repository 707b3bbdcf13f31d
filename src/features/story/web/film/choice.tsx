/** A small button of a row of tools; pressed when its state is on. `aside` is a clinical run beside the words. */
export const Choice = ({ pressed, label, aside, onClick, children }: { pressed?: boolean; /** Where the sign alone does not say it. */ label?: string; aside?: string; onClick: () => void; children: string }) => (
  <button type="button" class="btn small" aria-pressed={pressed} aria-label={label} title={label} onClick={onClick}><span>{children}{aside && <> · <bdi dir="ltr">{aside}</bdi></>}</span></button>
);
