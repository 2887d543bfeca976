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

// Two sentences share a band almost certainly if they are similar enough to help, and rarely otherwise: 84 % at a likeness of 0.7, 96 % at
// 0.75, 99.7 % at 0.8, one in 2,500 at 0.2. So an index finds the few that are worth comparing.
const bandCount = 40
const rowsABand = 5

/** Short keys of a sentence, by its grams (MinHash): a few dozen numbers that similar sentences share. */
export function bandsOf(grams: readonly string[]): number[] {
  if (grams.length === 0) return []
  const least = new Uint32Array(bandCount * rowsABand).fill(0xffffffff)
  for (const gram of grams) {
    const hash = hashOf(gram)
    for (let row = 0; row < least.length; row += 1) {
      const mixed = mix(hash ^ (seeds[row] ?? 0))
      if (mixed < (least[row] ?? 0)) least[row] = mixed
    }
  }
  return Array.from({ length: bandCount }, (_, band) => {
    let key = mix(band + 1)
    for (let row = 0; row < rowsABand; row += 1) key = mix(key ^ (least[band * rowsABand + row] ?? 0))
    return key | 0
  })
}

/** The similarity of two sets of grams, from 0 to 1 (Dice). */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0
  let shared = 0
  for (const gram of one) if (other.has(gram)) shared += 1
  return (2 * shared) / (one.size + other.size)
}

// FNV-1a, then the finish of MurmurHash3: the keys are stored, so both must never change.
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

function mix(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

const seeds = Uint32Array.from({ length: bandCount * rowsABand }, (_, row) => mix((row + 1) * 0x9e3779b9))
