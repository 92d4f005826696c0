import type { PagePassage } from './blocks.ts'

/** Short lines that are the page's, not the article's; each is matched against a whole passage. */
const crumbLines: RegExp[] = [
  /^(?:share|share this.*|share on .*|tweet|pin it|email this.*|print(?: this.*)?|copy link|save|bookmark|like|follow(?: us.*)?|listen|listen to (?:this )?article.*|\d+ shares?)$/i,
  /^(?:advertisement|anzeige|werbung|publicité|publicidad|sponsored|promoted|ad|story continues below.*|article continues below.*|skip advertisement)$/i,
  /^(?:read more|learn more|more|continue reading|see more|show more|load more|view more|weiterlesen|mehr lesen|lire la suite|leer más)[.…:›»→\s]*$/i,
  /^(?:sign up|subscribe|get our|get the|join our|abonnieren|melden sie sich).{0,80}\b(?:newsletters?|inbox|e-?mail)\b.{0,60}$/i,
  /^(?:image|photo|picture|video|media|foto|bild) ?(?:source|credit|caption|copyright|quelle|by)?s?\s*[:：].{0,140}$/i,
  /^(?:image (?:source|caption|copyright)|media (?:caption|playback)|getty images|reuters|ap photo|afp)\b.{0,120}$/i,
  /^(?:\(?\d+\)? ?(?:comments?|kommentare?|commentaires?)|(?:comments?|kommentare?) ?\(?\d*\)?|leave a (?:comment|reply)|\(?\d+ posted\)?|comments? \(\d+ posted\)|next page\b.{0,60}|add a comment|post a comment|log in to post comments)$/i,
  /^(?:jump to|skip to) (?:navigation|search|content|main content|comments).*$/i,
  /^(?:(?:related|recommended|popular|trending|more)(?: (?:articles?|stories|posts?|topics|links|content|reading|news|on this story))|you (?:may|might) also like|see also|also read|read also|read next|up next|most read|most popular)\s*:?$/i,
  /^(?:\d+ min(?:ute)?s?(?: read)?|(?:reading|read) time:? .{1,20}|estimated reading time.*)$/i,
  /^(?:click here.{0,60}|tap here.{0,60}|back to top|top|previous|next|prev|home|menu|contents|table of contents|permalink|edit|\[edit\])$/i,
  /^(?:tags?|topics?|categories|category|filed under|posted in)\s*:.{0,200}$/i,
  /^(?:we use cookies|this (?:web)?site uses cookies|diese website verwendet cookies).{0,400}$/i,
  /^(?:all rights reserved|©|\(c\) ?\d{4}|copyright ©?).{0,140}$/i,
]

