// Real films that carry no writing, and ultrasound that does, where the folder of sample files is beside the checkout; as the search for writing sees them.

import { nodeCodecs } from '../../imaging/src/node/codecs.ts';
import { haveRealFiles, readReal } from '../../imaging/src/node/real-frames.ts';
import { decodeFrame } from '../../imaging/src/pixels/decode.ts';
import type { Frame } from '../../imaging/src/pixels/format.ts';
import { lumaMaker } from '../../imaging/src/pixels/luma.ts';
import type { Plane } from '../../imaging/src/pixels/plane.ts';

/** A coronary cine of 96 frames, 512², without writing. */
export const CORONARY = 'fo-dicom__HasFragmentSequence.dcm';
/** One frame of an injected brain, 1024² at 10 bits: as dense with small vessels as a picture can be. */
export const BRAIN = 'dicom-test-files__XA1_RLE.dcm';
/** Echo runs and stills in every kind of colour; their machines wrote into all of them. */
export const ECHOES: Record<string, string> = {
  'fo-dicom__DIRW0007.dcm': 'YBR run',
  'orthanc-tests__Issue16.dcm': 'YBR run of another machine',
  'pydicom__examples_ybr_color.dcm': 'small YBR run',
  'dcm4che__US-PAL-8-10x-echo.dcm': 'palette run',
  'orthanc-tests__Implicit-vr-us-palette.dcm': 'palette still',
  'orthanc-tests__1.2.840.10008.1.2.4.50.dcm': 'YBR still',
};

/** Null where the folder is not there. */
export async function greyFrames(name: string): Promise<Plane[] | null> {
  if (!haveRealFiles) return null;
  const { format, frames } = readReal(name);
  const codecs = nodeCodecs();
  const decoded: Frame[] = [];
  for (const bytes of frames) {
    const frame = await decodeFrame({ ...format, bytes }, codecs);
    if (!frame.ok) throw new Error(`${name}: ${frame.code}`);
    decoded.push(frame.value);
  }
  return decoded.map(lumaMaker(decoded));
}
