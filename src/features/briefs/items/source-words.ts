import { readFileSync } from 'node:fs'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { projectPath } from '../../../platform/settings/project-path.ts'
import { readReferenceRows } from '../../directory/index.ts'
import type { Statement } from './item.ts'

let known: ReadonlyMap<string, Record<string, string>> | null = null

/** What a statement rests on, and where in it, in the reader’s words: each as it is where `data/briefs/sources.tsv` does not name it. */
export function sourceWords(
  { interfaceLanguage }: Pick<Reader, 'interfaceLanguage'>,
  { source, passage }: Pick<Statement, 'source' | 'passage'>,
): string {
  known ??= new Map(
    readReferenceRows(readFileSync(projectPath('data', 'briefs', 'sources.tsv'), 'utf8')).map((row) => [
      row.words ?? '',
      row,
    ]),
  )
  const said = [source, passage].map((words) => known?.get(words)?.[interfaceLanguage] ?? words)
  // Korean names the article right behind its law.
  return said.filter(Boolean).join(interfaceLanguage === 'ko' ? ' ' : ', ')
}
