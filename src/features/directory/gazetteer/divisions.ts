import { readFileSync } from 'node:fs'
import { stableId } from '../../../platform/context/identifier.ts'
import { fold } from '../../../platform/search/index.ts'
import { projectPath } from '../../../platform/settings/project-path.ts'

/** A first level of another country (prefecture, province, state) that a Korean text may name without its country. */
export interface Division {
  /** The id that it has in every database where its country is loaded; null for one that has ended. */
  organisationId: string | null
  country: string
  english: string
  korean: string
}

/** First levels of other countries by folded Hangul name, from data/places/divisions.tsv. Like towns, they are read on each call. */
export function divisionsNamed(folded: ReadonlySet<string>): Map<string, Division[]> {
  const found = new Map<string, Division[]>()
  for (const line of readFileSync(projectPath('data/places/divisions.tsv'), 'utf8').split('\n').slice(1)) {
    const [name = '', key = '', english = '', korean = ''] = line.split('\t')
    const own = fold(name)
    if (own === '' || !folded.has(own)) continue
    found.set(own, [
      ...(found.get(own) ?? []),
      { organisationId: key.includes(':') ? stableId(key) : null, country: key.slice(0, 2), english, korean },
    ])
  }
  return found
}
