/** What a thread can be written as, in the order that they are offered. */
export const exportFormats = ['text', 'markdown', 'json', 'csv', 'html'] as const
export type ExportFormat = (typeof exportFormats)[number]
