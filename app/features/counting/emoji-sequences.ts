/*
 * Emoji that are written with several code points and weigh 2 on X all the same. What X weighs is a closed list, not
 * a grammar: two emoji with a joiner that form no known emoji are weighed one by one. So this is a list too, written as
 * patterns: what twitter-text 3.1.0 knows (Emoji 11), and what Unicode has recommended since (Emoji 12 to 17). Nothing
 * here asks the platform for character properties, so that every browser and server counts alike. Code points newer
 * than twitter-text's list, and those set aside for coming emoji, may join with any others.
 */

const skin = '[🏻-🏿]'
const vs = '\\ufe0f'
const join = '\\u200d'
const gendered = `${join}[♀♂]${vs}`
const facing = `${join}➡${vs}`

const roles = `(?:[⚕⚖✈]${vs}|[🌾🍳🎓🎤🎨🏫🏭💻💼🔧🔬🚀🚒🦰-🦳])`
const activePeople = '[🏃🏄🏊👮👱👳👷💁💂💆💇🙅-🙇🙋🙍🙎🚣🚴-🚶🤦🤵🤷-🤹🤽🤾🦸🦹🧖-🧝]'
const families = `(?:👨${join}[👨👩]|👩${join}👩|[👨👩])${join}(?:👦(?:${join}👦)?|👧(?:${join}[👦👧])?)`

// Emoji 12 to 17, and what their blocks have room for later ones; of the coloured shapes only those that are emoji.
const newer =
  '[\u{1f6d5}-\u{1f6df}\u{1f6fa}-\u{1f6ff}\u{1f7e0}-\u{1f7eb}\u{1f7f0}\u{1f90c}-\u{1f90f}\u{1f93f}\u{1f971}\u{1f972}\u{1f977}-\u{1f979}\u{1f97b}\u{1f9a3}-\u{1f9af}\u{1f9ba}-\u{1f9bf}\u{1f9c3}-\u{1f9cf}\u{1fa70}-\u{1faff}]'
const newerWithSkin = '[👫-👭👯💏💑🤌🤏🤝🤼🥷🦻🧍-🧏\u{1fac3}-\u{1fac5}\u{1faf0}-\u{1faff}]'
const pictograph = `(?:[\\u2190-\\u2bff\\u{1f000}-\\u{1faff}]${vs}?${skin}?)`
const newerElement = `(?:${newerWithSkin}${skin}|${newer}${vs}?)`
const between = `${join}(?:❤${vs}${join}(?:💋${join})?|[🤝🐰🫯]${join})`

const newerSequences = [
  `(?:👨${skin}${between}👨|👩${skin}${between}[👨👩]|🧑${skin}${between}🧑)${skin}`,
  `🧑${join}🤝${join}🧑`,
  `🧑(?:${join}🧑)?${join}🧒(?:${join}🧒)?`,
  `[👨-👩🧑]${skin}?${join}(?:[🦯🦼🦽](?:${facing})?|[🍼🩰])`,
  `🧑${skin}?${join}(?:${roles}|🎄)`,
  `[🏃🚶🧎]${skin}?(?:${gendered})?${facing}`,
  `[👰🧍-🧏🧔]${skin}?${gendered}`,
  `[👯🤼]${skin}${gendered}`,
  ...[
    '⛓\ufe0f 💥',
    '❤\ufe0f 🔥',
    '❤\ufe0f 🩹',
    '🏳\ufe0f ⚧\ufe0f',
    '🐈 ⬛',
    '🐕 🦺',
    '🐦 [⬛🔥]',
    '🐻 ❄\ufe0f',
  ],
  ...['👁\ufe0f 🗨\ufe0f', '😮 💨', '😵 💫', '😶 🌫\ufe0f', '🙂 [↔↕]\ufe0f'],
  `(?:${pictograph}${join})*${newerElement}(?:${join}${pictograph})+`,
  `(?:${pictograph}${join})+${newerElement}`,
  `${newerWithSkin}${skin}`,
  `[♾⚧]${vs}`,
].map((sequence) => sequence.replaceAll(' ', join))

const olderSequences = [
  `[👨👩]${skin}?${join}${roles}`,
  `[🏋🏌🕴🕵⛹](?:${skin}|${vs})${gendered}`,
  `${activePeople}${skin}?${gendered}`,
  `👨${join}❤${vs}${join}(?:💋${join})?👨`,
  `👩${join}❤${vs}${join}(?:💋${join})?[👨👩]`,
  families,
  `🏳${vs}${join}🌈`,
  `🏴${join}☠${vs}`,
  `👁${join}🗨`,
  `[👯🤼🧞🧟]${gendered}`,
  `[#*0-9]${vs}?\\u20e3`,
]

