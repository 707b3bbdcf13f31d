// What the columns of a table of contacts are called by the programs that write them.

export const columnNames = {
  given: /^(given|first)[ _-]?name|^نام$|^نام کوچک/i,
  family: /^(family|last|sur)[ _-]?name|^surname|^نام خانوادگی/i,
  whole: /^(full[ _-]?|display[ _-]?)?name$|^نام کامل|^نام و نام خانوادگی/i,
  email: /e-?mail|ایمیل|رایانامه/i,
} as const;
