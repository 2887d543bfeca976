import { lookUpNames, minutesDraft, understand } from '../../src/features/imports/index.ts'
import type { Context } from '../../src/platform/context/context.ts'
import { readParts } from '../../src/platform/reading/read-parts.ts'
import type { KeyedText } from './list-readings.ts'
import { f1, type Scores, scoreReading } from './score.ts'

export interface TextScore {
  name: string
  scores: Scores
  /** Mean of all measures, 0 to 1. */
  mean: number
  /** Quotations that the text does not contain. */
  astray: string[]
}

/** Reads a text, and compares what was read with its key; here, as a process of its own for each of hundreds takes longer than all of that. */
export async function scoreText(context: Context, { name, bytes, key }: KeyedText): Promise<TextScore> {
  const [part] = await readParts(bytes, { name })
  if (!part) throw new Error(`There is no text in ${name}`)
  const { document } = part
  const draft = minutesDraft(document, await understand(lookUpNames(context), document))
  const scores = scoreReading(key, draft)
  const text = plain(bytes.toString('utf8'))
  return {
    name,
    scores,
    mean: mean(Object.values(scores).map(f1)),
    astray: quotesIn(draft).filter((quote) => !text.includes(plain(quote))),
  }
}

export const mean = (values: readonly number[]) =>
  values.reduce((total, each) => total + each, 0) / Math.max(1, values.length)

const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

function quotesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([field, part]) =>
    field === 'quote' && typeof part === 'string' ? [part] : quotesIn(part),
  )
}
