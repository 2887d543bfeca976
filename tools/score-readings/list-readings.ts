import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ReadingKey, readingKey } from './key.ts'

export interface KeyedText {
  name: string
  bytes: Buffer
  key: ReadingKey
}

/** The texts of a folder of test/readings with their keys, by name; those whose name holds one of some words, if any are given. */
export function listReadings(folder: 'open' | 'aside', words: readonly string[] = []): KeyedText[] {
  const path = join(import.meta.dirname, '../../test/readings', folder)
  // Between two sets nothing is set aside.
  return (existsSync(path) ? readdirSync(path) : [])
    .filter((name) => /\.(?:md|txt|html)$/.test(name))
    .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
    .sort()
    .map((name) => ({
      name,
      bytes: readFileSync(join(path, name)),
      key: readingKey.parse(
        JSON.parse(readFileSync(join(path, name.replace(/\.\w+$/, '.key.json')), 'utf8')),
      ),
    }))
}
