import { readFileSync } from 'node:fs'
import { projectPath } from '../../platform/settings/project-path.ts'

/** A term of the field in the words of this site, in each language. */
export interface Term {
  key: string
  words: Readonly<Record<GlossaryLanguage, string>>
  /** Other forms under which it is recognised. */
  forms: Readonly<Record<GlossaryLanguage, readonly string[]>>
  /** Notes on its use, in the language of the reader; '' for none. */
  notes: Readonly<Record<GlossaryLanguage, string>>
}

export const glossaryLanguages = ['fr', 'ko', 'en'] as const
export type GlossaryLanguage = (typeof glossaryLanguages)[number]

export function isGlossaryLanguage(language: string): language is GlossaryLanguage {
  return glossaryLanguages.some((known) => known === language)
}

let read: readonly Term[] | undefined

/** The terms of data/glossary.tsv, read once. */
export function glossaryTerms(): readonly Term[] {
  read ??= parseGlossary(readFileSync(projectPath('data', 'glossary.tsv'), 'utf8'))
  return read
}

/** Reads the file: a line a term, columns by their names in the first line, forms separated by `|`. */
export function parseGlossary(text: string): Term[] {
  const [head = '', ...lines] = text.trimEnd().split('\n')
  const columns = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    const cell = (name: string) => cells[columns.indexOf(name)] ?? ''
    const inEach = <T>(take: (language: GlossaryLanguage) => T) => ({
      fr: take('fr'),
      ko: take('ko'),
      en: take('en'),
    })
    return {
      key: cell('key'),
      words: inEach(cell),
      forms: inEach((language) => cell(`${language}_forms`).split('|').filter(Boolean)),
      notes: inEach((language) => cell(`note_${language}`)),
    }
  })
}
