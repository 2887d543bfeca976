import { describe, expect, it } from 'vitest'
import { outlineOf, readSample, refusalOf } from '../../../../test/support/read-sample.ts'
import { zipOf } from '../../../../test/support/zip.ts'

const namespaces = 'office style text table draw xlink fo'
  .split(' ')
  .map((name) => `xmlns:${name}="urn:${name}"`)
  .join(' ')

function odtOf(body: string, { kind = 'text', manifest = '<manifest/>' } = {}): Uint8Array {
  const styles =
    '<office:automatic-styles><style:style style:name="G"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles>'
  const content = `<?xml version="1.0"?><office:document-content ${namespaces}>${styles}<office:body><office:text>${body}</office:text></office:body></office:document-content>`
  return zipOf({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'content.xml': content,
    'META-INF/manifest.xml': manifest,
  })
}

describe('readOdt', () => {
  it('reads titles, bold lines, nested lists, tables, notes, spaces and links', async () => {
    const document = await readSample(
      odtOf(`<text:p text:style-name="P1">Compte rendu</text:p>
        <text:table-of-content><text:p>Compte rendu 1</text:p><text:p>Suite 2</text:p></text:table-of-content>
        <text:p><text:span text:style-name="G">Limoges – Icheon</text:span></text:p>
        <text:p>Jumelage<text:s/>en<text:tab/>2015<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Une note.</text:p></text:note-body></text:note>, <text:a xlink:href="https://limoges.fr">le site</text:a>.</text:p>
        <text:list><text:list-item><text:p>un</text:p><text:list><text:list-item><text:p>deux</text:p></text:list-item></text:list></text:list-item></text:list>
        <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Ville</text:p></table:table-cell><table:table-cell><text:p>Année</text:p></table:table-cell></table:table-row></table:table-header-rows>
        <table:table-row><table:table-cell><text:p>Tours</text:p><text:p>et Sejong</text:p></table:table-cell><table:table-cell><text:p>2017</text:p></table:table-cell><table:table-cell table:number-columns-repeated="1000"/></table:table-row></table:table>
        <text:p><draw:frame><draw:image xlink:href="a.png"/></draw:frame></text:p>`),
    )
    expect(outlineOf(document)).toEqual([
      'title 1: Compte rendu',
      'title 3: Limoges – Icheon',
      'paragraph 0: Une note.',
      'paragraph 0: Jumelage en 2015, le site.',
      'item 1: un',
      'item 2: deux',
      'row 0: Ville | Année',
      'row 0: Tours et Sejong | 2017',
    ])
    expect(document.passages[6]?.cells.every(({ isHead }) => isHead)).toBe(true)
    expect(document.remarks).toEqual([
      { code: 'imagesWithoutText', detail: '1' },
      { code: 'contentsLeftOut', detail: '2' },
    ])
  })

  it('reads a workbook, a table a sheet', async () => {
    const sheet = (text: string) =>
      `<table:table><table:table-row><table:table-cell><text:p>${text}</text:p></table:table-cell><table:table-cell><text:p>2017</text:p></table:table-cell></table:table-row></table:table>`
    const { passages, format } = await readSample(
      odtOf(sheet('Tours') + sheet('Lille'), { kind: 'spreadsheet' }),
    )
    expect([format, passages.map(({ table, text }) => [table, text])]).toEqual([
      'ods',
      [
        [1, 'Tours | 2017'],
        [2, 'Lille | 2017'],
      ],
    ])
  })

  it('refuses what is locked, empty or has entities', async () => {
    const locked =
      '<m:manifest xmlns:m="urn:m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    expect(await refusalOf(readSample(odtOf('<text:p>x</text:p>', { manifest: locked })))).toBe('locked')
    expect(await refusalOf(readSample(odtOf('')))).toBe('empty')
    const entities = zipOf({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    })
    expect(await refusalOf(readSample(entities))).toBe('bomb')
    expect(await refusalOf(readSample(zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' })))).toBe(
      'damaged',
    )
  })
})
