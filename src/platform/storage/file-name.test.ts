import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName, mediaType } from './files.ts'
import { contentDisposition } from './serve-file.ts'

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\bureau\\Compte rendu.pdf', 'Compte rendu.pdf'],
  ['', 'file'],
  ['..', 'file'],
  ['a\u0000b\n.txt', 'ab.txt'],
  ['facture\u202efdp.exe', 'facturefdp.exe'],
  // As a Mac sends it: letters and their accents apart.
  ['compte rendu de\u0301cembre.odt', 'compte rendu décembre.odt'],
  [`${'ㄱ'.repeat(300)}.hwpx`, `${'ㄱ'.repeat(195)}.hwpx`],
])('%j is kept as %j', (given, kept) => {
  expect(fileName(given)).toBe(kept)
})

test('a name that was cleaned stays as it is, and is no path', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const name = fileName(given)
      expect(fileName(name)).toBe(name)
      expect(name).not.toMatch(/[\\/\p{Cc}]/u)
      expect([...name].length).toBeLessThanOrEqual(200)
    }),
  )
})

test('a media type is plain or unknown', () => {
  expect(mediaType('Text/HTML; charset=utf-8')).toBe('text/html')
  expect(mediaType('text/html\r\nx: y')).toBe('application/octet-stream')
  expect(mediaType(undefined)).toBe('application/octet-stream')
})

test.each([
  ['Compte rendu.pdf', `attachment; filename="Compte rendu.pdf"; filename*=UTF-8''Compte%20rendu.pdf`],
  [
    `L'été "à" Lyon.pdf`,
    `attachment; filename="L'ete _a_ Lyon.pdf"; filename*=UTF-8''L%27%C3%A9t%C3%A9%20%22%C3%A0%22%20Lyon.pdf`,
  ],
  ['회의록.hwp', `attachment; filename="file.hwp"; filename*=UTF-8''%ED%9A%8C%EC%9D%98%EB%A1%9D.hwp`],
])('%s is given back under its name', (name, header) => {
  expect(contentDisposition(name)).toBe(header)
})
