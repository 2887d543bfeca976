import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { HwpDocument, initSync } from '@rhwp/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { outlineOf, readSample, refusalOf } from '../../../test/support/read-sample.ts'
import { zipOf } from '../../../test/support/zip.ts'

const header = `<head><charPr id="0"/><charPr id="1"><bold/></charPr><paraPr id="0"><heading type="NONE" level="0"/></paraPr><paraPr id="5"><heading type="OUTLINE" level="1"/></paraPr>
  <style id="0" name="바탕글" engName="Normal"/><style id="2" name="개요 1" engName="Outline 1"/></head>`
const p = (text: string, attributes = '', char = '0') =>
  `<hp:p styleIDRef="0" paraPrIDRef="0" ${attributes}><hp:run charPrIDRef="${char}"><hp:t>${text}</hp:t></hp:run></hp:p>`
const hwpxOf = (sections: string[], more: Record<string, string> = {}) =>
  zipOf({
    mimetype: 'application/hwp+zip',
    'Contents/header.xml': header,
    ...Object.fromEntries(
      sections.map((body, index) => [
        `Contents/section${index}.xml`,
        `<hs:sec xmlns:hs="urn:s" xmlns:hp="urn:p">${body}</hs:sec>`,
      ]),
    ),
    ...more,
  })

describe('readHwpx', () => {
  it('reads sections in their order: titles by style and outline, bold lines, tables, line ends, typed marks', async () => {
    const cells = (...texts: string[]) =>
      `<hp:tr>${texts.map((text) => `<hp:tc header="0"><hp:subList>${p(text)}</hp:subList><hp:cellSpan colSpan="1" rowSpan="1"/></hp:tc>`).join('')}</hp:tr>`
    const sections = Array.from({ length: 11 }, (_, index) =>
      p(`${index + 1}번째 구역의 본문이 여기에 있습니다.`),
    )
    sections[0] = [
      '<hp:p styleIDRef="2" paraPrIDRef="0"><hp:run charPrIDRef="0"><hp:secPr><hp:t>설정</hp:t></hp:secPr><hp:t>회의 결과</hp:t></hp:run></hp:p>',
      '<hp:p styleIDRef="0" paraPrIDRef="5"><hp:run charPrIDRef="0"><hp:t>개요</hp:t></hp:run></hp:p>',
      p('굵은 제목', '', '1'),
      p('□ 회의 개요'),
      p('○ 장소: 투르<hp:lineBreak/>시청'),
      `<hp:p styleIDRef="0" paraPrIDRef="0"><hp:run charPrIDRef="0"><hp:tbl>${cells('도시', '연도')}${cells('투르', '2017')}</hp:tbl></hp:run></hp:p>`,
    ].join('')
    expect(outlineOf(await readSample(hwpxOf(sections))).slice(0, 9)).toEqual([
      'title 1: 회의 결과',
      'title 2: 개요',
      'title 3: 굵은 제목',
      'title 4: 회의 개요',
      'item 1: 장소: 투르 시청',
      'row 0: 도시 | 연도',
      'row 0: 투르 | 2017',
      'paragraph 0: 2번째 구역의 본문이 여기에 있습니다.',
      'paragraph 0: 3번째 구역의 본문이 여기에 있습니다.',
    ])
  })

  it('refuses what is locked, damaged or empty, and says that scripts were left', async () => {
    const locked =
      '<odf:manifest xmlns:odf="urn:o"><odf:file-entry><odf:encryption-data/></odf:file-entry></odf:manifest>'
    expect(await refusalOf(readSample(hwpxOf([p('x')], { 'META-INF/manifest.xml': locked })))).toBe('locked')
    expect(await refusalOf(readSample(hwpxOf([])))).toBe('damaged')
    expect(await refusalOf(readSample(hwpxOf(['<hp:p>'])))).toBe('damaged')
    expect(await refusalOf(readSample(hwpxOf([p('')])))).toBe('empty')
    expect((await readSample(hwpxOf([p('본문')], { 'Scripts/sourceScripts': 'x' }))).remarks).toEqual([
      { code: 'macrosIgnored', detail: '' },
    ])
  })
})

describe('readHwp', () => {
  beforeAll(() => {
    initSync({ module: readFileSync(fileURLToPath(import.meta.resolve('@rhwp/core/rhwp_bg.wasm'))) })
  })

  function hwp(): HwpDocument {
    const document = HwpDocument.createEmpty()
    document.createBlankDocument()
    document.insertText(0, 0, 0, '□ 회의 개요')
    document.splitParagraph(0, 0, 7)
    document.insertText(0, 1, 0, '두 도시는 2015년 자매결연을 체결하였습니다.')
    document.splitParagraph(0, 1, document.getParagraphLength(0, 1))
    document.createTable(0, 2, 0, 2, 2)
    for (const [cell, text] of ['도시', '연도', '투르', '2017'].entries())
      document.insertTextInCell(0, 2, 0, cell, 0, 0, text)
    return document
  }

  it('reads a document of Hangul, with its tables', async () => {
    const document = await readSample(new Uint8Array(hwp().exportHwp()))
    expect([document.format, document.language, ...outlineOf(document)]).toEqual([
      'hwp',
      'ko',
      'title 1: 회의 개요',
      'paragraph 0: 두 도시는 2015년 자매결연을 체결하였습니다.',
      'row 0: 도시 | 연도',
      'row 0: 투르 | 2017',
    ])
  })

  it('refuses one that has a password, or is cut off', async () => {
    expect(await refusalOf(readSample(new Uint8Array(hwp().exportHwpWithPassword('비밀'))))).toBe('locked')
    const whole = new Uint8Array(hwp().exportHwp())
    expect(await refusalOf(readSample(whole.slice(0, whole.length - 9_000)))).toMatch(
      /^(?:damaged|notSupported)/,
    )
  })
})
