/** «ال» inside a name, said with the letter that follows: Noureddin, Abdorrahman. */
const assimilated = Object.fromEntries(Object.entries({ ت: 't', ط: 't', د: 'd', ر: 'r', ز: 'z', ذ: 'z', ض: 'z', س: 's', ص: 's', ش: 'sh', ن: 'n' })
  .map(([letter, latin]) => [`ال${letter}`, ['e', 'o', 'u', 'a'].flatMap((vowel) => [`${vowel}${latin}${latin}:5`, `${vowel}${latin}:35`]).join(' ')]));

/**
 * How a Persian letter, or two, is spelled in Latin names: each spelling with its cost in hundredths where it is not the usual one
 * (none = 0). Written from knowledge of how Iranians, Arabs and the languages of the world's places are spelled, not from pairs.
 * `^` begins a word, `$` ends one; `a(.e)` is an a before one letter and an e, as in Casey.
 */
export const spellings: Readonly<Record<string, string>> = {
  ...assimilated,
  ب: 'b bb p:50 v:60', پ: 'p pp b:50 ph:50 f:70', ت: 't tt th:10 d:50 ts:50 dt:20', ط: 't tt:5 th:15 d:50', ث: 's ss th:10 t:40',
  ج: 'j dj dzh:10 g:20 gi:30 ge:20 dg:10 dge:10 gg:30 zh:30 z:50 dz:40 ch:50 y:60 gy:20 dzs:10', چ: 'ch tch tsch c:25 cz:10 cs:20 ci:20 q:40 sh:50 j:60 tj:20',
  ح: 'h hh:10 kh:60 ch:60', خ: 'kh ch:20 h:30 j:15 x:20 k:40 g:40 gh:50 q:60', د: 'd dd dh:10 t:50 th:40', 'د$': 't:20', ذ: 'z:5 dh:10 d:20 th:30',
  ر: 'r rr rh:5 l:80', ز: 'z zz s:20 ts:50 x:40 c:50 th:60', ژ: 'zh j:10 g:15 ge:20 z:40 s:50 sh:50', س: 's ss c:10 sc:20 z:30 sz:10 x:40 sh:40 ts:50 th:50 ps:30 cz:50',
  ش: 'sh sch ch:10 s:30 sz:20 sj:10 x:20 sk:40 c:40 ci:40 ti:40 zh:40 j:60 skj:20', ص: 's ss:5 c:30 z:40', ض: 'z d:15 dh:10', ظ: 'z dh:10 d:30 th:40',
  ع: 'a:5 e:10 i:20 o:10 u:20 aa:5', غ: 'gh g:10 q:15 kh:50 k:50 h:60', ق: 'q gh k:10 g:15 c:15 ck:20 qu:10 kh:40 ch:60', ف: 'f ff ph v:30 p:50 w:60',
  ک: 'k c ck kk q:5 cc:5 ch:15 qu:10 que:10 kh:20 g:50', گ: 'g gg gh:10 gu:10 k:50 j:50 c:50 q:50', ل: 'l ll lh:10 r:80', م: 'm mm mb:40 n:50',
  ن: 'n nn gn:20 nh:10 ng:30 m:50 kn:10', نگ: 'ng', و: 'v w u o ou oo au:10 ow:5 oe:10 eau:10 oh:10 aw:20 b:50 f:40 ew:20 eu:15 ue:10 uo:15 oa:20 eo:20 a:45 e:70 y:50 ui:30 wh:10 hu:30 uh:10 vou:15 vu:15 wu:20',
  'وو': 'w v oo u:10 uw:5 vo wo wu ov uv ou:10', 'و^': 'v w', ه: 'h j:40 x:50 kh:60', 'یه$': 'ier:5 iez:10 ie ieh iyeh ye:5', 'ه$': 'ei:15 ey:15 a:5 eh ah e:5 h:10 et:20 es:40 ay:20 aye:20 i:50 ie:40 ia:40', ی: 'i y ee ie e:30 ei:5 ey:5 ea:15 ay:10 ai:20 ae:30 j:20 ii:5 ij:10 igh:10 eigh:10 ll:15 oe:40 ui:40 u:50 a:70 a(.e):20 eh:20',
  'ی$': 'a:30 e:15', 'ی^': 'y j:10 i:20 e:30 g:60', 'یی': 'i:5 ei ee ii ie yi ai:10 ayi eyi ey:5 y:10 ii:5', 'یا': 'ia ya ea:5 ja:10 iya a:50', 'ایو': 'au ao', ای: 'i(.e):5 i:30 ai ay', یو: 'u:20 u(.e):5 ew:5 ue:10 eu:10', 'ای^': 'i e:5 ee ei:5 ai:10 ea:10 y:10 ae:20', 'او^': 'o u ou oo au:5 ow:10 aw:10 uw:10 ov:10 av:20 w:20',
  'ا^': 'a e:5 o:5 i:10 u:10 ae:10 oe:20 ai:20 ea:20 ha:40 he:25 hi:30 ho:30 aa', ا: 'a aa o:20 u:35 e:35 ah:25 au:20 ae:15 ai:30 ea:20 oa:20 ha:30 oh:25 i:70 y:70', اا: 'a aa', 'اا^': 'a o:10 aa u:30 e:30 i:60 ai:15 ha:40',
  'اس^': 's st:99 sc:10', 'اش^': 'sh:5 s:10 sch:5', خوا: 'kha khwa:10', خوی: 'khi:20 khy:20', وال: 'ol:5 ul:5 al:15', 'کس': 'x cc:20 cs ks xc:20', 'گز': 'x:10 gz', 'تس': 'z ts c:20 tz ths:20 zz:10', 'دز': 'dz z:20 zz:10', 'تز': 'tz z:10 zz:5',
  نیا: 'na:15', نیو: 'no:15', 'نی': 'gn:5 ny ni nj', 'لی': 'll:10 lli:10 li lj ly gli:20', 'تش': 'ch:5 tch', 'شن': 'tion:5 sion:10', 'کو': 'qu co ku cu', 'گو': 'gu go w:40', 'سنت^': 'saint st:10 sankt santa:10', 'سن^': 'saint:5 san sen', 'سان^': 'san saint:15 sao:20',
  'ال^': 'al el il ul l:30 the:40', ال: 'al:5 el:5 ol:5 ul:5 il:10',
};

/** Cost of a Latin letter that no Persian one stands for; what is not named costs 1. Short vowels are not written in Persian. */
export const unwritten: Readonly<Record<string, number>> = { a: 0.12, e: 0.1, o: 0.15, i: 0.4, u: 0.2, y: 0.5, h: 0.3, w: 0.5, s: 0.8, t: 0.8 };
/** The same at the end of a word. */
export const unwrittenAtEnd: Readonly<Record<string, number>> = { e: 0.05, s: 0.4, t: 0.4, d: 0.5, h: 0.1, x: 0.5, a: 0.3, i: 0.5, o: 0.4, y: 0.6 };
/** The second letter of a long vowel, for which Persian would have a letter: Mahmoud, Saeed. */
export const unwrittenLong: Readonly<Record<string, number>> = { ou: 0.45, oo: 0.45, ee: 0.4 };
/** Cost of a Persian letter for which nothing is written in Latin; what is not named costs 1. */
export const unspelled: Readonly<Record<string, number>> = { ا: 0.5, و: 0.6, ی: 0.6, ه: 0.4, ح: 0.5, ع: 0.05 };
