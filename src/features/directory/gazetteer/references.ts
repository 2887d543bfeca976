import { existsSync, readFileSync } from 'node:fs'
import { bareName, fold } from '../../../platform/search/index.ts'
import { projectPath } from '../../../platform/settings/project-path.ts'
import type { NewOrganisation } from '../organisation.ts'
import { readAliases, readReferenceRows } from '../reference-file.ts'
import { readOrganisation } from '../reference-organisation.ts'

/** An authority of a reference file under one of the requested names. */
export interface Reference {
  folded: string
  organisation: NewOrganisation
}

/** Authorities of some countries by folded name, from the reference files: the directory holds only the countries that were loaded. */
export function listReferences(countries: readonly string[], folded: ReadonlySet<string>): Reference[] {
  const isSought = soughtAmong(folded)
  return [...new Set(countries)].flatMap((country) => {
    const file = projectPath(`data/directory/countries/${country}.tsv`)
    if (!/^[A-Z]{2}$/.test(country) || !existsSync(file)) return []
    return readReferenceRows(linesWith(readFileSync(file, 'utf8'), isSought)).flatMap((row) => {
      const organisation = readOrganisation(row)
      const { name, shortName, aliases } = organisation
      const texts = [...Object.values(name), ...Object.values(shortName), ...aliases.map(({ text }) => text)]
      return [...new Set(texts.flatMap(formsOf))].flatMap((form) =>
        folded.has(form) ? [{ folded: form, organisation }] : [],
      )
    })
  })
}

const formsOf = (name: string) => [fold(name), fold(bareName(name).bare)]

/** The header and the lines of a reference file that contain a requested name: only these few are worth parsing. */
function linesWith(text: string, isSought: (name: string) => boolean): string {
  const [head = '', ...lines] = text.split('\n')
  const columns = head.split('\t')
  const names = columns.flatMap((column, at) => (/^(?:name|short)_/.test(column) ? [at] : []))
  const aliases = columns.indexOf('aliases')
  const held = lines.filter((line) => {
    const cells = line.split('\t')
    const others = cells[aliases]
    return (
      names.some((at) => isSought(cells[at] ?? '')) ||
      (others && readAliases(others).some((alias) => isSought(alias.text)))
    )
  })
  return [head, ...held].join('\n')
}

/** Tests whether a name has one of some folded forms, whole or without its kind. First words are checked before: most names share none. */
function soughtAmong(folded: ReadonlySet<string>): (name: string) => boolean {
  const beginnings = new Set(Array.from(folded, (form) => form.split(' ', 1)[0]))
  const mayBegin = (word: string) => beginnings.has(word) || /[가-힣]/.test(word)
  return (name) =>
    name !== '' && fold(name).split(' ').some(mayBegin) && formsOf(name).some((form) => folded.has(form))
}
