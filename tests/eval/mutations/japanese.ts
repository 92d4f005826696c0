import type { Mutators } from './language-mutators.ts'

const affirmed: Record<string, string> = {
  ではなかった: 'だった',
  ではない: 'である',
  しなかった: 'した',
  しない: 'する',
  できない: 'できる',
  していません: 'しています',
}
const denied: Record<string, string> = {
  'である。': 'ではない。',
  'だった。': 'ではなかった。',
  'した。': 'しなかった。',
  'している。': 'していない。',
  'できる。': 'できない。',
}
const anyOf = (forms: Record<string, string>) =>
  new RegExp(
    Object.keys(forms)
      .sort((a, b) => b.length - a.length)
      .join('|'),
    'u',
  )
const by = (forms: Record<string, string>) => (form: string) => forms[form] ?? form

export const japanese: Mutators = {
  swaps: {
    comparison: [
      ...[
        '多い/少ない',
        '高い/低い',
        '増えた/減った',
        '上がった/下がった',
        '大きい/小さい',
        '長い/短い',
        '増加/減少',
      ],
      ...['上回/下回', '以上/以下', '速い/遅い', '最も多/最も少な'],
    ],
    order: ['その後/その前', '最初に/最後に', '年前/年後', 'る前に/た後に'],
    unit: [
      'キロメートル/メートル',
      '時間/分',
      'か月/年',
      '日間/週間',
      'グラム/キロ',
      'トン/キロ',
      'メートル/センチ',
    ],
    currency: ['円/ドル', 'ユーロ/円'],
  },
  denies: /ない|ません|なかっ|ず|無|不|未/u,
  affirm: [anyOf(affirmed), by(affirmed)],
  deny: [anyOf(denied), by(denied)],
  names:
    /(?<![\p{Script=Han}々])[\p{Script=Han}々]{1,3}[\p{Script=Han}\p{Script=Hiragana}]{1,3}(?=さん|氏|監督は)/gu,
  dressings: [
    ['1/ ', ''],
    ['', '(1/7)'],
    ['', ' 🧵'],
    ['', ' #ニュース https://example.com/a'],
    ['意外な事実:', ''],
    ['重要:', ''],
    ['何が起きたのか? ', ''],
    ['', 'すごい。'],
  ],
  leastLength: 14,
}
