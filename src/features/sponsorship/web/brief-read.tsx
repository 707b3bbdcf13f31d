import { countryText } from '#features/people/web/place-door.ts';
import type { Concept } from '#features/people/rules/profile-view.ts';
import { useHere } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import * as say from '#words/sponsorship.ts';
import { named } from '../rules/present.ts';
import type { Brief } from '../rules/wire.ts';
import { wishText } from './said.ts';

/** The brief as it is read. */
export const BriefRead = ({ of: { wants, passports, limits, say: maySay }, lang, concepts }: { of: Brief; lang: string; concepts: readonly Concept[] }) => {
  const { l } = useHere();
  const rows: [string, string, boolean][] = [
    [say.wishes(l), named(wants).map((key) => wishText(l, key, wants, concepts)).join(' · '), false],
    [say.passports(l), passports.map((one) => countryText(l, one)).join(l === 'fa' ? '، ' : ', '), false],
    [say.limitsLabel(l), limits, true], [say.sayLabel(l), maySay, true],
  ];
  return <dl class="facts">{rows.filter(([, text]) => text !== '').map(([label, text, own]) => <div key={label}><dt>{label}</dt><dd>{own ? <bdi lang={lang}>{text}</bdi> : <Say>{text}</Say>}</dd></div>)}</dl>;
};
