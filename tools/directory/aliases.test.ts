import { describe, expect, it } from 'vitest'
import { aliasCell, parseAliases } from './aliases.ts'

const names = { name_fr: 'Évian-les-Bains', name_ko: '에비앙레뱅', name_en: 'Évian-les-Bains' }

describe('the aliases of a row', () => {
  it('leave out repeats, blanks and the names that the row shows anyway', () => {
    const cell = aliasCell(
      [
        { language: 'fr', kind: 'short', text: 'Évian' },
        { language: 'fr', kind: 'alias', text: 'Évian' },
        { language: 'fr', kind: 'alias', text: 'Évian-les-Bains' },
        { language: 'ko', kind: 'alias', text: '' },
        { language: 'ko', kind: 'short', text: '에비앙' },
      ],
      names,
    )
    expect(cell).toBe('fr:short:Évian|ko:short:에비앙')
  })

  it('are read back in the same order, a colon in the text included', () => {
    expect(parseAliases('fr:short:GPS&O|en:alias:A: B')).toEqual([
      { language: 'fr', kind: 'short', text: 'GPS&O' },
      { language: 'en', kind: 'alias', text: 'A: B' },
    ])
  })

  it('are refused when a part does not say its language and kind', () => {
    expect(() => parseAliases('Évian')).toThrow('bad alias Évian')
  })
})
