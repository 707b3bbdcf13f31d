import { expect, test } from 'vitest';
import { nameKeys, nameLikeness } from './names.ts';
import { sameName } from './same-name.ts';

/** Family names as their bearers write them in Latin; the likeness knows none of them. */
const families = (
  'احمدی=Ahmadi محمدی=Mohammadi حسینی=Hosseini,Hoseini,Husseini رضایی=Rezaei,Rezai,Rezaie کریمی=Karimi موسوی=Mousavi,Moosavi,Musavi '
  + 'جعفری=Jafari,Jaafari صادقی=Sadeghi,Sadeqi قاسمی=Ghasemi,Qasemi,Gasemi رحیمی=Rahimi ابراهیمی=Ebrahimi,Ibrahimi هاشمی=Hashemi علوی=Alavi '
  + 'نوری=Nouri,Noori,Nuri یوسفی=Yousefi,Yusefi,Yoosefi سلطانی=Soltani,Sultani غلامی=Gholami,Qolami شریفی=Sharifi طاهری=Taheri خانی=Khani '
  + 'امیری=Amiri حیدری=Heydari,Heidari میرزایی=Mirzaei,Mirzaee,Mirzaie زارعی=Zarei,Zaree فتحی=Fathi عباسی=Abbasi باقری=Bagheri,Baqeri '
  + 'شفیعی=Shafiei,Shafiee,Shafii توکلی=Tavakoli,Tavakkoli بهرامی=Bahrami اسدی=Asadi نجفی=Najafi اکبری=Akbari رستمی=Rostami مرادی=Moradi '
  + 'حبیبی=Habibi کاظمی=Kazemi,Kazimi سعیدی=Saeedi,Saeidi,Saidi شاکری=Shakeri ملکی=Maleki دهقان=Dehghan,Dehqan '
  + 'پورمحمد=Pourmohammad,Poormohammad قربانی=Ghorbani,Qorbani عزیزی=Azizi حاتمی=Hatami رنجبر=Ranjbar فرهادی=Farhadi شیرازی=Shirazi '
  + 'تهرانی=Tehrani اصفهانی=Esfahani,Isfahani تبریزی=Tabrizi یزدانی=Yazdani خراسانی=Khorasani گیلانی=Gilani,Guilani قزوینی=Ghazvini,Qazvini '
  + 'کرمانی=Kermani زنجانی=Zanjani همدانی=Hamadani,Hamedani کاشانی=Kashani قمی=Ghomi,Qomi لاری=Lari بختیاری=Bakhtiari,Bakhtiyari '
  + 'افشار=Afshar قاجار=Ghajar,Qajar پهلوان=Pahlavan پهلوانی=Pahlavani شهریاری=Shahriari,Shahryari آذری=Azari آقایی=Aghaei,Aghaee,Aqaei '
  + 'آریا=Aria,Arya ایزدی=Izadi اسماعیلی=Esmaeili,Esmaili,Ismaili اعتمادی=Etemadi افتخاری=Eftekhari اشرفی=Ashrafi الهی=Elahi '
  + 'امامی=Emami,Imami انصاری=Ansari عظیمی=Azimi عسگری=Asgari عرب=Arab عطایی=Ataei ضیایی=Ziaei,Ziaee ظریف=Zarif '
  + 'ذوالفقاری=Zolfaghari,Zolfaqari ثابتی=Sabeti صفوی=Safavi صالحی=Salehi طباطبایی=Tabatabaei,Tabatabai طالبی=Talebi وحیدی=Vahidi '
  + 'وکیلی=Vakili ولی‌زاده=Valizadeh خلیلی=Khalili خسروی=Khosravi,Khosrawi خداداد=Khodadad خوش‌نویس=Khoshnevis خواجه=Khajeh '
  + 'چنگیزی=Changizi,Chengizi ژیان=Zhian,Jian جهانی=Jahani جمشیدی=Jamshidi جلالی=Jalali غفاری=Ghaffari,Ghafari,Gaffari فیض=Feiz,Feyz '
  + 'فروزان=Forouzan,Foroozan,Furuzan پارسا=Parsa پناهی=Panahi تقوی=Taghavi,Taqavi ترابی=Torabi,Turabi داوری=Davari درویش=Darvish,Darwish '
  + 'رجبی=Rajabi روحانی=Rouhani,Rohani,Ruhani سبحانی=Sobhani,Subhani سهرابی=Sohrabi شجاعی=Shojaei,Shojaee شمس=Shams '
  + 'شیخ‌الاسلامی=Sheikholeslami,Sheikhol-Eslami صدر=Sadr مقدم=Moghaddam,Moghadam,Moqaddam منصوری=Mansouri,Mansoori,Mansuri مهدوی=Mahdavi '
  + 'مولوی=Molavi,Mowlavi میرحسینی=Mirhosseini نصیری=Nasiri ناصری=Naseri نیکو=Nikou,Nikoo,Niku وثوق=Vosough,Vosoogh یگانه=Yeganeh '
  + 'یاوری=Yavari یعقوبی=Yaghoubi,Yaghoobi,Yaqubi هدایت=Hedayat هنرمند=Honarmand لطفی=Lotfi لاریجانی=Larijani گودرزی=Goudarzi,Goodarzi '
  + 'گلستانی=Golestani کیانی=Kiani,Kiyani کوهی=Kouhi,Koohi کمالی=Kamali مجیدی=Majidi معینی=Moeini,Moini معصومی=Masoumi,Masoomi '
  + 'مصطفوی=Mostafavi مرتضوی=Mortazavi مطهری=Motahari محقق=Mohaghegh محبی=Mohebbi,Mohebi مؤمنی=Momeni مسئولی=Masouli '
).trim().split(' ').map((line) => line.split('=') as [string, string]).map(([persian, latin]) => ({ persian, latin: latin.split(',') }));

const typed = families.flatMap(({ persian, latin }) => latin.map((spelling) => ({ persian, spelling })));

test('every spelling is likest to its own name, and of a hundred at most one is not taken for it', () => {
  for (const { persian, spelling } of typed) {
    const own = sameName(persian, spelling);
    expect(families.filter((other) => other.persian !== persian && sameName(other.persian, spelling) >= own).map((other) => `${spelling} ${other.persian}`)).toEqual([]);
  }
  expect(typed.filter(({ persian, spelling }) => sameName(persian, spelling) < 0.8).length).toBeLessThanOrEqual(typed.length / 100);
});

test('spellings of one name are taken for one in Latin as well', () => {
  for (const { latin } of families) for (const a of latin) for (const b of latin) expect(sameName(a, b), `${a} ${b}`).toBeGreaterThanOrEqual(0.8);
});

test('the finder puts 98 of 100 alone at the head of what their keys find', () => {
  const keys = new Map(families.map(({ persian }) => [persian, nameKeys(persian)]));
  const alone = typed.filter(({ persian, spelling }) => {
    const asked = nameKeys(spelling);
    const found = families.filter((one) => keys.get(one.persian)?.some((key) => asked.some((typedKey) => key.startsWith(typedKey))));
    const own = nameLikeness(spelling, persian);
    return found.some((one) => one.persian === persian) && found.every((one) => one.persian === persian || nameLikeness(spelling, one.persian) < own);
  });
  expect(alone.length / typed.length).toBeGreaterThanOrEqual(0.98);
});
