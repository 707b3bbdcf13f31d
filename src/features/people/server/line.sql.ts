// The columns of a person's line, shared by the stores that list people.

export const lineColumns = `p.id, p.given_en as "givenEn", p.family_en as "familyEn", p.given_fa as "givenFa", p.family_fa as "familyFa", p.title, p.stage,
  i.name_en as "institutionEn", i.name_fa as "institutionFa", c.name_en as "cityEn", c.name_fa as "cityFa", c.country`;

/** Beside a person `p`: where they work and live. */
export const linePlaces = 'left join app.institutions i on i.id = p.institution_id left join app.cities c on c.id = coalesce(i.city_id, p.city_id)';
export const lineJoins = `app.people p ${linePlaces}`;
