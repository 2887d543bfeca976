import { existsSync, readFileSync } from 'node:fs'
import { projectPath } from '../../src/platform/settings/project-path.ts'

const path = projectPath('..', 'shared', 'reference', 'wikidata-french-ties-2017.tsv')

/** 3,869 twinnings of French communes from Wikidata in 2017 (CC0); null if that file is not beside the project. */
export const findWikidataTies = (): string | null => (existsSync(path) ? path : null)

export interface WikidataTie {
  french: { name: string; latitude: number; longitude: number }
  foreign: { name: string; country: string; latitude: number; longitude: number }
}

export function readWikidataTies(path: string): WikidataTie[] {
  const [, ...lines] = readFileSync(path, 'utf8').trim().split('\n')
  return lines.map((line) => {
    const cells = line.split('\t')
    const at = (column: number) => cells[column] ?? ''
    return {
      french: { name: at(0), latitude: Number(at(2)), longitude: Number(at(3)) },
      foreign: { name: at(5), country: at(9), latitude: Number(at(6)), longitude: Number(at(7)) },
    }
  })
}
