import { existsSync, readFileSync } from 'node:fs'
import { bareName, fold } from '../../../platform/search/index.ts'
import { projectPath } from '../../../platform/settings/project-path.ts'
import type { NewOrganisation } from '../commands.ts'
import { readReferenceRows } from '../reference-file.ts'
import { readOrganisation } from '../reference-organisation.ts'

/** An authority of a reference file under one of the names that were asked for. */
export interface Reference {
  folded: string
  organisation: NewOrganisation
}

/** Authorities of some countries by folded name, from the reference files: the directory holds only the countries that were loaded. */
export function listReferences(countries: readonly string[], folded: ReadonlySet<string>): Reference[] {
  const mayHold = holderTest(folded)
  return [...new Set(countries)].flatMap((country) => {
    const file = projectPath(`data/directory/countries/${country}.tsv`)
    if (!/^[A-Z]{2}$/.test(country) || !existsSync(file)) return []
    return readReferenceRows(linesWith(readFileSync(file, 'utf8'), mayHold)).flatMap((row) => {
      const organisation = readOrganisation(row)
      return [...new Set(namesOf(organisation))].flatMap((name) =>
        folded.has(name) ? [{ folded: name, organisation }] : [],
      )
    })
  })
}

/** A reference file without the rows of which no cell with names may hold one that is sought: all but a few. */
function linesWith(text: string, mayHold: (cell: string) => boolean): string {
  const [head = '', ...lines] = text.split('\n')
  const columns = head
    .split('\t')
    .flatMap((column, at) => (/^(?:name_|short_|aliases)/.test(column) ? [at] : []))
  const held = lines.filter((line) => {
    const cells = line.split('\t')
    return columns.some((at) => mayHold(cells[at] ?? ''))
  })
  return [head, ...held].join('\n')
}

/** Whether a cell may hold one of some folded names: each begins with one of its words, that in Hangul may have an ending. */
function holderTest(folded: ReadonlySet<string>): (cell: string) => boolean {
  const beginnings = new Set(Array.from(folded, (name) => name.split(' ', 1)[0] ?? ''))
  return (cell) =>
    cell !== '' &&
    fold(cell)
      .split(' ')
      .some((word) => beginnings.has(word) || (/[가-힣]/.test(word) && bareBeginning(word, beginnings)))
}

function bareBeginning(word: string, beginnings: ReadonlySet<string>): boolean {
  for (let length = word.length - 1; length > 0; length -= 1)
    if (beginnings.has(word.slice(0, length))) return true
  return false
}

function namesOf({ name, shortName, aliases }: NewOrganisation): string[] {
  const texts = [...Object.values(name), ...Object.values(shortName), ...aliases.map(({ text }) => text)]
  return texts.flatMap((text) => [fold(text), fold(bareName(text).bare)])
}
