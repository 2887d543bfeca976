import { element } from '../documents/xml.ts'

/** The numbers of cell formats in `styles`. */
export const style = { heading: '2', text: '1' }

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The parts of a workbook besides its sheets (ECMA-376 part 1, 12 and 18; part 2, 9). */
export function workbookOf(names: readonly string[]): string {
  const sheets = names.map((name, index) =>
    element('sheet', { name, sheetId: String(index + 1), 'r:id': `sheet${index + 1}` }),
  )
  return whole('workbook', { xmlns: main, 'xmlns:r': office }, [element('sheets', {}, sheets)])
}

export function sheetRelations(count: number): string {
  return relations([
    ['styles', 'styles', 'styles.xml'],
    ...numbers(count).map(
      (number): Relation => [`sheet${number}`, 'worksheet', `worksheets/sheet${number}.xml`],
    ),
  ])
}

export function contentTypes(count: number): string {
  const parts: [string, string][] = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ...numbers(count).map((number): [string, string] => [`/xl/worksheets/sheet${number}.xml`, 'worksheet']),
  ]
  return whole('Types', { xmlns: `${packages}/content-types` }, [
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    element('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    ...parts.map(([PartName, kind]) =>
      element('Override', { PartName, ContentType: `${spreadsheet}.${kind}+xml` }),
    ),
  ])
}

type Relation = [id: string, kind: string, target: string]

export const folders = relations([['workbook', 'officeDocument', 'xl/workbook.xml']])

function relations(all: readonly Relation[]): string {
  const each = all.map(([Id, kind, Target]) =>
    element('Relationship', { Id, Type: `${office}/${kind}`, Target }),
  )
  return whole('Relationships', { xmlns: `${packages}/relationships` }, each)
}

// Format 49 of numbers is “@”: text, whatever it looks like.
export const styles = whole('styleSheet', { xmlns: main }, [
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>',
])

function whole(name: string, attributes: Record<string, string>, children: string[]): string {
  return declaration + element(name, attributes, children)
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
