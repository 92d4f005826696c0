import type { GenerationOptions } from '#app/features/generation/options.ts'

/*
 * The choices of the form, spelt out: importing the schema itself would bring the whole of zod to the landing page.
 * The types and a test keep them equal to it.
 */
const toneNames: Record<GenerationOptions['tone'], string> = {
  neutral: 'Neutral',
  conversational: 'Conversational',
  punchy: 'Punchy',
  formal: 'Formal',
}

export const toneChoices: [value: string, name: string][] = Object.entries(toneNames)

const fewest = 3
const most = 25

export const lengthChoices: [value: string, name: string][] = [
  ['', 'As many as it takes'],
  ...Array.from({ length: most - fewest + 1 }, (_, index): [string, string] => [
    String(fewest + index),
    `${fewest + index} tweets`,
  ]),
]
