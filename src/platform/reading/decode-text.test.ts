import { describe, expect, it } from 'vitest'
import { refusalOf } from '../../../test/support/read-sample.ts'
import { declaredCharset, decodeText } from './decode-text.ts'
import { readParts } from './read-parts.ts'

const french = 'La coopération à Évian'
const korean = '두 도시는 2015년 자매결연을 체결하였습니다'
// 두 도시는 자매결연을, in CP949 as old Korean programs write it.
const koreanBytes = Buffer.from('b5ce20b5b5bdc3b4c220c0dab8c5b0e1bfacc0bb', 'hex')
const frenchBytes = Buffer.from(french, 'latin1')
const bytes = (...parts: (Buffer | string)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))))
const wide = (text: string, swap = false) =>
  swap ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le')

describe('decodeText', () => {
  it.each([
    ['UTF-8', bytes(korean), korean, null],
    ['UTF-8 with a mark', bytes('\ufeff', korean), korean, null],
    ['UTF-16 with a mark', bytes(wide(`\ufeff${korean}`)), korean, null],
    ['UTF-16 the other way round', bytes(wide(`\ufeff${korean}`, true)), korean, null],
    ['UTF-16 without a mark', bytes(wide(french)), french, 'UTF-16le'],
    ['Korean UTF-16 without a mark', bytes(wide(korean)), korean, 'UTF-16le'],
    ['Korean UTF-16 the other way round without one', bytes(wide(korean, true)), korean, 'UTF-16be'],
    ['UTF-8 with a zero', bytes(korean.slice(0, 4), '\0', korean.slice(4)), korean, null],
    ['UTF-8 filled up with zeros', bytes(french, Buffer.alloc(512)), french, null],
    ['CP949', bytes(koreanBytes), '두 도시는 자매결연을', 'CP949'],
    ['Windows-1252', bytes(frenchBytes), french, 'Windows-1252'],
  ])('reads %s', (_, given, text, guessed) => {
    expect(decodeText(given)).toEqual({
      text,
      remarks: guessed ? [{ code: 'encodingGuessed', detail: guessed }] : [],
    })
  })

  it('reads each line by itself where lines are in different encodings', () => {
    expect(decodeText(bytes(korean, '\n', koreanBytes, '\n', frenchBytes, '\n'))).toEqual({
      text: `${korean}\n두 도시는 자매결연을\n${french}\n`,
      remarks: [{ code: 'encodingGuessed', detail: 'UTF-8, CP949, Windows-1252' }],
    })
  })

  it('replaces a byte that broke, and keeps its line in UTF-8', () => {
    const broken = Buffer.from(korean)
    broken[broken.indexOf('매') + 1] = 0xff
    const lines = [bytes(broken), bytes('La coopération à Évian, 서울', new Uint8Array([0xe2]) as Buffer)]
    expect(lines.map((line) => decodeText(line).text)).toEqual([
      korean.replace('매', '\ufffd\ufffd\ufffd'),
      'La coopération à Évian, 서울\ufffd',
    ])
    expect(decodeText(bytes('Ville\n', broken, '\n')).remarks).toEqual([{ code: 'lettersLost', detail: '3' }])
  })

  it('does not take a short word in another encoding for UTF-8 that broke', () => {
    // Two of their bytes make a letter of UTF-8 by chance.
    const football = new Uint8Array([0xc3, 0xe0, 0xb1, 0xb8]) as Buffer
    expect(decodeText(bytes('SUMMARY:', football, '\n')).text).toBe('SUMMARY:축구\n')
    const coffee = new Uint8Array([0xab, 0x43, 0x41, 0x46, 0xc9, 0xbb]) as Buffer
    expect(decodeText(bytes('Le ', coffee, ' de la gare\n')).text).toBe('Le «CAFÉ» de la gare\n')
  })

  it('believes a page that declares its encoding', () => {
    const page = bytes('<meta charset="euc-kr"><p>', koreanBytes)
    expect(decodeText(page, declaredCharset(page))).toEqual({
      text: '<meta charset="euc-kr"><p>두 도시는 자매결연을',
      remarks: [],
    })
    expect(declaredCharset(bytes('<?xml version="1.0" encoding="windows-1252"?>'))).toBe('windows-1252')
    expect(decodeText(bytes(korean), 'no-such-encoding').text).toBe(korean)
  })

  it('refuses what is no text, and a text without a word', async () => {
    const refused = (given: Uint8Array) => refusalOf(readParts(given, { name: 'notes.txt' }))
    expect(await refused(new Uint8Array([1, 0, 200, 0, 0, 255, 7, 0, 0]))).toMatch(/^notSupported/)
    expect(await refused(bytes(' \n\t '))).toBe('empty')
    expect(await refused(bytes())).toBe('empty')
  })
})
