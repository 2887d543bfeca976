import type { ZipEntries } from '../open-zip.ts'
import { type NumberForm, numberForm } from './cell-values.ts'
import type { SheetAbout } from './table.ts'
import { TableUnreadable } from './table.ts'
import { scanXml } from './xml-events.ts'

export interface WorkbookSheet extends SheetAbout {
  /** The entry that holds its rows. */
  entry: string
}

export interface Workbook {
  sheets: WorkbookSheet[]
  /** Days are counted from 1904, as old Macs did. */
  countsFrom1904: boolean
}

/** The sheets of a workbook, in order. Charts and dialogues are none. */
export async function readWorkbook(zip: ZipEntries): Promise<Workbook> {
  const targets = new Map<string, string>()
  await scanXml(await zip.open('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id, Target, Type }) => {
      if (name === 'Relationship' && Id && Target && Type?.endsWith('/worksheet'))
        targets.set(Id, entryOf(Target))
    },
  })
  const workbook: Workbook = { sheets: [], countsFrom1904: false }
  await scanXml(await zip.open('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'workbookPr') workbook.countsFrom1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const entry = targets.get(attributes['r:id'] ?? '')
      if (entry !== undefined)
        workbook.sheets.push({
          name: attributes.name ?? '',
          isHidden: 'state' in attributes && attributes.state !== 'visible',
          entry,
        })
    },
  })
  return workbook
}

function entryOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** How the numbers of each style of cell are meant. */
export async function readNumberForms(zip: ZipEntries): Promise<NumberForm[]> {
  const codes = new Map<number, string>()
  const forms: NumberForm[] = []
  let isInCells = false
  await scanXml(await zip.open('xl/styles.xml'), {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') isInCells = true
      if (name === 'xf' && isInCells) {
        const id = Number(attributes.numFmtId ?? 0)
        forms.push(numberForm(id, codes.get(id) ?? ''))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return forms
}

const mostSharedSigns = 200e6

export async function readSharedTexts(zip: ZipEntries): Promise<string[]> {
  const texts: string[] = []
  let signs = 0
  let text = ''
  let isText = false
  let isReading = 0
  await scanXml(await zip.open('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') text = ''
      // Japanese and Korean files have the pronunciation of a name beside it.
      if (name === 'rPh') isReading++
      isText = name === 't' && isReading === 0
    },
    text: (piece) => {
      if (isText) text += piece
    },
    close: (name) => {
      if (name === 't') isText = false
      if (name === 'rPh') isReading--
      if (name !== 'si') return
      signs += text.length
      if (signs > mostSharedSigns) throw new TableUnreadable('tooLarge')
      texts.push(text)
    },
  })
  return texts
}