/** Openings of a line that leads to another article; a crumb where the line is mostly its link. */
const leadsElsewhere =
  /^(?:read (?:more|also|next|our)|see also|also (?:read|see)|related|more:|more on|watch|don't miss|lesen sie auch|mehr zum thema|siehe auch|lire aussi|à lire|lee también|vea también|main article|further information)\b/i

const apparatus =
  /^(?:references|external links|see also|further reading|bibliography|notes|footnotes|citations|sources|related(?: .*)?|einzelnachweise|weblinks|siehe auch|références|liens externes|voir aussi|referencias|enlaces externos|脚注|外部リンク|関連項目)$/i

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

type PageWords = { title: string | null; byline: string | null }

function isCrumb(passage: PagePassage): boolean {
  if (passage.kind === 'code' || passage.kind === 'table' || passage.text.length > 420) return false
  if (passage.kind !== 'heading' && crumbLines.some((line) => line.test(passage.text))) return true
  return passage.text.length <= 240 && passage.linked > 0.5 && leadsElsewhere.test(passage.text)
}

/** A short line that is nothing but a link and no sentence leads away; a list of links may well be the article. */
function isLoneLink(passage: PagePassage): boolean {
  return (
    passage.kind === 'paragraph' &&
    passage.linked > 0.95 &&
    passage.text.length <= 120 &&
    !/[.!?。！？…:"”»]$/.test(passage.text)
  )
}

const dateLine =
  /^(?:(?:published|posted|updated|last updated|date|am|vom)\b[:\s]*)?(?:\p{L}+,? )?(?:\d{1,2}\.? \p{L}{3,9}\.?,? \d{4}|\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?:[ ,|·-]+(?:at )?\d{1,2}[:.]\d{2}.{0,12})?$/iu

/** Whether a passage at the top only repeats what the snapshot says elsewhere: title, authors, date. */
function repeatsDetails(passage: PagePassage, { title, byline }: PageWords): boolean {
  if (passage.text.length > 200) return false
  const plain = letters(passage.text)
  if (title && plain === letters(title)) return true
  if (passage.kind === 'heading') return false
  if (dateLine.test(passage.text)) return true
  if (!byline) return false
  const rest = plain.replace(letters(byline), '')
  return rest !== plain && rest.length <= 30 && passage.text.length <= byline.length + 45
}

/** Sections at the end that list where else to look; only dropped when they hold links and nothing to read. */
function withoutApparatus(passages: readonly PagePassage[]): PagePassage[] {
  const kept: PagePassage[] = []
  for (let index = 0; index < passages.length; index += 1) {
    const passage = passages[index]
    if (!passage) continue
    if (passage.kind === 'heading' && apparatus.test(passage.text)) {
      const level = passage.level ?? 6
      let end = index + 1
      while (
        end < passages.length &&
        !(passages[end]?.kind === 'heading' && (passages[end]?.level ?? 6) <= level)
      )
        end += 1
      const section = passages.slice(index + 1, end).filter((each) => each.kind !== 'heading')
      const linked = section.filter((each) => each.linked > 0.4).length
      if (linked >= section.length * 0.6) {
        index = end - 1
        continue
      }
    }
    kept.push(passage)
  }
  return kept
}

const readsAsText = ({ kind, text, linked }: PagePassage) =>
  kind === 'code' ||
  kind === 'table' ||
  (linked < 0.5 && (text.length >= 80 || /[.!?。！？…][)"”»」）]?$/.test(text)))

/**
 * Cuts menus left at either end: short lines before the first or after the last passage that reads as text, where many
 * of them are links. At the end the cut is at the first link, so that a closing line stays.
 */
function withoutEdges(passages: readonly PagePassage[]): PagePassage[] {
  const first = passages.findIndex(readsAsText)
  const last = passages.findLastIndex(readsAsText)
  if (first === -1) return [...passages]
  const isMenu = (edge: readonly PagePassage[]) =>
    edge.length >= 3 && edge.filter(({ linked }) => linked > 0.3).length >= edge.length * 0.3
  const head = passages.slice(0, first)
  const tail = passages.slice(last + 1)
  const firstLink = tail.findIndex(({ linked }) => linked > 0.3)
  return [
    ...(isMenu(head) ? [] : head),
    ...passages.slice(first, last + 1),
    ...(isMenu(tail) ? tail.slice(0, firstLink) : tail),
  ]
}

/** Headings with nothing under them: what they headed was a picture, a form, or dropped. */
function withoutEmptyHeadings(passages: readonly PagePassage[]): PagePassage[] {
  return passages.filter((passage, index) => {
    if (passage.kind !== 'heading') return true
    const next = passages[index + 1]
    return next !== undefined && (next.kind !== 'heading' || (next.level ?? 6) > (passage.level ?? 6))
  })
}

/** How far from the top a byline or a date may stand. */
const topPassages = 6

/** Drops passages that belong to the page rather than to its article. Their order and texts stay otherwise. */
export function dropCrumbs(passages: readonly PagePassage[], words: PageWords): PagePassage[] {
  const linksAreContent = passages.filter(isLoneLink).length > passages.length * 0.5
  const drops = (passage: PagePassage) => isCrumb(passage) || (!linksAreContent && isLoneLink(passage))
  const article = passages.filter((passage, index) => {
    const next = passages[index + 1]
    if (
      passage.kind === 'heading' &&
      next &&
      drops(next) &&
      crumbLines.some((line) => line.test(passage.text))
    ) {
      return false
    }
    return !drops(passage) && !(index < topPassages && repeatsDetails(passage, words))
  })
  return withoutEmptyHeadings(withoutApparatus(withoutEdges(article)))
}
