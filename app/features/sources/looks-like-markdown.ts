// Each of these is Markdown by itself: nobody writes it in plain text by chance.
const certain = [
  /^ {0,3}(?:```|~~~)/m,
  /^ {0,3}#{1,6} +\S/m,
  /(?<!\\)\[[^\]\n]{1,300}\]\((?:https?:|mailto:|\/|#|\.)[^)\n]{0,2000}\)/,
  /^ {0,3}\|.*\|[ \t]*\n {0,3}\|?[ \t]*:?-{2,}/m,
  /^\[[^\]\n]{1,100}\]:[ \t]+\S/m,
  /^[^\n]{3,100}\n={3,}[ \t]*$/m,
]

// Two different ones of these, or one of them thrice, are enough.
const likely = [
  /^ {0,3}[-*+] +\S/gm,
  /^ {0,3}\d{1,3}[.)] +\S/gm,
  /^ {0,3}> ?\S/gm,
  /(?<![\w*])\*\*[^*\n]{1,200}\*\*(?![\w*])/g,
  /(?<!\w)__[^_\n]{1,200}__(?!\w)/g,
  /(?<!`)`[^`\n]{1,100}`(?!`)/g,
  /!\[[^\]\n]{0,200}\]\([^)\n]{1,2000}\)/g,
]

/** How much of a text is looked at; marks show early, and the patterns cost by length. */
const sampleLength = 50_000

/** Whether a text is Markdown by its content: headings, fences, links and tables tell, lists and emphasis suggest. */
export function looksLikeMarkdown(input: string): boolean {
  const sample = input.slice(0, sampleLength).replace(/\r\n?/g, '\n')
  if (certain.some((mark) => mark.test(sample))) return true
  const counts = likely.map((mark) => sample.match(mark)?.length ?? 0)
  return counts.filter((count) => count > 0).length >= 2 || counts.some((count) => count >= 2)
}
