import { findEntities } from '#app/features/counting/entities.ts'
import { type Finding, found, type Looked } from './finding.ts'
import { replaceRange, textFix } from './replace-range.ts'
import { asNobody, asNumberSign, unseenNote } from './unseen-mark.ts'

/** Words of style sheets, annotations and packages, which somebody on X is called too. */
const codeMentions = /^.(?:media|import|supports|keyframes|layer|override|deprecated|param|returns?|types)$/i
/** What X reads as a list of somebody's, and everybody else as a package: "@types/node". */
const packageName = /\//
/** "#3rd", "#2a": a number with its sign. */
const ordinal = /^.\p{Nd}/u
/** Colours: three or six hexadecimal digits, where a digit or three letters alike tell them from a word such as "#added". */
const colour = /^.(?=.*(?:\d|([a-f])\1\1))(?:[\da-f]{3}|[\da-f]{6})$/i
const codeHashtags = /^.(?:include|define|undef|ifdef|ifndef|endif|pragma|region|endregion)$/

/** Words after "@" and "#" that are meant as code, as a number or as a colour, and that X would link. */
export function accidentalTags(looked: Looked): Finding[] {
  const { tweet, thread } = looked
  if (thread.network !== 'x') return []
  return findEntities(tweet.text).flatMap((entity) => {
    const { kind, text, start } = entity
    if (kind === 'mention' && (codeMentions.test(text) || packageName.test(text)))
      return found(looked, {
        code: 'mention',
        level: 'look',
        at: start,
        message: `X takes “${text}” for somebody’s name, and tells them.`,
        fix: textFix(tweet.id, replaceRange(tweet.text, entity, asNobody(text)), 'Name nobody', unseenNote),
      })
    if (kind === 'hashtag' && (ordinal.test(text) || colour.test(text) || codeHashtags.test(text)))
      return found(looked, {
        code: 'hashtag',
        level: 'look',
        at: start,
        message: `X makes a hashtag of “${text}”.`,
        fix: textFix(
          tweet.id,
          replaceRange(tweet.text, entity, asNumberSign(text)),
          'Keep it from being a hashtag',
          unseenNote,
        ),
      })
    return []
  })
}
