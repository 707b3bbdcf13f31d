import type { ComponentChildren } from 'preact';
import { useLocale } from '#web/context.tsx';
import { UserText } from '#web/text/say.tsx';
import * as say from '#words/web.ts';
import { Icon } from './icon.tsx';

/** Under the head of every case page and in the viewer; never dismissible, never a button that dials. */
export const EmergencyLine = () => {
  const l = useLocale();
  return <p class="emg" role="note"><Icon name="phone" /><span><b>{say.emergencyFirst(l)}</b> {say.emergencyRest(l)}</span></p>;
};

/** In place of the asker where the name is hidden: no initials, no place, no time finer than the hour. */
export const HiddenStrip = () => <div class="hidden"><Icon name="hid" /><span>{say.hiddenStrip(useLocale())}</span></div>;

/** Something exists and is not shown to you: what it is, and when it opens. Never who, never how long the text is. */
export const Sealed = ({ title, opens }: { title: ComponentChildren; opens?: ComponentChildren }) => (
  <div class="sealed">
    <span class="wax"><Icon name="seal" /></span>
    <div><b>{title}</b>{opens && <div class="meta">{opens}</div>}</div>
  </div>
);

/** The asker's question: the largest text after the title, with the hanging mark of its own language. */
export const Question = ({ text, lang }: { text: string; lang: string }) => <UserText as="div" class="question" text={text} lang={lang} />;

/** Ruled rows of a case: `[label, what]`. */
export const Facts = ({ rows }: { rows: readonly (readonly [ComponentChildren, ComponentChildren])[] }) => (
  <dl class="facts">{rows.map(([label, what], i) => <div key={i}><dt>{label}</dt><dd>{what}</dd></div>)}</dl>
);

/** Scores beside each other: name, value as a clinical run, a word on its meaning. */
export const Scores = ({ of }: { of: readonly { name: string; value: ComponentChildren; meaning?: ComponentChildren }[] }) => (
  <dl class="scores">
    {of.map(({ name, value, meaning }) => (
      <div key={name}><dt><bdi class="x">{name}</bdi></dt><dd><bdi class="x nb">{value}</bdi>{meaning && <> <small>{meaning}</small></>}</dd></div>
    ))}
  </dl>
);

/** A thing that is there, or (`no`) is not. */
export const Chip = ({ no = false, children }: { no?: boolean; children: ComponentChildren }) => (
  <span class={no ? 'chip no' : 'chip'}><Icon name={no ? 'x' : 'check'} /><span>{children}</span></span>
);

/** A heading with what belongs to it; `n` is the second voice beside the heading (a count). */
export const Section = ({ title, n, children, first = false }: { title: ComponentChildren; n?: ComponentChildren; children: ComponentChildren; first?: boolean }) => (
  <section class={first ? 'sect first' : 'sect'}>
    <h2>{title}{n !== undefined && <span class="n">{n}</span>}</h2>
    {children}
  </section>
);
