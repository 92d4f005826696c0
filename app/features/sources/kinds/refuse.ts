import { AppError } from '#app/platform/errors.ts'

/** What a file is called in a sentence about it. */
export type FileNoun = 'PDF' | 'Word document' | 'Office document' | 'e-book'

/** Characters (UTF-16) of the longest text that is read out of one file: several long novels. */
export const mostCharacters = 2_000_000

const count = (number: number) => number.toLocaleString('en')

function refuse(code: string, message: string, cause?: unknown): AppError {
  return new AppError(code, message, { status: 422, field: 'source', cause })
}

export function damaged(noun: FileNoun, cause?: unknown): AppError {
  return refuse(
    'file-damaged',
    `This ${noun} is damaged or was cut off, so it can't be read. Save or download it again, or paste its text instead.`,
    cause,
  )
}

export function guarded(noun: FileNoun): AppError {
  return refuse(
    'file-protected',
    noun === 'e-book'
      ? 'This e-book is copy-protected, so only its own reader opens it. Paste the part you want as text instead.'
      : `This ${noun} is protected by a password. Save a copy without one, or paste its text instead.`,
  )
}

/** For files that take far more to read than any text of their size needs. */
export function tooComplex(noun: FileNoun, cause?: unknown): AppError {
  return refuse(
    'file-too-complex',
    `This ${noun} unpacks to far more than a text needs, so it isn't read. Paste the part you want as text instead.`,
    cause,
  )
}

export function tooMany(noun: FileNoun, found: number, unit: string, most: number): AppError {
  return refuse(
    'source-too-long',
    `This ${noun} has ${count(found)} ${unit}; Threadr reads at most ${count(most)}. Split it, or paste the part you want.`,
  )
}

export function tooLong(noun: FileNoun): AppError {
  return refuse(
    'source-too-long',
    `This ${noun} holds more than ${count(mostCharacters)} characters of text, the most Threadr reads. Split it, or paste the part you want.`,
  )
}

/** A PDF without a letter of text in it. */
export function onlyPictures(): AppError {
  return refuse(
    'no-text-in-pdf',
    'The pages of this PDF are pictures of text, which Threadr can’t read. Run text recognition (OCR) on it first, or paste its text instead.',
  )
}
