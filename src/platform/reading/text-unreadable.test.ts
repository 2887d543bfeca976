import { describe, expect, it } from 'vitest'
import { createCatalogue } from '../i18n/catalogue.ts'
import { readingMessages } from './messages/index.ts'
import { remarkWords, TextUnreadable, troubleWords } from './text-unreadable.ts'

describe('the words of a reading', () => {
  const translate = createCatalogue([readingMessages])

  it('say what is wrong with a file, and what one can do', () => {
    const words = (code: TextUnreadable['code'], detail = '') =>
      troubleWords(translate('fr'), new TextUnreadable(code, detail))
    expect(words('tooLarge', '50')).toMatch(/^Le fichier est trop volumineux.*50 Mo au plus/)
    expect(words('noText')).toMatch(/Collez son texte/)
    expect(words('noText', 'tesseract-ocr')).toMatch(/\(tesseract-ocr\)/)
    expect(words('tooSlow', '120')).toMatch(/120 secondes/)
    expect(words('needsProgram', 'libreoffice-writer')).toMatch(/libreoffice-writer/)
    expect(words('locked')).toMatch(/mot de passe/)
  })

  it('say what was left out, in each language', () => {
    expect(remarkWords(translate('fr'), { code: 'contentsLeftOut', detail: '1' })).toBe(
      'Sommaire imprimé laissé de côté (1 ligne).',
    )
    expect(remarkWords(translate('ko'), { code: 'recognised', detail: '3' })).toBe(
      '3쪽의 이미지에서 글자를 인식했습니다. 특히 이름과 날짜를 다시 확인하십시오.',
    )
    expect(remarkWords(translate('en'), { code: 'encodingGuessed', detail: 'CP949' })).toMatch(
      /read as CP949/,
    )
    expect(remarkWords(translate('en'), { code: 'attachmentUnread', detail: 'a.bin' })).toBe(
      'The attachment “a.bin” could not be read.',
    )
    expect(remarkWords(translate('en'), { code: 'macrosIgnored', detail: '' })).toMatch(/were not run/)
  })
})
