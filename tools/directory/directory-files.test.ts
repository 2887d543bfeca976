import { describe, expect, it } from 'vitest'
import { aliasKinds, parseAliases } from './aliases.ts'
import { countryFiles, producedRows, recordFiles } from './directory-files.ts'
import { recordColumns } from './directory-record.ts'

const rows = recordFiles().flatMap(producedRows)
const abroad = countryFiles().flatMap(producedRows)
const byKey = new Map([...rows, ...abroad].map((row) => [row.key ?? '', row]))
const successions = producedRows('successions-fr.tsv')
const french = rows.filter(({ key = '' }) => key.startsWith('FR:'))
const repeated = (texts: (string | undefined)[]) =>
  texts.filter((text, index) => texts.indexOf(text) !== index)

describe('every file of the directory', () => {
  it('has the agreed columns', () => {
    for (const name of [...recordFiles(), ...countryFiles()]) {
      expect([name, ...Object.keys(producedRows(name)[0] ?? {})]).toEqual([name, ...recordColumns])
    }
  })

  it('gives each authority of the world a key and a slug of its own', () => {
    const everybody = [...rows, ...abroad]
    expect(byKey.size).toBe(everybody.length)
    expect(new Set(everybody.map(({ slug }) => slug)).size).toBe(everybody.length)
    expect(everybody.filter(({ slug = '' }) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(slug))).toEqual([])
  })

  it('hangs each row on a parent that exists', () => {
    const orphans = [...rows, ...abroad].filter(({ parent = '' }) => parent !== '' && !byKey.has(parent))
    expect(orphans.map(({ key }) => key)).toEqual([])
  })

  it('begins every life before its end', () => {
    const backwards = rows.filter(
      ({ valid_from = '', valid_until = '' }) =>
        valid_from !== '' && valid_until !== '' && valid_from >= valid_until,
    )
    expect(backwards.map(({ key }) => key)).toEqual([])
    const days = rows.flatMap(({ valid_from = '', valid_until = '' }) => [valid_from, valid_until])
    expect(days.filter((day) => day !== '' && Number.isNaN(Date.parse(day)))).toEqual([])
  })

  it('writes aliases as language, kind and text, and none that only repeats a name', () => {
    for (const row of french) {
      for (const { language, kind, text } of parseAliases(row.aliases ?? '')) {
        expect(aliasKinds).toContain(kind)
        expect(['fr', 'ko', 'en']).toContain(language)
        expect(text).not.toBe(row[`name_${language}`])
      }
    }
  })
})

describe('successions', () => {
  it('join two different authorities that the directory has, each pair once', () => {
    const unknown = successions.filter(
      ({ predecessor = '', successor = '' }) =>
        !byKey.has(predecessor) || !byKey.has(successor) || predecessor === successor,
    )
    expect(unknown).toEqual([])
    expect(repeated(successions.map(({ predecessor, successor }) => `${predecessor} ${successor}`))).toEqual(
      [],
    )
  })

  it('fall on the day the predecessor ends, unless it goes on after a split', () => {
    const astray = successions.filter(({ predecessor = '', on, kind }) => {
      const end = byKey.get(predecessor)?.valid_until
      return kind !== 'split' && end !== on
    })
    expect(astray).toEqual([])
  })

  it('lead to a successor that exists on that day', () => {
    const astray = successions.filter(({ successor = '', on = '' }) => {
      const { valid_from = '', valid_until = '' } = byKey.get(successor) ?? {}
      return valid_from > on || (valid_until !== '' && valid_until <= on)
    })
    expect(astray).toEqual([])
  })

  it('say for every French authority that ended who took over, ten dissolved groupings apart', () => {
    const succeeded = new Set(successions.map(({ predecessor }) => predecessor))
    const left = french.filter(({ key, valid_until }) => valid_until !== '' && !succeeded.has(key))
    expect(left.filter(({ key = '' }) => !key.startsWith('FR:epci:'))).toEqual([])
    expect(left.length).toBeLessThanOrEqual(10)
  })
})
