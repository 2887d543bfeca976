import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import { readText } from '../src/platform/reading/read-file.ts'
import { typstPdf } from '../test/support/typst-pdf.ts'
import { type Row, row } from './report/row.ts'

const pages = 300
const paragraphs = 5_000
const sentence = (number: number) =>
  `La rencontre ${number} porte sur la porcelaine, le tourisme durable et les échanges scolaires de plusieurs villes.`

/** How fast minutes are read, and whether other requests wait meanwhile. */
export async function measureReading(): Promise<Row[]> {
  return [
    await read('a PDF of 300 pages', 'minutes.pdf', longPdf(), { seconds: 20, pieces: pages, of: 'pages' }),
    await read('a Word file of 5,000 paragraphs', 'minutes.docx', await longDocx(), {
      seconds: 10,
      pieces: paragraphs,
      of: 'paragraphs',
    }),
  ]
}

interface Wanted {
  seconds: number
  pieces: number
  of: string
}

async function read(
  what: string,
  name: string,
  bytes: Uint8Array,
  { seconds, pieces, of }: Wanted,
): Promise<Row> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const start = performance.now()
  await readText(bytes, { name })
  const took = (performance.now() - start) / 1_000
  delay.disable()
  const held = delay.max / 1e6
  return row({
    what: `reading ${what}`,
    figure: `${took.toFixed(1)} s: ${Math.round(pieces / took)} ${of} a second`,
    baseline: `others waited ${Math.round(held)} ms at most`,
    wanted: `< ${seconds} s, nobody waits 50 ms`,
    verdict: took < seconds && held < 50 ? 'met' : 'SHORT',
  })
}

function longPdf(): Uint8Array {
  const page = (number: number) =>
    `== Partie ${number}\n${Array.from({ length: 14 }, (_, index) => sentence(number * 37 + index)).join(' ')}\n#pagebreak(weak: true)`
  return typstPdf(Array.from({ length: pages }, (_, index) => page(index + 1)).join('\n'))
}

async function longDocx(): Promise<Uint8Array> {
  const children = Array.from({ length: paragraphs }, (_, index) =>
    index % 10 === 0
      ? new Paragraph({ text: `Partie ${index}`, heading: HeadingLevel.HEADING_2 })
      : new Paragraph(sentence(index)),
  )
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}
