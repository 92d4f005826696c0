import { measure } from '#app/features/counting/count.ts'
import type { Network } from '#app/features/counting/networks.ts'
import { numberTexts } from '#app/features/counting/numbering.ts'
import { AppError } from '#app/platform/errors.ts'
import type { GenerationOptions } from './options.ts'

/**
 * What keeps a thread from being ready, whatever its writer says: nothing in it, or a tweet over the network's limit
 * with its number. Null where nothing does.
 */
export function threadFault(
  texts: string[],
  { options, network }: { options: Pick<GenerationOptions, 'numbering'>; network: Network },
): AppError | null {
  if (texts.length === 0)
    return new AppError('nothing-written', 'The writer came back with nothing: try again.', {
      retryable: true,
    })
  const numbered = options.numbering ? numberTexts(texts) : texts
  if (!numbered.some((text) => measure(text, network).over)) return null
  return new AppError(
    'tweet-too-long',
    'A tweet came out over the limit and could not be shortened: try again.',
    { retryable: true },
  )
}
