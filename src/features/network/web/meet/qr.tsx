import { encode } from 'uqr';

/** A QR code drawn as one path, dark on white in every light, so that any camera reads it. */
export const Qr = ({ text, label }: { text: string; label: string }) => {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
  return <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}><path class="paper" d={`M0 0h${size}v${size}h-${size}z`} /><path class="ink" d={path} /></svg>;
};
