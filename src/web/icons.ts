// The drawn icons: 24 grid, stroke 1.75, one path each. The sprite stands once in every page's document (document.ts),
// so that no icon costs a request or a byte of script; components name an icon by its key only.

export const icons = {
  home: 'M4 11 12 4l8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z',
  cases: 'M4 5h16v14H4zM4 9h16M8 5v4M12 5v4M16 5v4',
  ask: 'M12 5v14M5 12h14',
  people: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.5-4 3-6 6.500-6s6 2 6.500 6M16 4.300a3.500 3.500 0 0 1 0 6.400M18 14.500c2 .8 3.200 2.700 3.500 5.500',
  opp: 'M4 12h3M17 12h3M10 12a3 3 0 0 0 4 0M7 8v8M17 8v8M7 9c3-2 7-2 10 0M7 15c3 2 7 2 10 0',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.500 4.500',
  lamp: 'M12 3v2M5 6l1.500 1.500M19 6l-1.500 1.500M12 8a5 5 0 0 0-3 9v2h6v-2a5 5 0 0 0-3-9zM10 21.500h4',
  next: 'M9 5l7 7-7 7',
  bell: 'M6 17h12l-1.500-2.500V11a4.500 4.500 0 0 0-9 0v3.500zM10.300 20a1.800 1.800 0 0 0 3.400 0',
  check: 'M5 12.500 10 17.500 19.500 7',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.500 2',
  seal: 'M4 6h16v12H4zM4 7l8 6 8-6M12 15.500v.01',
  warn: 'M12 4 21.500 20h-19zM12 10v4.500M12 17.200v.1',
  hid: 'M3 3l18 18M10 5.400A9.500 9.500 0 0 1 21.500 12a14 14 0 0 1-2.600 3.400M6.500 7A13 13 0 0 0 2.500 12c2 4.200 5.300 6.500 9.500 6.500 1.700 0 3.200-.4 4.600-1.100M9.900 9.900a3 3 0 0 0 4.200 4.200',
  phone: 'M6 3h3.500l1.500 5-2.500 1.800a13 13 0 0 0 5.700 5.700L16 13l5 1.500V18a3 3 0 0 1-3 3C10 21 3 14 3 6a3 3 0 0 1 3-3z',
  shield: 'M12 3l7.500 3v5.500c0 4.500-3 8-7.500 9.500-4.500-1.500-7.500-5-7.500-9.500V6zM8.500 12l2.500 2.500 4.500-5',
  up: 'M12 15V4M7.500 8.500 12 4l4.500 4.500M4 15v5h16v-5',
  down: 'M12 4v11M7.500 10.500 12 15l4.500-4.500M4 19.500h16',
  off: 'M3 3l18 18M5 12.500a10 10 0 0 1 4-2.500M2.500 9a14.500 14.500 0 0 1 5-3M12 5c3.600 0 7 1.400 9.500 4M15.500 10.600c1.300.5 2.500 1.200 3.500 2M8.500 16a5 5 0 0 1 7 0M12 19.500v.01',
  play: 'M7 4.500v15l12-7.500z',
  pause: 'M8 5v14M16 5v14',
  fwd: 'M6 5v14l9-7zM18 5v14',
  rew: 'M18 5v14l-9-7zM6 5v14',
  contrast: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 3v18M12 8h7.500M12 12h9M12 16h7.500',
  zoom: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.500 4.500M8 11h6M11 8v6',
  ruler: 'M3 16 16 3l5 5L8 21zM7 12l2 2M10 9l2 2M13 6l2 2',
  arrow: 'M19 5 6 18M6 9v9h9',
  full: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  invert: 'M4 4h16v16H4zM20 4 4 20M14 16h4M16 14v4M6 8h4',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4.200 4.200 0 0 0-6-6l-1.500 1.500M14 10a4 4 0 0 0-6 0l-3 3a4.200 4.200 0 0 0 6 6l1.500-1.500',
  two: 'M3 5h8v14H3zM13 5h8v14h-8z',
  hand: 'M3 12h12M11 7.500 15.500 12 11 16.500M19 5v14',
  edit: 'M4 20h4L19.500 8.500l-4-4L4 16zM13 7l4 4',
  same: 'M5 9h14M5 15h14',
  diff: 'M5 9h14M5 15h14M16 5 8 19',
  cal: 'M4 6h16v14H4zM4 10h16M8 3.500V7M16 3.500V7',
  pin: 'M12 21c4.500-5 7-8.400 7-11.500a7 7 0 0 0-14 0C5 12.600 7.500 16 12 21zM12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c3 3 3.500 6 3.500 9s-.5 6-3.500 9c-3-3-3.500-6-3.500-9S9 6 12 3z',
  feed: 'M5 19v.01M5 12a7 7 0 0 1 7 7M5 5a14 14 0 0 1 14 14',
  x: 'M6 6l12 12M18 6 6 18',
} as const;

export type IconName = keyof typeof icons;

/** The sprite to stand at the top of <body>. */
export const sprite = (): string =>
  `<svg class="vh" aria-hidden="true" focusable="false">${Object.entries(icons)
    .map(([name, path]) => `<symbol id="i-${name}" viewBox="0 0 24 24"><path d="${path}"/></symbol>`)
    .join('')}</svg>`;
