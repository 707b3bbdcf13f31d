// Where one works: institution, time zone, languages.
import { useEffect, useState } from 'preact/hooks';
import type { Id } from '#kernel/ids.ts';
import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Select } from '#web/ui/choice.tsx';
import * as say from '#words/people.ts';
import { languages } from '../rules/places.ts';
import type { ProfileView } from '../rules/profile-view.ts';
import type { ProfileDraft } from './draft.ts';
import { InstitutionField } from './institution-field.tsx';
import { languageText } from './said.ts';

export const WhereSection = ({ draft: { value, change }, institution, city }: { draft: ProfileDraft; institution: ProfileView['institution']; city: ProfileView['city'] }) => {
  const l = useLocale();
  const chosen = institution && { ...institution, cityEn: city?.nameEn ?? '', cityFa: city?.nameFa ?? '', country: city?.country ?? '' };
  return (
    <section class="stack">
      <h2>{say.meWhereTitle(l)}</h2>
      <InstitutionField chosen={chosen} onChoose={(one) => change({ institutionId: one.id as Id, cityId: one.cityId as Id })} />
      <ZoneField value={value.timeZone} onValue={(timeZone) => change({ timeZone })} />
      <Languages value={value.languages} onValue={(spoken) => change({ languages: spoken })} />
    </section>
  );
};

const ZoneField = ({ value, onValue }: { value: string; onValue: (zone: string) => void }) => {
  const l = useLocale();
  // The list is the browser's; the server's may be another, so it comes after the page stands.
  const [zones, setZones] = useState<readonly string[]>([value]);
  useEffect(() => setZones([...new Set([value, 'Asia/Tehran', ...Intl.supportedValuesOf('timeZone')])]), []);
  return <Select label={say.timeZone(l)} value={value} empty={false} onValue={(zone) => zone && onValue(zone)} options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))} />;
};

const Languages = ({ value, onValue }: { value: readonly string[]; onValue: (value: string[]) => void }) => {
  const l = useLocale();
  const left = languages.filter((code) => !value.includes(code)).map((code) => ({ value: code, label: languageText(l, code) }));
  return (
    <div class="stack near">
      <span class="lab">{say.languagesLabel(l)}</span>
      <div class="row">
        {value.map((code) => (
          <Button key={code} small icon="x" label={say.meRemove(l, { what: languageText(l, code) })} onClick={() => onValue(value.filter((one) => one !== code))}><Say>{languageText(l, code)}</Say></Button>
        ))}
      </div>
      <Select label={say.languagesAdd(l)} value={undefined} onValue={(code) => code && onValue([...value, code])} options={left} />
    </div>
  );
};
