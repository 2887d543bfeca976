import { withBoxes } from './printable.ts'
import type { Sheet } from './sheet.ts'
import { sheetTemplate } from './sheet-template.ts'
import { compileTypst, exportPdf } from './typst.ts'

// Word sets its tables a little higher, and Malgun Gothic is wider than Pretendard: what fits here enlarged fits there.
const margin = (language: string) => (language === 'ko' ? 1.08 : 1.05)
// 11.5 to 10 points: short notes are set larger before long ones are shortened.
const scales = [1.15, 1.07, 1]

export interface Fit {
  /** The place in the list. */
  chosen: number
  /** How much larger than 10 points its text may be. */
  scale: number
}

/**
 * The first sheet that fits on one page with room to spare, in a list where each is shorter than the one before, and
 * the size at which it does. Throws when even the last is too long.
 */
export function chooseFitting(sheets: readonly Sheet[]): Fit {
  const shorter = sheets.slice(1).map((_, index) => ({ chosen: index + 1, scale: 1 }))
  const tries: Fit[] = [...scales.map((scale) => ({ chosen: 0, scale })), ...shorter]
  const fits = (at: number) => {
    const { chosen, scale } = tries[at] ?? { chosen: sheets.length, scale: 1 }
    const sheet = sheets[chosen]
    return sheet !== undefined && compile(sheet, scale * margin(sheet.language)).numOfPages === 1
  }
  // Most fit at once, nearly all the others at the smallest size; the rest is a search by halves.
  const smallest = scales.length - 1
  let [tooLong, fitting] = fits(0) ? [-1, 0] : fits(smallest) ? [0, smallest] : [smallest, tries.length]
  while (fitting - tooLong > 1) {
    const middle = Math.floor((tooLong + fitting) / 2)
    if (fits(middle)) fitting = middle
    else tooLong = middle
  }
  const found = tries[fitting]
  if (!found) throw new Error('Even the shortest sheet takes more than one page')
  return found
}

/** The sheet as a tagged PDF; see `exportPdf`. */
export function renderPdf(sheet: Sheet, scale: number): Uint8Array {
  return exportPdf((missing) => {
    const document = compile(missing.size === 0 ? sheet : withBoxes(sheet, missing), scale)
    if (document.numOfPages !== 1) throw new Error(`The sheet takes ${document.numOfPages} pages`)
    return document
  })
}

function compile(sheet: Sheet, scale: number) {
  return compileTypst(sheetTemplate, { sheet: JSON.stringify(sheet), scale: String(scale) })
}
