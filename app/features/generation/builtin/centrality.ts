/** A sentence as weighted terms, of length 1 unless empty. */
export type Vector = ReadonlyMap<string, number>

/** TF-IDF vectors of unit length, one for each list of terms. */
export function vectors(documents: readonly string[][]): Vector[] {
  const documentFrequency = new Map<string, number>()
  for (const document of documents) {
    for (const term of new Set(document)) documentFrequency.set(term, (documentFrequency.get(term) ?? 0) + 1)
  }
  return documents.map((document) => {
    const counts = new Map<string, number>()
    for (const term of document) counts.set(term, (counts.get(term) ?? 0) + 1)
    let squares = 0
    for (const [term, count] of counts) {
      const rarity = Math.log(1 + documents.length / (documentFrequency.get(term) ?? 1))
      const weight = (1 + Math.log(count)) * rarity
      counts.set(term, weight)
      squares += weight * weight
    }
    const norm = Math.sqrt(squares)
    if (norm > 0) for (const [term, weight] of counts) counts.set(term, weight / norm)
    return counts
  })
}

/** Cosine of two vectors of unit length, 0 to 1. */
export function similarity(one: Vector, other: Vector): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0)
  return sum
}

// Below this two sentences share no more than a passing word.
const edgeThreshold = 0.08
// Above this many sentences a graph of all pairs would take seconds; the distance to the whole text ranks them nearly alike.
const largestGraph = 700
const damping = 0.85

/** How central each sentence is to the text, 0 to 1: the share of the others that rank below it in a LexRank graph. */
export function centrality(sentences: readonly Vector[]): number[] {
  return ranks(sentences.length > largestGraph ? nearnessToWhole(sentences) : pageRank(sentences))
}

function pageRank(sentences: readonly Vector[]): number[] {
  const size = sentences.length
  const edges = sentences.map(() => new Map<number, number>())
  const postings = new Map<string, [number, number][]>()
  sentences.forEach((vector, index) => {
    const sums = new Float64Array(index)
    for (const [term, weight] of vector) {
      const list = postings.get(term) ?? []
      for (const [other, otherWeight] of list) sums[other] = (sums[other] ?? 0) + weight * otherWeight
      list.push([index, weight])
      postings.set(term, list)
    }
    sums.forEach((value, other) => {
      if (value < edgeThreshold) return
      edges[index]?.set(other, value)
      edges[other]?.set(index, value)
    })
  })
  const totals = edges.map((edge) => Array.from(edge.values()).reduce((sum, value) => sum + value, 0))
  let rank = new Float64Array(size).fill(1 / Math.max(1, size))
  for (let round = 0; round < 20; round++) {
    const next = new Float64Array(size).fill((1 - damping) / Math.max(1, size))
    edges.forEach((edge, index) => {
      const share = (damping * (rank[index] ?? 0)) / (totals[index] || 1)
      for (const [other, weight] of edge) next[other] = (next[other] ?? 0) + share * weight
    })
    rank = next
  }
  return Array.from(rank)
}

function nearnessToWhole(sentences: readonly Vector[]): number[] {
  const whole = new Map<string, number>()
  for (const vector of sentences) {
    for (const [term, weight] of vector) whole.set(term, (whole.get(term) ?? 0) + weight)
  }
  return sentences.map((vector) => similarity(vector, whole))
}

/** Values as the share of the others below them; equal values share one place. */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value)
  const result = new Array<number>(values.length).fill(0)
  let below = 0
  order.forEach(({ value, index }, place) => {
    const previous = order[place - 1]
    if (previous && value - previous.value > 1e-12) below = place
    result[index] = values.length > 1 ? below / (values.length - 1) : 1
  })
  return result
}
