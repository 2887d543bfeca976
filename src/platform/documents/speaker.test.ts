import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCatalogue } from '../i18n/catalogue.ts'
import type { InterfaceLanguage } from '../i18n/languages.ts'
import { sentences } from '../i18n/sentences.ts'
import { createSpeaker, firstSentences, joined } from './speaker.ts'

describe('firstSentences', () => {
  it('takes whole sentences in French and in Korean', () => {
    expect(firstSentences('M. Gallet parle. Il rit ! Puis il part.', 2)).toBe('M. Gallet parle. Il rit !')
    expect(firstSentences('두 도시는 교류합니다. 2015년에 자매결연을 체결하였습니다.', 1)).toBe(
      '두 도시는 교류합니다.',
    )
  })

  it('is the beginning of the text and ends where a sentence ends', () => {
    const words = fc.array(
      fc.constantFrom('Il', 'part', 'M.', 'ici.', 'Oui !', '2015.', '(non.)', '합니다.'),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(words, fc.nat(6), (list, most) => {
        const text = list.join(' ')
        const first = firstSentences(text, most)
        const ends = ['', ...sentences(text).map(({ end }) => text.slice(0, end))]
        expect(ends).toContain(first)
        expect(sentences(first).length).toBeLessThanOrEqual(most)
      }),
    )
  })
})

describe('the speaker', () => {
  it('marks Hangul as Korean amid another language, and nothing on a Korean page', () => {
    expect(speakerOf('fr').words('maire (시장, sijang)')).toEqual([
      { text: 'maire (' },
      { text: '시장', language: 'ko' },
      { text: ', sijang)' },
    ])
    expect(speakerOf('ko').words('시장(maire)')).toEqual([{ text: '시장(maire)' }])
  })

  it('says a text in the reader’s language, else in the original’s, marked as such', () => {
    const text = { fr: { text: 'Bonjour', state: 'original' as const } }
    expect(speakerOf('fr').say(text)).toEqual([{ text: 'Bonjour' }])
    expect(speakerOf('en').say(text, { emphasis: 'quiet' })).toEqual([
      { text: 'Bonjour', language: 'fr', emphasis: 'quiet' },
    ])
  })

  it('remembers that it used a machine translation, once it did', () => {
    const speaker = speakerOf('en')
    speaker.say({ en: { text: 'Hello', state: 'reviewed' } })
    expect(speaker.usedMachine()).toBe(false)
    speaker.say({ en: { text: 'Hello', state: 'machine' } })
    expect(speaker.usedMachine()).toBe(true)
  })

  it('remembers that a name was made by a machine', () => {
    const speaker = speakerOf('en')
    speaker.name({ en: 'Upper Alps', fr: 'Hautes-Alpes' }, { machineNames: ['ko'] })
    expect(speaker.usedMachine()).toBe(false)
    speaker.name({ en: 'Upper Alps', fr: 'Hautes-Alpes' }, { machineNames: ['en'] })
    expect(speaker.usedMachine()).toBe(true)
  })

  it('shortens what is too long to be a name, between characters', () => {
    expect(speakerOf('fr').name({ fr: '😀'.repeat(300) })).toEqual([{ text: `${'😀'.repeat(120)}…` }])
  })
})

it('joins passages and leaves empty ones out', () => {
  expect(joined([[{ text: 'a' }], [], [{ text: 'b' }]], ' – ')).toEqual([
    { text: 'a' },
    { text: ' – ' },
    { text: 'b' },
  ])
})

function speakerOf(language: InterfaceLanguage) {
  const t = createCatalogue([{ fr: {}, ko: {}, en: {} }])(language)
  return createSpeaker({ language, interfaceLanguage: language, t, today: '2017-07-08', now: null })
}
