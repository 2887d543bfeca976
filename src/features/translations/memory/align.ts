import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { sentences } from '../../../platform/i18n/sentences.ts'

export interface Pair {
  from: string
  to: string
  source: string
  target: string
}

// A pair of one word teaches nothing, and one of a page fits nowhere else.
const shortest = 4
const longest = 1000

/** The sentences of a text, trimmed, in order. */
export function sentencesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => sentences(line).map(({ start, end }) => line.slice(start, end)))
}

/**
 * Texts that people wrote or reviewed in two languages, sentence by sentence if both have as many, else as a whole; each way. Machine
 * translations that nobody has reviewed, and those whose original has changed, are left out.
 */
export function alignText(text: LocalizedText): Pair[] {
  const trusted = Object.entries(text).filter(
    ([, { text: words, state }]) => words !== '' && (state === 'original' || state === 'reviewed'),
  )
  return trusted.flatMap(([from, source]) =>
    trusted
      .filter(([to]) => to !== from)
      .flatMap(([to, target]) =>
        align(source.text, target.text).map(([one, other]) => ({ from, to, source: one, target: other })),
      ),
  )
}

function align(source: string, target: string): [string, string][] {
  const [ones, others] = [sentencesOf(source), sentencesOf(target)]
  const pairs =
    ones.length === others.length
      ? ones.map((one, index): [string, string] => [one, others[index] ?? ''])
      : [whole(source, target)]
  return pairs.filter(([one, other]) => one.length >= shortest && one.length <= longest && other !== '')
}

const whole = (source: string, target: string): [string, string] => [source.trim(), target.trim()]
