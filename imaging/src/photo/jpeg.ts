import { joinBytes } from '../bytes.ts';
import { cleanJpegParts, layOutJpeg } from '../codestream/jpeg.ts';
import { ok, type Result, refuse } from '../result.ts';
import { isSizeSane, type StrippedPicture } from './picture.ts';

/** A JPEG without Exif, XMP, colour profile, comment, thumbnail and trailing bytes; its coded picture bit for bit. */
export const stripJpeg = (bytes: Uint8Array): Result<StrippedPicture> => {
  const layout = layOutJpeg(bytes);
  if (!layout.ok) return refuse('photo-broken', layout.params);
  const { rows, columns, components, precision } = layout.value.size;
  if (!isSizeSane(columns, rows) || precision !== 8 || ![1, 3, 4].includes(components)) return refuse('photo-broken', { at: 0 });
  const { pieces, removed } = cleanJpegParts(bytes, layout.value);
  return ok({
    mediaType: 'image/jpeg', width: columns, height: rows, bytes: joinBytes(pieces), removed, trailing: bytes.length - layout.value.end,
  });
};
