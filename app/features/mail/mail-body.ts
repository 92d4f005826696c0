import { z } from 'zod'

/** What a message says: paragraphs of plain text, a code to type in, and one thing to do. */
export type MailContent = {
  paragraphs: string[]
  code?: string
  action?: { label: string; url: string }
  /** After the action: what it means, and what else there is to do. */
  after?: string[]
}

export const mailBodySchema = z.object({ text: z.string(), html: z.string() })
type MailBody = z.infer<typeof mailBodySchema>

const paragraphStyle = 'margin:0 0 16px'
const codeStyle = 'margin:0 0 16px;font-size:28px;letter-spacing:6px;font-family:monospace'
const buttonStyle =
  'display:inline-block;background:#bf3718;color:#fffaf6;padding:12px 20px;border-radius:8px;text-decoration:none'

/** A message as text and as simple HTML that reads well on light and dark; every part of it is escaped. */
export function mailBody({ paragraphs, code, action, after = [] }: MailContent): MailBody {
  const text = [...paragraphs, code, action && `${action.label}:\n${action.url}`, ...after, '-- \nThreadr']
    .filter((part) => part !== undefined)
    .join('\n\n')
  const inner = [
    ...paragraphs.map((paragraph) => `<p style="${paragraphStyle}">${escapeHtml(paragraph)}</p>`),
    code && `<p style="${codeStyle}">${escapeHtml(code)}</p>`,
    action &&
      `<p style="${paragraphStyle}"><a style="${buttonStyle}" href="${escapeHtml(action.url)}">${escapeHtml(action.label)}</a></p>`,
    ...after.map((paragraph) => `<p style="${paragraphStyle}">${escapeHtml(paragraph)}</p>`),
  ]
    .filter(Boolean)
    .join('\n')
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
<body style="margin:0;padding:24px;font:16px/1.5 Helvetica,Arial,sans-serif"><div style="max-width:600px;margin:0 auto">
${inner}
</div></body></html>`
  return { text: `${text}\n`, html }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
