import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseTsv, readTsv, writeTsv } from './tsv.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tsv-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

describe('tab separated files', () => {
  it('are sorted by code unit and read back as they were', () => {
    const rows = [
      { key: 'b', name: 'Évian' },
      { key: 'B', name: '' },
    ]
    const path = join(folder, 'rows.tsv')
    writeTsv(path, ['key', 'name'], rows)
    expect(readFileSync(path, 'utf8')).toBe('key\tname\nB\t\nb\tÉvian\n')
    expect(readTsv(path)).toEqual(rows.toReversed())
  })

  it('never let a tab or a line break of a name open a new cell', () => {
    const path = join(folder, 'rows.tsv')
    writeTsv(path, ['name'], [{ name: ' La\tRochelle\n' }])
    expect(readTsv(path)).toEqual([{ name: 'La Rochelle' }])
  })

  it('read a cell that is missing at the end of a line as empty', () => {
    expect(parseTsv('a\tb\n1\n')).toEqual([{ a: '1', b: '' }])
  })
})
