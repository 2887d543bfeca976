import { inflateRawSync } from 'node:zlib'
import { XMLParser } from 'fast-xml-parser'

export interface ReadSheet {
  name: string
  /** The text of every cell, row by row, '' where there is none. */
  rows: string[][]
}

interface Cell {
  r: string
  v?: string
  is?: { t?: string | { '#text'?: string } }
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => ['sheet', 'row', 'c'].includes(name),
})

/** Reads the text of a workbook from its XML, independently of the library that writes it (whose reader decodes twice). */
export function readWorkbook(bytes: Buffer): ReadSheet[] {
  const files = unzip(bytes)
  const text = (path: string) => files.get(path)?.toString('utf8') ?? ''
  const { sheet: sheets } = parser.parse(text('xl/workbook.xml')).workbook.sheets
  return sheets.map(({ name }: { name: string }, index: number) => {
    const data = parser.parse(text(`xl/worksheets/sheet${index + 1}.xml`)).worksheet.sheetData
    const rows: Cell[][] = (data.row ?? []).map((row: { c?: Cell[] }) => row.c ?? [])
    const width = Math.max(0, ...rows.flat().map((cell) => columnOf(cell.r) + 1))
    return { name, rows: rows.map((cells) => rowOf(cells, width)) }
  })
}

function rowOf(cells: Cell[], width: number): string[] {
  const row = Array.from({ length: width }, () => '')
  for (const cell of cells) row[columnOf(cell.r)] = asExcelReads(cell.v ?? ownText(cell))
  return row
}

function ownText({ is }: Cell): string {
  return typeof is?.t === 'string' ? is.t : (is?.t?.['#text'] ?? '')
}

// ECMA-376, 22.4.2.4: _x0041_ means the character of that number.
function asExcelReads(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
}

function columnOf(reference: string): number {
  const letters = reference.replace(/\d+$/, '')
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** The files of a ZIP archive, by its central directory. */
function unzip(bytes: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  let at = bytes.readUInt32LE(end + 16)
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const size = bytes.readUInt32LE(at + 20)
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + size)
    files.set(name, bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : Buffer.from(packed))
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return files
}
