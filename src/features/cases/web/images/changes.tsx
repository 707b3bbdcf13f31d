// What stands in a file and in its clean copy. The values of the file are on this screen only.
import type { AttributeChange } from 'imaging/browser/protocol';
import type { Locale } from '#kernel/locale.ts';
import { useLocale } from '#web/context.tsx';
import { Say, X } from '#web/text/say.tsx';
import * as say from '#words/cases.ts';
import type { Look } from './desk.ts';

// The fields a doctor asks about first, in this order.
const names: Record<string, (l: Locale) => string> = {
  PatientName: say.imagesFieldPatientName, PatientID: say.imagesFieldPatientID, PatientBirthDate: say.imagesFieldPatientBirthDate, PatientAge: say.imagesFieldPatientAge,
  PatientSex: say.imagesFieldPatientSex, StudyDate: say.imagesFieldStudyDate, AcquisitionDate: say.imagesFieldAcquisitionDate, InstitutionName: say.imagesFieldInstitutionName,
  ReferringPhysicianName: say.imagesFieldReferringPhysicianName, PerformingPhysicianName: say.imagesFieldPerformingPhysicianName, AccessionNumber: say.imagesFieldAccessionNumber,
  PositionerPrimaryAngle: say.imagesFieldPositionerPrimaryAngle, PositionerSecondaryAngle: say.imagesFieldPositionerSecondaryAngle,
};
const order = Object.keys(names);

export const Changes = ({ look, number }: { look: Look; number: number }) => {
  const l = useLocale();
  const { changes, source } = look;
  const kept = changes.filter(({ before, after }) => after !== null && after === before).length;
  const gone = changes.filter(({ after }) => after === null).length;
  const first = order.flatMap((keyword) => changes.filter((one) => one.keyword === keyword && one.before !== ''));
  return (
    <section class="sect">
      <h2>{say.imagesRemovedTitle(l)} <span class="n meta">{say.imagesLookRun(l, { n: number })}</span></h2>
      {source === 'photo' ? <p>{say.imagesRemovedPhoto(l)}</p> : (
        <>
          <p class="meta">{say.imagesRemovedLead(l)}</p>
          <Table rows={first} />
          <details class="more"><summary><Say>{say.imagesRemovedAll(l, { n: changes.length })}</Say></summary><Table rows={changes} /></details>
          <p class="meta"><Say>{say.imagesRemovedSummary(l, { gone, kept, changed: changes.length - gone - kept })}</Say></p>
        </>
      )}
    </section>
  );
};

const Table = ({ rows }: { rows: readonly AttributeChange[] }) => {
  const l = useLocale();
  return (
    <table class="tab">
      <thead><tr><th scope="col">{say.imagesColumnField(l)}</th><th scope="col">{say.imagesColumnBefore(l)}</th><th scope="col">{say.imagesColumnAfter(l)}</th></tr></thead>
      <tbody>
        {rows.map(({ tag, keyword, before, after }) => (
          <tr key={tag}>
            <th scope="row">{names[keyword]?.(l) ?? <X>{keyword || tag}</X>}</th>
            <td class="value"><bdi class="x">{before}</bdi></td>
            <td class="value">{after === null ? say.imagesRemovedGone(l) : after === before ? say.imagesRemovedKept(l) : after === '' ? say.imagesRemovedEmptied(l) : <bdi class="x">{after}</bdi>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
