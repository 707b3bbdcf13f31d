// Phones still write vCard 2.1: bare types, quoted-printable, charsets of their own. What names somebody is rewritten as 3.0; all else is left out,
// also of newer cards: a photo or a note never reaches the parser.

const wanted = /^(?:[\w-]+\.)?(VERSION|FN|N|EMAIL)(?=[;:])/i;
/** One value: the longest a line of a name or an address may be. */
const MOST = 4000;

/** Unfolds: a line that begins with a space, and in 2.1 one after a soft line end, belongs to the one before. */
const unfold = (card: string): string[] => {
  const lines: string[] = [];
  let open = false;
  for (const line of card.split(/\r\n|\n|\r/)) {
    const last = lines.length - 1;
    if (open) lines[last] = `${lines[last]?.slice(0, -1)}${line}`;
    else if (/^[ \t]/.test(line) && last >= 0) lines[last] += line.slice(1);
    else lines.push(line);
    const now = lines.at(-1) ?? '';
    open = /;?(?:ENCODING=)?QUOTED-PRINTABLE/i.test(now.slice(0, now.indexOf(':') + 1)) && now.endsWith('=') && now.length < MOST;
  }
  return lines;
};

const decoded = (text: string, charset: string): string => {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (let i = 0; i < text.length; i += 1) {
    const hex = text[i] === '=' ? /^[0-9A-F]{2}/i.exec(text.slice(i + 1, i + 3))?.[0] : undefined;
    if (hex === undefined) bytes.push(...encoder.encode(text[i]));
    else { bytes.push(Number.parseInt(hex, 16)); i += 2; }
  }
  try {
    return new TextDecoder(charset).decode(new Uint8Array(bytes));
  } catch {
    return new TextDecoder().decode(new Uint8Array(bytes));
  }
};

const rewritten = (line: string): string => {
  const colon = line.indexOf(':');
  const [property = '', ...params] = line.slice(0, colon).split(';');
  const value = line.slice(colon + 1);
  const quoted = params.some((one) => /^(ENCODING=)?QUOTED-PRINTABLE$/i.test(one.trim()));
  const charset = params.map((one) => /^CHARSET=(.+)$/i.exec(one.trim())?.[1]).find(Boolean) ?? 'utf-8';
  const text = quoted ? decoded(value, charset).replace(/\r?\n/g, ' ') : value;
  return `${property.replace(/^[\w-]+\./, '')}:${text}`;
};

/** The card as a small 3.0 card of its names and addresses. */
export const plainCard = (card: string): string => {
  const lines = unfold(card).filter((line) => wanted.test(line) && line.length < MOST);
  const body = lines.filter((line) => !/^VERSION[:;]/i.test(line)).map(rewritten);
  return ['BEGIN:VCARD', 'VERSION:3.0', ...body, 'END:VCARD'].join('\r\n');
};
