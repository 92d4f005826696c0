import type { MailContent, MailLink, MailSection } from './mail-content.ts'

export type MailBody = { text: string; html: string }

const paragraphStyle = 'margin:0 0 16px'
const smallStyle = 'margin:0 0 8px;font-size:14px;line-height:1.5;opacity:.75'
const titleStyle = 'margin:32px 0 4px;font:500 22px/1.3 Georgia,serif'
const itemStyle = 'margin:0;padding:10px 0;border-top:1px solid #8887'
const codeStyle = 'margin:0 0 16px;font-size:28px;letter-spacing:6px;font-family:monospace'
const buttonStyle =
  'display:inline-block;background:#bf3718;color:#fffaf6;padding:12px 20px;border-radius:8px;text-decoration:none'

/** A message as text and as simple HTML that reads well on light and dark; every part of it is escaped. */
export async function mailBody(content: MailContent): Promise<MailBody> {
  return { text: textOf(content), html: htmlOf(content) }
}

function textOf({ paragraphs, sections = [], code, action, after = [], links = [] }: MailContent): string {
  const parts = [
    ...paragraphs,
    ...sections.map(({ title, about, items, more }) =>
      [
        `${title}\n${about}`,
        ...items.map(({ text, url, note }) => `- ${text}\n  ${note}\n  ${url}`),
        ...(more === undefined ? [] : [more]),
      ].join('\n\n'),
    ),
    code,
    action && `${action.label}:\n${action.url}`,
    ...after,
    ...links.map(({ label, url }) => `${label}: ${url}`),
    '-- \nThreadr',
  ]
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`
}

function htmlOf({ paragraphs, sections = [], code, action, after = [], links = [] }: MailContent): string {
  const paragraph = (text: string) => `<p style="${paragraphStyle}">${escapeHtml(text)}</p>`
  const link = ({ label, url }: MailLink, style: string) =>
    `<a style="${style}" href="${escapeHtml(url)}">${escapeHtml(label)}</a>`
  const inner = [
    ...paragraphs.map(paragraph),
    ...sections.map(sectionHtml),
    code && `<p style="${codeStyle}">${escapeHtml(code)}</p>`,
    action &&
      `<p style="${paragraphStyle}${sections.length > 0 ? ';padding-top:24px' : ''}">${link(action, buttonStyle)}</p>`,
    ...after.map(paragraph),
    links.length > 0 &&
      `<p style="${smallStyle}">${links.map((each) => link(each, 'color:inherit')).join(' · ')}</p>`,
  ]
    .filter(Boolean)
    .join('\n')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>
<body style="margin:0;padding:24px;font:16px/1.5 Helvetica,Arial,sans-serif"><div style="max-width:600px;margin:0 auto">
${inner}
</div></body></html>`
}

function sectionHtml({ title, about, items, more }: MailSection): string {
  const rows = items.map(
    ({ text, url, note }) =>
      `<p style="${itemStyle}"><a style="color:inherit;font-weight:600;text-decoration:none" href="${escapeHtml(url)}">${escapeHtml(text)}</a><br><span style="font-size:14px;opacity:.75">${escapeHtml(note)}</span></p>`,
  )
  return [
    `<h2 style="${titleStyle}">${escapeHtml(title)}</h2>`,
    `<p style="${smallStyle}">${escapeHtml(about)}</p>`,
    ...rows,
    more === undefined ? '' : `<p style="${smallStyle}">${escapeHtml(more)}</p>`,
  ]
    .filter(Boolean)
    .join('\n')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
