/** Ink on warm paper, and the same by night: the tokens of app.css, which no mail program knows. [light, dark] */
export const colours = {
  paper: ['#faf7f1', '#181512'],
  surface: ['#fffdf9', '#211d19'],
  ink: ['#211c17', '#f0e9df'],
  muted: ['#635a50', '#b3a89b'],
  hairline: ['#e4dbce', '#38312a'],
  accent: ['#bf3718', '#f4775a'],
  onAccent: ['#fffaf6', '#210d07'],
  thread: ['#d4472a', '#ee6b4c'],
} as const

export const light = (name: keyof typeof colours) => colours[name][0]
const dark = (name: keyof typeof colours) => colours[name][1]

/** A line down the middle of a cell. Outlook on Windows draws none there, and the line has a gap beside the knot. */
export const lineThrough = (colour: string) => `linear-gradient(${colour},${colour})`

/** What a class is by night: inline styles hold the light look, for programs that read nothing else. */
const byNight = [
  ['paper', 'background-color', dark('paper')],
  ['surface', 'background-color', dark('surface')],
  ['surface', 'border-color', dark('hairline')],
  ['ink', 'color', dark('ink')],
  ['muted', 'color', dark('muted')],
  ['line', 'border-color', dark('thread')],
  ['knot', 'background-color', dark('thread')],
  ['ring', 'background-color', dark('paper')],
  ['ring', 'border-color', dark('thread')],
  ['through', 'background-image', lineThrough(dark('thread'))],
  ['action', 'background-color', dark('accent')],
  ['action', 'color', dark('onAccent')],
  ['action span', 'color', dark('onAccent')],
] as const

const rule = ([selector, property, value]: (typeof byNight)[number], under = '') =>
  `${under}.${selector}{${property}:${value}!important}`

/** The only style sheet of a message, without signs that HTML escapes. Outlook.com and its apps say that it is night by attributes of their own. */
export const sheet = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  `.paper{background-color:${light('paper')}}`,
  `@media (prefers-color-scheme:dark){${byNight.map((each) => rule(each)).join('')}}`,
  ...byNight.filter(([, property]) => property === 'color').map((each) => rule(each, '[data-ogsc] ')),
  ...byNight
    .filter(([, property]) => property === 'background-color')
    .map((each) => rule(each, '[data-ogsb] ')),
  '@media (max-width:480px){.edge{padding:24px 16px!important}.heading{font-size:24px!important}}',
].join('')
