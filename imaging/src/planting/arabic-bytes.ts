// One byte a letter, as older devices and Windows programs write Arabic and Persian.

/** ISO 8859-6, for Arabic letters; undefined for a text that has none or has letters without a place there. */
export const iso8859Arabic = (text: string): Uint8Array | undefined => {
  const codes = [...text].map((letter) => letter.codePointAt(0) as number);
  if (!codes.some((code) => code > 0x600)) return undefined;
  const bytes = codes.map((code) => (code < 0x80 ? code : code >= 0x60c && code <= 0x652 ? code - 0x560 : -1));
  return bytes.includes(-1) ? undefined : Uint8Array.from(bytes);
};

// Letters of Windows code page 1256 from 0x80 on, as far as names need them; a gap stands for what is no letter of either language.
const CP1256: Readonly<Record<string, number>> = {
  پ: 0x81, چ: 0x8d, ژ: 0x8e, گ: 0x90, ک: 0x98, 'ء': 0xc1, آ: 0xc2, أ: 0xc3, ؤ: 0xc4, إ: 0xc5, ئ: 0xc6, ا: 0xc7, ب: 0xc8, ة: 0xc9, ت: 0xca, ث: 0xcb,
  ج: 0xcc, ح: 0xcd, خ: 0xce, د: 0xcf, ذ: 0xd0, ر: 0xd1, ز: 0xd2, س: 0xd3, ش: 0xd4, ص: 0xd5, ض: 0xd6, ط: 0xd8, ظ: 0xd9, ع: 0xda, غ: 0xdb,
  ف: 0xdd, ق: 0xde, ك: 0xdf, ل: 0xe1, م: 0xe3, ن: 0xe4, ه: 0xe5, و: 0xe6, ى: 0xec, ي: 0xed, ی: 0xed,
};

/** Windows-1256; Persian ye is written as the Arabic one, which has a place there. */
export const windows1256 = (text: string): Uint8Array | undefined => {
  const bytes = [...text].map((letter) => CP1256[letter] ?? ((letter.codePointAt(0) as number) < 0x80 ? (letter.codePointAt(0) as number) : -1));
  return bytes.includes(-1) || bytes.every((byte) => byte < 0x80) ? undefined : Uint8Array.from(bytes);
};
