import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './icon.tsx';

export type FieldText = {
  label: ComponentChildren;
  hint?: ComponentChildren | undefined;
  /** A sentence that says what to do. The value is never cleared. */
  error?: ComponentChildren | undefined;
  wide?: boolean | undefined;
};

export type FieldIds = { id: string; describedBy: string | undefined; invalid: 'true' | undefined };

/** Label above, control, hint and error below. `children` gets the ids that tie them together. */
export const Field = ({ label, hint, error, wide, children, after }: FieldText & {
  children: (ids: FieldIds) => ComponentChildren;
  /** Between the control and the hint: "unknown", "not done". */
  after?: ComponentChildren;
}) => {
  const id = useId();
  const notes = [error ? `${id}e` : '', hint ? `${id}h` : ''].filter(Boolean).join(' ');
  return (
    <div class={fieldClass(error, wide)}>
      <label for={id}>{label}</label>
      {children({ id, describedBy: notes || undefined, invalid: error ? 'true' : undefined })}
      {after}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
};

export const fieldClass = (error: unknown, wide: boolean | undefined): string =>
  ['field', error ? 'bad' : '', wide ? 'wide' : ''].filter(Boolean).join(' ');

export const FieldNotes = ({ id, hint, error }: { id: string; hint?: ComponentChildren; error?: ComponentChildren }) => (
  <>
    {error && <span class="err" id={`${id}e`}><Icon name="warn" /><span>{error}</span></span>}
    {hint && <span class="hint" id={`${id}h`}>{hint}</span>}
  </>
);
