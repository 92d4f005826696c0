type ChangedWord = { text: string; change: 'same' | 'added' | 'removed' }

/** What turns one text into another: struck out and underlined, so that it is told apart without colours too. */
export function ChangedWords({ words }: { words: readonly ChangedWord[] }) {
  return words.map(({ text, change }, at) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: the words of one comparison never move
    if (change === 'removed')
      return (
        <del key={at} className="bg-removed text-bad decoration-1">
          {text}
        </del>
      )
    if (change === 'added')
      return (
        <ins key={at} className="bg-added text-good decoration-1 underline-offset-2">
          {text}
        </ins>
      )
    return <span key={at}>{text}</span>
    // biome-ignore-end lint/suspicious/noArrayIndexKey: likewise
  })
}
