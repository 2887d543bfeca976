import type { Sentence } from '../outline.ts'
import type { Quotation } from '../reading.ts'
import type { StatedTie } from '../ties/tie.ts'

/** A sentence, or the part of it about one tie. */
export interface Told {
  sentence: Sentence
  /** Offsets in the passage. */
  start: number
  end: number
  plain: string
}

/** What a text says of a tie: whole sentences, or the part up to the next tie of the same sentence. */
export function toldOf(tie: StatedTie): Told[] {
  return tie.told.map((sentence) => {
    const part = sentence === tie.stated ? tie.within : tie.parts?.get(sentence)
    const start = part?.start ?? sentence.start
    const end = Math.min(part?.end ?? sentence.end, sentence.end)
    return { sentence, start, end, plain: sentence.unit.plain.slice(start, end) }
  })
}

/** The quotation of a whole sentence. */
export function quoteOf({ unit, start, end }: Sentence): Quotation {
  return { passage: unit.index, start, end }
}

/** The clause of a passage around a place: between marks that divide sentences. */
export function clauseAt(
  plain: string,
  start: number,
  end: number,
  from = 0,
  to = plain.length,
): { start: number; end: number } {
  let [first, last] = [start, end]
  while (first > from && !/[;:.]/.test(plain[first - 1] ?? '')) first -= 1
  while (last < to && !/[;.]/.test(plain[last] ?? '')) last += 1
  return { start: first, end: last }
}
