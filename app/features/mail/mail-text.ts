import { oneLine } from '#app/integrations/mail/headers.ts'
import type { MailContent } from './mail-content.ts'

/** A message as text, for programs and people that want no more. */
export function mailText({
  paragraphs,
  sections = [],
  code,
  action,
  after = [],
  links = [],
}: MailContent): string {
  const parts = [
    ...paragraphs,
    ...sections.map(({ title, about, items, more }) =>
      [
        `${title}\n${about}`,
        ...items.map(({ text, url, note }) => `- ${oneLine(text)}\n  ${note}\n  ${url}`),
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
