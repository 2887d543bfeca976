import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { conclude, type Finding } from './finding.ts'

/** A finding when the project's file differs from what its generator makes today. */
export function checkGenerated(file: string, wanted: string, command: string): Finding[] {
  const found = existsSync(file) ? readFileSync(file, 'utf8') : null
  if (found === wanted) return []
  const [foundLines, wantedLines] = [(found ?? '').split('\n'), wanted.split('\n')]
  const line = wantedLines.findIndex((text, index) => text !== foundLines[index])
  const state = found === null ? 'does not exist' : 'is out of date'
  const message = `${state}: run tsx tools/${command}/${command}.ts`
  return [{ file, line: (line === -1 ? wantedLines.length : line) + 1, rule: 'generated', message }]
}

/** Ends a generator that runs alone: writes the file, or with `--check` only compares it. */
export function writeGenerated(name: string, file: string, text: string): void {
  if (process.argv.includes('--check')) conclude(name, checkGenerated(file, text, `generate-${name}`))
  else {
    writeFileSync(file, text)
    console.error(`${file} written`)
  }
}
