import type { ExportFormat } from '#app/features/threads/exports/format-names.ts'

export const formatWords: Record<ExportFormat, { name: string; about: string }> = {
  text: { name: 'Text', about: 'As it is copied.' },
  markdown: { name: 'Markdown', about: 'For notes and sites.' },
  json: { name: 'JSON', about: 'For programs.' },
  csv: { name: 'CSV', about: 'For spreadsheets.' },
  html: { name: 'HTML', about: 'To print or keep.' },
}
