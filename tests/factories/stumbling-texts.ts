import fc from 'fast-check'

// Pieces whose every order is worth a try: dots and what may be a domain, boundaries of links, marks, old emoji.
const latin = ['a', 'Z', 'é', 'ß', 'ſ', 'K', 'www.', 'a_b', 'x-y', '-', '_', 'b'.repeat(62), 'c'.repeat(64)]
const domains = [
  '.',
  '.com',
  '.co.uk',
  '.md',
  '.js',
  '.рф',
  '.中国',
  '.嘉里大酒店',
  '.嘉里',
  '.vermögensberater',
  'xn--p1ai',
]
const links = [
  'http://',
  'hTTps://',
  'ftp://',
  't.co/',
  'https://t.co/',
  '/',
  '/a_(b)',
  '((c))',
  '/@user/',
  ':80',
  '?x=1',
]
const signs = [...'@#$＠＃!?,;:()[]{}<>"\'`~|&=%+*^\\'].concat('。', '．', '–', '—', '…', '™')
const spaces = [
  ' ',
  '\n',
  '\u00a0',
  '\u3000',
  '\u2028',
  '\u200b',
  '\u200e',
  '\ufeff',
  '\uffff',
  '\u0000',
  '\u0085',
]
const scripts = [
  '日本',
  '한국어',
  'クラウド',
  'кот',
  'ευ',
  'ϵυ',
  'क्षि',
  'ไทย',
  'مصر',
  'ü'.repeat(50),
  '𠮷',
  '\u1100\u1161',
  '\u0301',
]
const halves = [
  '\ud83d',
  '\udc68',
  '\ud83c',
  '\udffb',
  '\ufe0f',
  '\ufe0e',
  '\u200d',
  '\u20e3',
  '🏽',
  '🇩',
  '🇪',
  '🏴',
  '\u{e0067}',
]
const emoji = [
  '👨',
  '👩',
  '👧',
  '❤️',
  '💻',
  '♀️',
  '🏃',
  '🕵',
  '☝',
  '☎️',
  '✈',
  '⚕',
  '🌈',
  '🏳️',
  '1',
  '#',
  '👨‍👩‍👧‍👦',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
]
const pieces = [latin, domains, links, signs, spaces, scripts, halves, emoji].map((all) =>
  fc.constantFrom(...all),
)
const mixture = fc.array(fc.oneof(...pieces), { maxLength: 14 }).map((all) => all.join(''))
const addresses = fc
  .array(fc.oneof(...[latin, domains, domains, links, signs].map((all) => fc.constantFrom(...all))), {
    maxLength: 9,
  })
  .map((all) => all.join(''))

/** Texts that a counter may stumble over; their emoji are none that twitter-text doesn't know. */
export const stumblingTexts = fc.oneof(mixture, addresses)