// Characters of text that a variation selector turns into an emoji, as far as twitter-text knows them.
const withSelector =
  '[©®™♟🀄🅰🅱🅾🅿🈂🈚🈯🈷🌡🌤-🌬🌶🍽🎖🎗🎙-🎛🎞🎟🏍🏎🏔-🏟🏳🏵🏷🐿👁📽🕉🕊🕯🕰🕳🕶-🕹🖇🖊-🖍🖥🖨🖱🖲🖼🗂-🗄🗑-🗓🗜-🗞🗡🗣🗨🗯🗳🗺🛋🛍-🛏🛠-🛥🛩🛰🛳‼⁉ℹ↔-↙↩↪⌚⌛⌨⏏⏭-⏯⏱⏲⏸-⏺Ⓜ▪▫▶◀◻-◾☀-☄☎☑☔☕☘☠☢☣☦☪☮☯☸-☺♀♂♈-♓♠♣♥♦♨♻♿⚒-⚗⚙⚛⚜⚠⚡⚪⚫⚰⚱⚽⚾⛄⛅⛈⛏⛑⛓⛔⛩⛪⛰-⛵⛸⛺⛽✂✈✉✏✒✔✖✝✡✳✴❄❇❗❣❤➡⤴⤵⬅-⬇⬛⬜⭐⭕〰〽㊗㊙]'
const withSelectorAndSkin = '[🏋🏌🕴🕵🖐☝⛷⛹✌✍]'
const withSkin =
  '[🎅🏂-🏄🏇🏊👂👃👆-👐👦-👩👮👰-👸👼💁-💃💅-💇💪🕺🖕🖖🙅-🙇🙋-🙏🚣🚴-🚶🛀🛌🤘-🤜🤞🤟🤦🤰-🤹🤽🤾🦵🦶🦸🦹🧑-🧝✊✋]'

// Region codes with a flag, by their first letter: "AC", "AD" and so on.
const regions =
  'ACDEFGILMOQRSTUWXZ BABDEFGHIJLMNOQRSTVWYZ CACDFGHIKLMNOPQRUVWXYZ DEGJKMOZ EACEGHRSTU FIJKMOR GABDEFGHILMNPQRSTUWY HKMNRTU ICDELMNOQRST JEMOP KEGHIMNPRWYZ LABCIKRSTUVY MACDEFGHKLMNOPQRSTUVWXYZ NACEFGILOPRUZ OM PAEFGHKLMNRSTWY QA REOSUW SABCDEGHIJKLMNORSTVXYZ TACDFGHJKLMNORTVWZ UAGMNSYZ VACEGINU WFS XK YET ZAMW'
const indicator = (letter: string) => String.fromCodePoint(0x1f1e6 + letter.charCodeAt(0) - 65)
const flags = regions
  .split(' ')
  .map((row) => `${indicator(row.charAt(0))}[${Array.from(row.slice(1), indicator).join('')}]`)
const tag = (letter: string) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))
const nations = ['eng', 'sct', 'wls'].map((code) => `🏴${Array.from(`gb${code}`, tag).join('')}\u{e007f}`)

const sequence = new RegExp(
  [
    ...newerSequences,
    ...olderSequences,
    `${withSelector}${vs}`,
    `${withSelectorAndSkin}(?:${vs}${skin}?|${skin})`,
    `${withSkin}${skin}`,
    ...nations,
    ...flags,
  ].join('|'),
  'gu',
)

// Nothing in the list is without one of these: selector, joiner, keycap, tag, regional indicator, skin tone.
const sign = /\ufe0f|\u200d|\u20e3|\udb40|\ud83c[\udde6-\uddff\udffb-\udfff]/

// The long pattern is tried only on runs of what emoji are made of.
const possibleRun = /(?:[#*0-9©®\u203c-\u2bff\u3030\u303d\u3297\u3299\ud83c-\udfff]|\u200d|\ufe0f)+/g

/** Ranges of UTF-16 offsets, flat (start, end, start, end …), of every emoji that takes several code points. */
export function emojiSequences(text: string): number[] {
  const ranges: number[] = []
  if (!sign.test(text)) return ranges
  // Not matchAll, which copies the pattern each time.
  possibleRun.lastIndex = 0
  for (let run = possibleRun.exec(text); run; run = possibleRun.exec(text)) {
    sequence.lastIndex = 0
    for (let match = sequence.exec(run[0]); match; match = sequence.exec(run[0])) {
      const start = run.index + match.index
      ranges.push(start, start + match[0].length)
    }
  }
  return ranges
}
