import { readXml } from '../container/xml-reader.ts'

export interface HwpxStyles {
  /** Level of a title by the id of its style: 개요 1, 제목. */
  levels: ReadonlyMap<string, number>
  /** Level of a title by the id of its paragraph properties. */
  outlines: ReadonlyMap<string, number>
  /** Ids of the character properties that are bold. */
  bold: ReadonlySet<string>
}

/** Reads the styles of titles and of bold letters from the head of a HWPX document. */
export function readHwpxStyles(header: string): HwpxStyles {
  const levels = new Map<string, number>()
  const outlines = new Map<string, number>()
  const bold = new Set<string>()
  let open = { character: '', paragraph: '' }
  readXml(header, {
    open({ name, attributes }) {
      const id = attributes.get('id') ?? ''
      if (name === 'charPr') open = { ...open, character: id }
      if (name === 'paraPr') open = { ...open, paragraph: id }
      if (name === 'bold') bold.add(open.character)
      if (name === 'heading' && attributes.get('type') === 'OUTLINE')
        outlines.set(open.paragraph, Number(attributes.get('level') ?? 0) + 1)
      if (name === 'style') {
        const level = levelOfName(attributes.get('name') ?? '', attributes.get('engName') ?? '')
        if (level !== null) levels.set(id, level)
      }
    },
    close() {},
  })
  return { levels, outlines, bold }
}

function levelOfName(korean: string, english: string): number | null {
  const number = /^개요\s*(\d)$/.exec(korean)?.[1] ?? /^(?:outline|heading)\s*(\d)$/i.exec(english)?.[1]
  if (number) return Number(number)
  return /^(?:문서\s*)?제목$/.test(korean) || /^title$/i.test(english) ? 1 : null
}
