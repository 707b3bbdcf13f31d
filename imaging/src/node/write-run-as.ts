import { joinBytes } from '../bytes.ts';
import { transferSyntaxOf } from '../dicom/transfer-syntaxes.ts';
import { writePart10 } from '../dicom/write.ts';
import { acquisitionElements, identifyingElements } from '../phantom/header.ts';
import type { FakeIdentity } from '../phantom/identity.ts';
import type { RenderedRun } from '../phantom/run-spec.ts';
import { littleEndian } from '../phantom/write-run.ts';
import { encoderOf } from './encoders.ts';

/** A run as an XA file in any transfer syntax that can be written here. Throws for one that cannot. */
export async function writeRunAs(run: RenderedRun, who: FakeIdentity, transferSyntax: string): Promise<Uint8Array<ArrayBuffer>> {
  const { size, bits = 8 } = run.spec;
  const stored = run.deep ?? run.frames;
  const elements = [...acquisitionElements(run), ...identifyingElements(run, who, false)];
  const encoder = await encoderOf(transferSyntax);
  if (!encoder) {
    if (transferSyntaxOf(transferSyntax)?.coding !== 'native') throw new RangeError(`nothing here writes ${transferSyntax}`);
    return writePart10({ transferSyntax, elements, pixel: { kind: 'native', bytes: joinBytes(stored.map(littleEndian)), vr: bits > 8 ? 'OW' : 'OB' } });
  }
  const frames = stored.map((data) => {
    const coded = encoder({ data, rows: size, columns: size, bits });
    return coded.length & 1 ? joinBytes([coded, new Uint8Array(1)]) : coded;
  });
  return writePart10({ transferSyntax, elements, pixel: { kind: 'encapsulated', frames } });
}
