import { describe, expect, it } from 'vitest'
import { assignSlugs } from './assign-slugs.ts'
import { type DirectoryRecord, directoryRecord } from './directory-record.ts'

const row = (fields: Partial<DirectoryRecord> & { key: string }) =>
  directoryRecord({ kind: 'commune', level: '4', name_fr: 'Vienne', ...fields })

describe('slugs in dispute', () => {
  it('go to the first level before a more populous authority beneath it', () => {
    const region = row({ key: 'FR:region:1', level: '1', population: '10' })
    const town = row({ key: 'FR:commune:1', population: '9999' })
    assignSlugs([town, region].map((one) => ({ row: one, candidates: ['Vienne', 'Vienne Isère'] })))
    expect([region.slug, town.slug]).toEqual(['vienne', 'vienne-isere'])
  })

  it('go to the more populous of two of today, and never to one that has ended', () => {
    const ended = row({ key: 'FR:commune:3', valid_until: '1972-01-01', level: '1' })
    const small = row({ key: 'FR:commune:1', population: '40' })
    const large = row({ key: 'FR:commune:2', population: '79851' })
    assignSlugs(
      [ended, small, large].map((one) => ({
        row: one,
        candidates: ['Vienne', one.key.replace('FR', 'Vienne')],
      })),
    )
    expect(large.slug).toBe('vienne')
    expect([small.slug, ended.slug]).toEqual(['vienne-commune-1', 'vienne-commune-3'])
  })

  it('are refused when another country has them, and say so when nothing is left', () => {
    const town = row({ key: 'FR:commune:32012' })
    const wish = { row: town, candidates: ['Ansan'] }
    expect(() => assignSlugs([wish], new Set(['ansan']))).toThrow('no free slug for FR:commune:32012: ansan')
  })
})
