/** Sound class of each Persian consonant; ث س ص are one sound, so are ت ط, ذ ز ض ظ, غ ق and ژ ج (Zhaleh, Jaleh). */
const sounds: Readonly<Record<string, string>> = {
  ب: 'b', پ: 'p', ت: 't', ط: 't', ث: 's', س: 's', ص: 's', ج: 'j', ژ: 'j', چ: 'C', ح: 'h', ه: 'h', خ: 'X', د: 'd',
  ذ: 'z', ز: 'z', ض: 'z', ظ: 'z', ر: 'r', ش: 'S', غ: 'q', ق: 'q', ف: 'f', ک: 'k', گ: 'g', ل: 'l', م: 'm', ن: 'n',
};

/** A second reading where Arabic and Central Asian spellings differ from Iranian ones: Farouk, Gaza. */
const saidAbroad: Readonly<Record<string, string>> = { ق: 'k', غ: 'g' };

/** Names whose final ی is an alef maqsura and is said «a» (Mousa, Mostafa); folding has taken the difference away. */
export const saidA: ReadonlySet<string> = new Set(['موسی', 'عیسی', 'مصطفی', 'مرتضی', 'مجتبی', 'یحیی', 'کبری', 'صغری', 'لیلی', 'بشری', 'طوبی', 'هدی', 'سلمی', 'یسری', 'کسری']);

const mostReadings = 8;

/** One letter inside a word: the classes it may be read as ('' = a vowel, not kept). */
function readings(letter: string, place: number, name: string): readonly string[] {
  const last = place === name.length - 1;
  if (letter === 'و') return place === 0 ? ['v'] : ['', 'v'];
  if (letter === 'ی') return place === 0 && name[1] !== undefined ? ['y'] : [''];
  if ((letter === 'ه' || letter === 'ح') && last && place > 0) return [''];
  const sound = sounds[letter] ?? '';
  if (place > 0 && letter === name[place - 1]) return [sound, '']; // Latin writes امیررضا and الله with one or two
  const foreign = saidAbroad[letter];
  return foreign ? [sound, foreign] : [sound];
}

/**
 * Consonant skeletons of one folded name word in Persian script: `a` marks an initial vowel, `i` a final «ی», capitals are the
 * sounds written with two Latin letters (C ch, S sh, X kh). A «و» may be a vowel or v: both readings are given.
 */
export function persianSkeletons(name: string): string[] {
  const startsWithVowel = /^[اع]/.test(name) || /^ای/.test(name);
  let skeletons = [startsWithVowel ? 'a' : ''];
  for (let place = 0; place < name.length; place++) {
    const options = readings(name[place] as string, place, name);
    const grown = skeletons.flatMap((skeleton) => options.map((sound) => skeleton + sound));
    skeletons = grown.length > mostReadings ? skeletons.map((skeleton) => skeleton + options[0]) : grown;
  }
  const ends = name.length < 3 ? [''] : saidA.has(name) || name.endsWith('یع') ? ['', 'i'] : name.endsWith('ی') ? ['i'] : [''];
  return [...new Set(skeletons.flatMap((skeleton) => ends.map((end) => skeleton + end)))];
}
