import { describe, expect, it } from 'vitest'
import { nameCells } from './naming.ts'

const note = {
  key: 'FR:commune:1',
  name_fr: '',
  name_en: '',
  name_ko: '낭트',
  koreanSeen: false,
  short_fr: '',
  short_ko: '',
  short_en: '',
  aliases: '',
}

describe('the names of a French authority', () => {
  it('mark a Korean name as ours unless a source has it', () => {
    expect(nameCells({ french: 'Nantes' }, note)).toMatchObject({ name_ko: '낭트', machine: 'ko' })
    expect(nameCells({ french: 'Nantes' }, { ...note, koreanSeen: true }).machine).toBe('')
    expect(nameCells({ french: 'Lille', korean: '릴' }, undefined)).toMatchObject({
      name_ko: '릴',
      machine: '',
    })
  })

  it('are French in English where there is no English name', () => {
    expect(nameCells({ french: 'Nantes' }, note).name_en).toBe('Nantes')
    expect(nameCells({ french: 'Bretagne' }, { ...note, name_en: 'Brittany' }).name_en).toBe('Brittany')
  })

  it('are also found by their short form', () => {
    expect(nameCells({ french: 'Issy-les-Moulineaux' }, { ...note, short_fr: 'Issy' }).aliases).toBe(
      'fr:short:Issy',
    )
  })
})
