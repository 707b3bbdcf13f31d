// The closed lists of an opinion, apart from the schemas: pages load these and no schema code.

export const stances = ['cabg', 'pci', 'tavi', 'surgery', 'device', 'drugs', 'wait', 'transfer', 'more-tests', 'other'] as const;
export const accesses = ['radial-right', 'radial-left', 'distal-radial', 'ulnar', 'brachial', 'femoral-right', 'femoral-left', 'axillary', 'carotid', 'transcaval', 'transapical', 'direct-aortic', 'venous-femoral', 'venous-jugular', 'transseptal'] as const;
export const disclosures = ['none', 'device-company', 'other'] as const;
