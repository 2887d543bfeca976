import { expect, it } from 'vitest'
import { missingSigns } from './typst.ts'

it('reads every missing character from an error in debugging form', () => {
  const error = new Error(
    '[SourceDiagnostic { message: "PDF/UA-1 error: the text `\\"中\\"` could not be displayed with font `\\"Pretendard\\"`" }, ' +
      'SourceDiagnostic { message: "PDF/UA-1 error: the text `\\"\\\\u{10ffff}\\"` could not be displayed" }, ' +
      'SourceDiagnostic { message: "PDF/UA-1 error: the text contains the disallowed codepoint `\\"\\\\u{feff}\\"`" }]',
  )
  expect(missingSigns(error)).toEqual(['中', '\u{10ffff}', '\ufeff'])
})

it('finds none in another error', () => {
  expect(missingSigns(new Error('PDF/UA-1 error: missing document title'))).toEqual([])
})

it('finds a rare Latin letter that the font lacks, and none of the usual ones beside it', () => {
  const error = new Error(
    'PDF/UA-1 error: the text `"LimogesꝘ"` could not be displayed with font `"Pretendard"`',
  )
  expect(missingSigns(error)).toEqual(['Ꝙ'])
})
